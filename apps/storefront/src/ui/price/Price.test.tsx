import { act, render, screen } from '@testing-library/react'
import { setLocale } from '../../i18n'
import { Price } from './Price'

afterEach(() => act(() => setLocale('zh-CN')))

test('a price is one thing to a screen reader, however it is drawn', () => {
  render(<Price fen={12_850} exact />)
  expect(screen.getByLabelText('¥128.50').textContent).toBe('¥128.50')
})

test('a price that is the lowest of several says 起', () => {
  render(<Price fen={9_900} from />)
  expect(screen.getByLabelText('¥99 起').textContent).toBe('¥99起')
})

test('a struck-through price is read as the price before', () => {
  render(<Price fen={20_000} tone="line" />)
  expect(screen.getByLabelText('原价 ¥200')).toBeTruthy()
  act(() => setLocale('en'))
  expect(screen.getByLabelText('was ¥200')).toBeTruthy()
})
