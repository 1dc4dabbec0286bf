import { Text } from '@tarojs/components'
import { act, render, screen } from '@testing-library/react'
import { phone } from '../../testing/taro'
import { LongList } from './LongList'

const goods = (count: number) => Array.from({ length: count }, (_, n) => `第 ${n} 件`)
const list = (items: string[]) => (
  <LongList items={items}>{(part) => part.map((name) => <Text key={name}>{name}</Text>)}</LongList>
)
const drawn = () => screen.queryAllByText(/^第/).map(({ textContent }) => textContent)

test('a short list is drawn whole, and nobody measures it', () => {
  render(list(goods(60)))
  expect(drawn()).toEqual(goods(60))
  expect(phone.watching()).toBe(0)
})

test('of five hundred only what is near the screen is drawn; the rest keeps its place and comes back', () => {
  const { container } = render(list(goods(500)))
  act(() => phone.scrollTo((place) => place >= 22))
  expect(drawn()).toEqual(goods(500).slice(440))
  const places = [...container.querySelectorAll<HTMLElement>('.x-list-part')]
  expect(places).toHaveLength(25)
  expect(places.filter(({ style }) => style.height === '900px')).toHaveLength(22)

  act(() => phone.scrollTo((place) => place < 2))
  expect(drawn()).toEqual(goods(40))
})

test('a page that lies under another measures nothing, and forgets nothing', () => {
  render(list(goods(80)))
  act(() => phone.scrollTo(() => false, 0))
  expect(drawn()).toHaveLength(80)
})

test('a list that became short again is whole; one that is left is no longer watched', () => {
  const { rerender, unmount } = render(list(goods(100)))
  act(() => phone.scrollTo((place) => place === 4))
  rerender(list(goods(30)))
  expect(drawn()).toEqual(goods(30))
  rerender(list(goods(100)))
  unmount()
  expect(phone.watching()).toBe(0)
})
