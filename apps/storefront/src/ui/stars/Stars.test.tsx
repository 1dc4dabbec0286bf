import { act, render, screen } from '@testing-library/react'
import { setLocale } from '../../i18n'
import { filledTo } from './filled-to'
import { Stars } from './Stars'

afterEach(() => act(() => setLocale('zh-CN')))

test.each([
  [0, 0],
  [1, 20],
  [4, 80],
  [5, 100],
  // Half of a star is the middle of its place; the margins beside it count for nothing.
  [4.5, 90],
  [4.1, 83.3],
  [4.9, 96.7],
])('%p stars fill %p percent of the row', (stars, percent) => {
  expect(filledTo(stars)).toBe(percent)
})

test('stars are one thing to a screen reader, in either language', () => {
  render(<Stars stars={4.6} />)
  expect(screen.getByRole('img', { name: '4.6 分，满分 5 分' })).toBeTruthy()
  act(() => setLocale('en'))
  expect(screen.getByRole('img', { name: '4.6 out of 5 stars' })).toBeTruthy()
})
