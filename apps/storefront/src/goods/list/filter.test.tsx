import Taro from '@tarojs/taro'
import { act, fireEvent, screen, waitFor, within } from '@testing-library/react'
import { api } from '../../api/client'
import { setLocale } from '../../i18n'
import { openShop, renderInApp } from '../../testing/open-shop'
import { phone } from '../../testing/taro'
import ListPage from './index'

const opened = openShop()
afterEach(() => {
  jest.restoreAllMocks()
  act(() => setLocale('zh-CN'))
})

const tap = (name: string | RegExp) => fireEvent.click(screen.getByRole('button', { name }))
const sheet = () => within(screen.getByRole('dialog', { name: '筛选' }))
const choose = async (name: string | RegExp) => fireEvent.click(await sheet().findByRole('button', { name }))
const type = (label: string | RegExp, value: string) =>
  fireEvent.change(screen.getByLabelText(label), { target: { value } })
const asked = () => opened.shop.requestsTo('listProducts').map(({ path }) => new URL(path, 'https://shop').searchParams)
const goods = () =>
  ['手工粗陶马克杯', '水洗棉圆领 T 恤', '美利奴羊毛盖毯', '和纸台灯', '铸铁茶壶', '老榆木书桌'].filter((name) =>
    screen.queryByText(name),
  )

async function openList(query: Record<string, string> = { category: 'living' }, first = '铸铁茶壶') {
  phone.openedWith(query)
  renderInApp(<ListPage />)
  await screen.findByText(first)
}
async function openSheet() {
  tap(/^筛选/)
  await sheet().findByRole('button', { name: /^重置/ })
}

test('a shop that cannot be asked says so in the sheet, and another try brings the choices', async () => {
  opened.shop.fail('listProducts', { code: 'internal', times: 2 })
  phone.openedWith({ category: 'living' })
  renderInApp(<ListPage />)
  await screen.findByText('服务出了点问题，请稍后重试')
  await openSheet()
  fireEvent.click(await sheet().findByRole('button', { name: '重试' }))
  expect(await sheet().findByText('颜色')).toBeTruthy()
})

test('the sheet has its shape before it has its choices', async () => {
  const release = opened.shop.hold('listProducts')
  phone.openedWith({ category: 'living' })
  renderInApp(<ListPage />)
  await openSheet()
  expect(sheet().getByLabelText('加载中')).toBeTruthy()
  release()
  expect(await sheet().findByText('颜色')).toBeTruthy()
})

test('a choice says what it would lead to; nothing counts for the list until it is done', async () => {
  await openList()
  await openSheet()
  await choose('米白，1 件')
  await sheet().findByRole('button', { name: '完成（1 件）' })
  expect(goods()).toHaveLength(4)
  await choose('完成（1 件）')
  await waitFor(() => expect(goods()).toEqual(['和纸台灯']))
  expect(screen.getByText('1 件商品')).toBeTruthy()
  expect(asked().at(-1)?.get('facets')).toBe('colour:cream')
})

test('values of one facet add up, facets narrow each other', async () => {
  await openList()
  await openSheet()
  await choose('米白，1 件')
  await choose('炭黑，1 件')
  await sheet().findByRole('button', { name: '完成（2 件）' })
  await choose(/^铸铁，/)
  await sheet().findByRole('button', { name: '完成（1 件）' })
  expect(asked().at(-1)?.get('facets')).toBe('colour:black,cream;material:iron')
})

test('taps in a row ask the shop once', async () => {
  await openList()
  await openSheet()
  const before = asked().length
  await choose('米白，1 件')
  await choose('炭黑，1 件')
  await choose('暖灰，1 件')
  await sheet().findByRole('button', { name: '完成（3 件）' })
  expect(asked()).toHaveLength(before + 1)
})

test('a choice that leads nowhere now stays where it stood: no chip moves away from under the finger', async () => {
  const products = api.catalog.products
  jest.spyOn(api.catalog, 'products').mockImplementation(async (...query) => {
    const page = await products(...query)
    // As a back end that leaves out what leads nowhere.
    const facets = page.facets.map((facet) =>
      facet.kind === 'choice' ? { ...facet, values: facet.values.filter(({ count }) => count > 0) } : facet,
    )
    return { ...page, facets }
  })
  await openList()
  await openSheet()
  const names = () =>
    sheet()
      .getAllByRole('button', { name: /，\d+ 件$/ })
      .map((chip) => chip.getAttribute('aria-label')?.split('，')[0])
  await sheet().findByText('颜色')
  const before = names()
  await choose('炭黑，1 件')
  await sheet().findByRole('button', { name: '羊毛，0 件' })
  expect(names()).toEqual(before)
})

test('the cross leaves the list as it was, and the next time the sheet starts from there', async () => {
  await openList()
  await openSheet()
  await choose('米白，1 件')
  await choose('关闭')
  await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull())
  expect(goods()).toHaveLength(4)
  await openSheet()
  expect((await sheet().findByRole('button', { name: '米白，1 件' })).getAttribute('aria-selected')).toBe('false')
})

test.each([
  ['5o', '', '最低价（元） 请填写数字，最多两位小数'],
  ['', '1.234', '最高价（元） 请填写数字，最多两位小数'],
  ['500', '100', '最高价（元） 最高价不能低于最低价'],
])('a price from %j to %j is not taken, and why is said', async (from, to, why) => {
  await openList()
  await openSheet()
  await sheet().findByText('价格')
  type('最低价（元）', from)
  type('最高价（元）', to)
  await choose(/^完成/)
  expect(sheet().getByLabelText(why)).toBeTruthy()
  expect(Taro.showToast).toHaveBeenCalledWith(expect.objectContaining({ title: why.split(' ')[1] }))
  expect(asked().some((query) => query.has('priceFrom') || query.has('priceTo'))).toBe(false)
})

test('a price in yuan is asked for in fen', async () => {
  await openList()
  await openSheet()
  await sheet().findByText('价格')
  type('最低价（元）', '399')
  type('最高价（元）', '468.5')
  await choose(/^完成（2 件）/)
  await waitFor(() => expect(goods()).toEqual(['美利奴羊毛盖毯', '和纸台灯']))
  expect([asked().at(-1)?.get('priceFrom'), asked().at(-1)?.get('priceTo')]).toEqual(['39900', '46850'])
  expect(screen.getByRole('button', { name: '去掉“¥399–¥468.5”' })).toBeTruthy()
})

test('只看有货 leaves out what is sold out', async () => {
  await openList()
  await openSheet()
  fireEvent.click(await sheet().findByRole('switch', { name: '只看有货' }))
  await choose('完成（3 件）')
  await waitFor(() => expect(goods()).not.toContain('和纸台灯'))
})

test('重置 takes everything out of the sheet; the list follows when it is done', async () => {
  await openList()
  await openSheet()
  await choose('米白，1 件')
  await choose('完成（1 件）')
  await waitFor(() => expect(goods()).toEqual(['和纸台灯']))
  tap('筛选，已选 1 项')
  await choose('重置')
  await choose('完成（4 件）')
  await waitFor(() => expect(goods()).toHaveLength(4))
})

async function chooseCreamInStock() {
  await openSheet()
  await choose('米白，1 件')
  fireEvent.click(await sheet().findByRole('switch', { name: '只看有货' }))
  await choose('完成（0 件）')
  await screen.findByText('没有符合这些条件的商品')
}

test('nothing that fits is no dead end: the filter goes with a tap', async () => {
  await openList()
  await chooseCreamInStock()
  fireEvent.click(screen.getAllByRole('button', { name: '清除筛选' }).at(-1)!)
  await waitFor(() => expect(goods()).toHaveLength(4))
  expect(screen.getByRole('button', { name: '筛选' })).toBeTruthy()
})

test('one thing that narrows the list is taken back by itself', async () => {
  await openList()
  await chooseCreamInStock()
  tap('去掉“只看有货”')
  await waitFor(() => expect(goods()).toEqual(['和纸台灯']))
  tap('去掉“米白”')
  await waitFor(() => expect(goods()).toHaveLength(4))
})

test('another order, other words and a look at a product keep what was chosen', async () => {
  await openList()
  await openSheet()
  await choose('炭黑，1 件')
  await choose('完成（1 件）')
  await waitFor(() => expect(goods()).toEqual(['铸铁茶壶']))
  fireEvent.click(screen.getByRole('tab', { name: '销量' }))
  await waitFor(() =>
    expect(Object.fromEntries(asked().at(-1)!)).toMatchObject({ sort: 'sales', facets: 'colour:black' }),
  )
  const field = screen.getByPlaceholderText('搜沙发、相机、绿植…')
  fireEvent.change(field, { target: { value: '茶壶' } })
  fireEvent.keyDown(field, { key: 'Enter' })
  await waitFor(() =>
    expect(Object.fromEntries(asked().at(-1)!)).toMatchObject({ q: '茶壶', sort: 'sales', facets: 'colour:black' }),
  )
  fireEvent.click(await screen.findByText('铸铁茶壶'))
  expect(Taro.navigateTo).toHaveBeenCalledWith({ url: '/goods/product/index?id=kettle' })
  act(() => phone.comeBack())
  expect(screen.getByRole('button', { name: '去掉“炭黑”' })).toBeTruthy()
})

test('on an English phone the names of what was chosen are English', async () => {
  await openList()
  await openSheet()
  await choose('炭黑，1 件')
  await choose('完成（1 件）')
  act(() => setLocale('en'))
  expect(await screen.findByRole('button', { name: 'Remove “Charcoal”' })).toBeTruthy()
})
