import Taro from '@tarojs/taro'
import { act, fireEvent, screen, waitFor } from '@testing-library/react'
import type { KeptPage, ProductSummary } from '@xiaopu/contract'
import { api } from '../../api/client'
import { forgetViews } from '../../features/keepsakes/view-desk'
import { setLocale } from '../../i18n'
import { openShop, renderInApp } from '../../testing/open-shop'
import { phone } from '../../testing/taro'
import FavouritesPage from './index'

const opened = openShop()
beforeEach(forgetViews)
afterEach(() => {
  jest.restoreAllMocks()
  act(() => setLocale('zh-CN'))
})
const button = (name: string | RegExp) => screen.findByRole('button', { name })
const tap = (name: string | RegExp) => fireEvent.click(screen.getByRole('button', { name }))
const choose = (name: string) => fireEvent.click(screen.getByRole('checkbox', { name }))

test('favourites that could not be had can be had by 重试', async () => {
  opened.shop.fail('listFavourites', { code: 'internal' })
  renderInApp(<FavouritesPage />)
  fireEvent.click(await button('重试'))
  expect(await screen.findByText('还没有收藏')).toBeTruthy()
})

test('none yet is no dead end', async () => {
  renderInApp(<FavouritesPage />)
  await screen.findByText('还没有收藏')
  tap('去逛逛')
  expect(Taro.switchTab).toHaveBeenCalledWith({ url: '/pages/home/index' })
})

test('they stand there with the price of now; what is sold out says so and can still be looked at', async () => {
  await api.favourites.add(['mug'])
  await api.favourites.add(['lamp'])
  opened.shop.setPrice('mug-sand', 99_00)
  renderInApp(<FavouritesPage />)
  expect(await button('手工粗陶马克杯 ¥99')).toBeTruthy()
  fireEvent.click(await button('和纸台灯 ¥468 已售罄'))
  expect(Taro.navigateTo).toHaveBeenCalledWith({ url: '/goods/product/index?id=lamp' })
})

const summary = (id: string): ProductSummary => ({
  id,
  name: `第${id}件`,
  subtitle: '',
  picture: null,
  price: { from: 100_00, to: 100_00, compareAt: null },
  tag: null,
  soldCount: null,
  available: true,
  pickupOnly: false,
})
const pageOf = (ids: string[], nextCursor: string | null, gone: string[] = []): KeptPage => ({
  items: ids.map((id) => ({
    productId: id,
    at: '2026-03-01T08:00:00.000Z',
    product: gone.includes(id) ? null : summary(id),
  })),
  nextCursor,
  total: 5,
})

test('what is off sale is grey, leads nowhere and can be let go', async () => {
  jest.spyOn(api.favourites, 'list').mockResolvedValue(pageOf(['a', 'b'], null, ['b']))
  const remove = jest.spyOn(api.favourites, 'remove').mockResolvedValue()
  renderInApp(<FavouritesPage />)
  expect(await screen.findByText('已下架')).toBeTruthy()
  expect(screen.queryByRole('button', { name: /已下架/ })).toBeNull()
  tap('编辑')
  choose('选择 已下架的商品')
  tap('删除 (1)')
  await waitFor(() => expect(remove).toHaveBeenCalledWith(['b']))
})

test('the next page comes at the end; one that failed is tried again there', async () => {
  const list = jest.spyOn(api.favourites, 'list').mockResolvedValueOnce(pageOf(['a', 'b'], 'more'))
  renderInApp(<FavouritesPage />)
  await screen.findByText('第b件')
  list.mockRejectedValueOnce(new Error('gone'))
  act(() => phone.scrollToBottom())
  const again = await button('加载失败，点这里重试')
  list.mockResolvedValueOnce(pageOf(['b', 'c'], null))
  fireEvent.click(again)
  await screen.findByText('第c件')
  expect(screen.getAllByText('第b件')).toHaveLength(1)
  expect(screen.getByText('已经到底了')).toBeTruthy()
})

test('chosen ones are removed after a yes, and are gone at once', async () => {
  await api.favourites.add(['mug', 'tee', 'lamp'])
  renderInApp(<FavouritesPage />)
  await button(/^手工粗陶马克杯/)
  tap('编辑')
  choose('选择 手工粗陶马克杯')
  jest.mocked(Taro.showModal).mockResolvedValueOnce({ confirm: false, cancel: true, errMsg: 'showModal:ok' })
  tap('删除 (1)')
  await waitFor(() => expect(Taro.showModal).toHaveBeenCalledTimes(1))
  expect(opened.shop.requestsTo('removeFavourites')).toEqual([])
  const release = opened.shop.hold('removeFavourites')
  tap('删除 (1)')
  await waitFor(() => expect(screen.queryByText('手工粗陶马克杯')).toBeNull())
  expect(screen.getByText('共 2 件')).toBeTruthy()
  release()
  await waitFor(async () => expect((await api.favourites.ids()).sort()).toEqual(['lamp', 'tee']))
  expect(screen.queryByRole('checkbox')).toBeNull()
})

test('全选 takes them all; the last one gone, the page says so', async () => {
  await api.favourites.add(['mug', 'tee'])
  renderInApp(<FavouritesPage />)
  await button(/^手工粗陶马克杯/)
  tap('编辑')
  choose('全选')
  tap('删除 (2)')
  expect(await screen.findByText('还没有收藏')).toBeTruthy()
})

test('a removal that could not be told brings them back, with the reason', async () => {
  await api.favourites.add(['mug', 'tee'])
  opened.shop.fail('removeFavourites', { code: 'internal', times: 5 })
  renderInApp(<FavouritesPage />)
  await button(/^手工粗陶马克杯/)
  tap('编辑')
  choose('选择 手工粗陶马克杯')
  tap('删除 (1)')
  await waitFor(() => expect(Taro.showToast).toHaveBeenCalledTimes(1))
  expect(await screen.findByText('手工粗陶马克杯')).toBeTruthy()
}, 10_000)

test('on an English phone it is in English', async () => {
  act(() => setLocale('en'))
  renderInApp(<FavouritesPage />)
  expect(await screen.findByText('No favourites yet')).toBeTruthy()
})
