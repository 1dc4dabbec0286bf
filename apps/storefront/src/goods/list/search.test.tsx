import Taro from '@tarojs/taro'
import { act, fireEvent, screen, waitFor, within } from '@testing-library/react'
import type { ProductPage, Suggestion } from '@xiaopu/contract'
import { api } from '../../api/client'
import { setLocale } from '../../i18n'
import { openShop, renderInApp } from '../../testing/open-shop'
import { phone } from '../../testing/taro'
import ListPage from './index'

const opened = openShop()
afterEach(() => {
  jest.useRealTimers()
  jest.restoreAllMocks()
  act(() => setLocale('zh-CN'))
})

function openSearch(query: Record<string, string> = {}) {
  phone.openedWith(query)
  renderInApp(<ListPage />)
}
const field = () => screen.getByPlaceholderText(/…$/)
const type = (words: string) => fireEvent.change(field(), { target: { value: words } })
const enter = () => fireEvent.keyDown(field(), { key: 'Enter' })
const tap = (name: string | RegExp) => fireEvent.click(screen.getByRole('button', { name }))
const suggestions = () => within(screen.getByRole('list', { name: '搜索建议' }))
const typedAndAsked = () =>
  opened.shop.requestsTo('suggest').map(({ path }) => new URL(path, 'https://shop').searchParams.get('q'))
const searched = () =>
  opened.shop
    .requestsTo('listProducts')
    .map(({ path }) => new URL(path, 'https://shop').searchParams.get('q'))
    .filter((q) => q !== null)

test('a shop that has no suggestions to give still looks for what was typed', async () => {
  opened.shop.fail('suggest', { code: 'internal', times: 3 })
  openSearch()
  type('茶壶')
  await waitFor(() => expect(typedAndAsked().length).toBeGreaterThan(0))
  fireEvent.click(suggestions().getByRole('button', { name: '搜索“茶壶”' }))
  expect(await screen.findByText('1 件商品')).toBeTruthy()
  expect(searched()).toEqual(['茶壶'])
})

test('half a word in pinyin becomes words with their count, a category, products', async () => {
  openSearch()
  type('deng')
  expect(await suggestions().findByRole('button', { name: '灯 1 件商品' })).toBeTruthy()
  type('灯')
  expect(await suggestions().findByRole('button', { name: '灯具 分类' })).toBeTruthy()
  expect(suggestions().getByRole('button', { name: '和纸台灯 商品' })).toBeTruthy()
  expect(suggestions().queryByRole('button', { name: '搜索“灯”' })).toBeNull()
})

test('keys in a row ask once, and nothing is looked for before it is meant', async () => {
  openSearch()
  for (const typed of ['d', 'de', 'den', 'deng']) type(typed)
  await suggestions().findByRole('button', { name: '灯 1 件商品' })
  expect(typedAndAsked()).toEqual(['deng'])
  expect(searched()).toEqual([])
})

test('a late answer to earlier letters is not shown over the answer to the last', async () => {
  const answers: Record<string, (suggestions: Suggestion[]) => void> = {}
  jest.spyOn(api.search, 'suggest').mockImplementation(
    (typed) =>
      new Promise((tell) => {
        answers[typed] = tell
      }),
  )
  openSearch()
  type('ca')
  await waitFor(() => expect(answers.ca).toBeTruthy())
  type('cah')
  await waitFor(() => expect(answers.cah).toBeTruthy())
  await act(async () => answers.cah?.([{ kind: 'words', words: '茶壶', count: 2 }]))
  await suggestions().findByRole('button', { name: '茶壶 2 件商品' })
  await act(async () => answers.ca?.([{ kind: 'words', words: '餐具', count: 9 }]))
  expect(suggestions().queryByRole('button', { name: /餐具/ })).toBeNull()
  expect(suggestions().getByRole('button', { name: '茶壶 2 件商品' })).toBeTruthy()
})

test('a word that is still being composed asks nothing, however long it takes; once it is a word it does', () => {
  jest.useFakeTimers()
  const suggest = jest.spyOn(api.search, 'suggest').mockResolvedValue([])
  openSearch()
  fireEvent.compositionStart(field())
  type('deng')
  act(() => jest.advanceTimersByTime(2_000))
  expect(suggest).not.toHaveBeenCalled()
  fireEvent.compositionEnd(field())
  type('灯')
  act(() => jest.advanceTimersByTime(2_000))
  expect(suggest.mock.calls.map(([typed]) => typed)).toEqual(['灯'])
})

test('words lead to their list, a category to its shelf, a product to its page', async () => {
  openSearch()
  type('灯')
  fireEvent.click(await suggestions().findByRole('button', { name: '和纸台灯 商品' }))
  expect(Taro.navigateTo).toHaveBeenCalledWith({ url: '/goods/product/index?id=lamp' })
  type('灯具')
  fireEvent.click(await suggestions().findByRole('button', { name: '灯具 分类' }))
  expect(Taro.switchTab).toHaveBeenCalledWith({ url: '/pages/category/index' })
  type('deng')
  fireEvent.click(await suggestions().findByRole('button', { name: '灯 1 件商品' }))
  expect(await screen.findByText('1 件商品')).toBeTruthy()
  expect(screen.queryByRole('list', { name: '搜索建议' })).toBeNull()
  expect(searched()).toEqual(['灯'])
})

test('hot words are a tap away from their list; without them the page is not missing anything', async () => {
  opened.shop.fail('listHotWords', { code: 'internal', times: 3 })
  openSearch()
  await screen.findByText('按分类逛')
  expect(screen.queryByText('热门搜索')).toBeNull()
})

test('a hot word is looked for at a tap', async () => {
  openSearch()
  fireEvent.click(await screen.findByRole('button', { name: '毛毯' }))
  await waitFor(() => expect(searched()).toEqual(['毛毯']))
})

test('one recent search goes by its cross, the others stay; all of them go only after a yes', async () => {
  openSearch()
  for (const words of ['台灯', '茶壶']) {
    type(words)
    enter()
    await screen.findByText('1 件商品')
    tap('清空输入')
    await screen.findByText('最近搜索')
  }
  tap('编辑')
  tap('删除“台灯”')
  expect(screen.queryByRole('button', { name: '删除“台灯”' })).toBeNull()
  tap('完成')
  expect(screen.getByRole('button', { name: '茶壶' })).toBeTruthy()
  jest.mocked(Taro.showModal).mockResolvedValueOnce({ confirm: false, cancel: true, errMsg: 'showModal:ok' })
  tap('清空最近搜索')
  await waitFor(() => expect(Taro.showModal).toHaveBeenCalledTimes(1))
  expect(screen.getByRole('button', { name: '茶壶' })).toBeTruthy()
  tap('清空最近搜索')
  await waitFor(() => expect(screen.queryByText('最近搜索')).toBeNull())
})

const pageOf = async (more: Partial<ProductPage>): Promise<ProductPage> => ({
  ...(await api.catalog.products({ limit: 2 })),
  ...more,
})

test('words that led to nothing and were understood all the same are both named, and the next page is of those that were', async () => {
  const first = await pageOf({ searchedFor: '盆栽', nextCursor: 'two' })
  const second = await pageOf({ items: [], searchedFor: null, nextCursor: 'three' })
  const third = await pageOf({ items: [], searchedFor: null, nextCursor: null })
  const products = jest.spyOn(api.catalog, 'products').mockResolvedValueOnce(first)
  openSearch({ q: 'penzai' })
  expect(await screen.findByText('没有找到“penzai”，为你搜索“盆栽”')).toBeTruthy()
  products.mockResolvedValueOnce(second).mockResolvedValueOnce(third)
  act(() => phone.scrollToBottom())
  await waitFor(() => expect(products).toHaveBeenCalledTimes(2))
  await act(async () => undefined)
  act(() => phone.scrollToBottom())
  await screen.findByText('已经到底了')
  expect(products.mock.calls.map(([query]) => [query?.q, query?.cursor])).toEqual([
    ['penzai', undefined],
    ['盆栽', 'two'],
    ['盆栽', 'three'],
  ])
})

test('nothing found is no dead end: other words, categories, what others buy', async () => {
  openSearch({ q: '独角兽' })
  await screen.findByText('没有找到“独角兽”')
  expect(await screen.findByText('按分类逛')).toBeTruthy()
  expect(await screen.findByText('大家在买')).toBeTruthy()
  fireEvent.click(await screen.findByRole('button', { name: '毛毯' }))
  await waitFor(() => expect(searched().at(-1)).toBe('毛毯'))
})

test('on an English phone it is in English', async () => {
  act(() => setLocale('en'))
  openSearch()
  await screen.findByText('Often looked for')
  type('lamp')
  expect(screen.getByRole('button', { name: 'Search “lamp”' })).toBeTruthy()
  expect(await screen.findByRole('button', { name: 'Washi Paper Lamp Product' })).toBeTruthy()
})
