import Taro from '@tarojs/taro'
import { act, fireEvent, screen, waitFor, within } from '@testing-library/react'
import { api } from '../../api/client'
import { forgetViews, noteView, useViewLog } from '../../features/keepsakes/view-desk'
import { setLocale } from '../../i18n'
import { openShop, renderInApp } from '../../testing/open-shop'
import { phone } from '../../testing/taro'
import ProductPage from './index'

const opened = openShop()
beforeEach(forgetViews)
afterEach(() => act(() => setLocale('zh-CN')))

async function openMug() {
  phone.openedWith({ id: 'mug' })
  renderInApp(<ProductPage />)
  await screen.findByText('一只杯子，一整个早晨')
}
const tap = (name: string) => fireEvent.click(screen.getByRole('button', { name }))
const calls = (...routes: ('signIn' | 'addFavourites' | 'removeFavourites' | 'listFavouriteIds')[]) =>
  routes.map((route) => opened.shop.requestsTo(route).length)

test('a heart that could not be told is empty again, and says why', async () => {
  opened.shop.fail('addFavourites', { code: 'internal', times: 5 })
  await openMug()
  tap('收藏')
  expect(screen.getByRole('button', { name: '取消收藏' })).toBeTruthy()
  expect(await screen.findByRole('button', { name: '收藏' })).toBeTruthy()
  expect(Taro.showToast).toHaveBeenCalledWith(expect.objectContaining({ title: '服务出了点问题，请稍后重试' }))
}, 10_000)

test('where WeChat signs nobody in there is no heart', async () => {
  jest.mocked(Taro.login).mockRejectedValueOnce({ errMsg: 'login:fail' })
  await openMug()
  tap('收藏')
  await waitFor(() => expect(Taro.showToast).toHaveBeenCalledTimes(1))
  expect(await screen.findByRole('button', { name: '收藏' })).toBeTruthy()
})

test('looking signs nobody in; the tap on the heart does', async () => {
  await openMug()
  expect(calls('signIn', 'listFavouriteIds')).toEqual([0, 0])
  tap('收藏')
  await waitFor(() => expect(calls('signIn', 'addFavourites')).toEqual([1, 1]))
  await waitFor(() => expect(calls('listFavouriteIds')).toEqual([1]))
  expect(screen.getByRole('button', { name: '取消收藏' })).toBeTruthy()
})

test('what was marked before is marked still, and can be unmarked', async () => {
  await api.favourites.add(['mug'])
  await openMug()
  await screen.findByRole('button', { name: '取消收藏' })
  tap('取消收藏')
  expect(screen.getByRole('button', { name: '收藏' })).toBeTruthy()
  await waitFor(async () => expect(await api.favourites.ids()).toEqual([]))
})

test('of taps in a row the last one counts', async () => {
  await api.favourites.add(['tee'])
  await openMug()
  const release = opened.shop.hold('addFavourites')
  tap('收藏')
  tap('取消收藏')
  tap('收藏')
  tap('取消收藏')
  release()
  await waitFor(() => expect(calls('removeFavourites')[0]).toBeGreaterThan(0))
  await waitFor(async () => expect(await api.favourites.ids()).toEqual(['tee']))
  expect(screen.getByRole('button', { name: '收藏' })).toBeTruthy()
})

test('a product one looked at is remembered, and never stands in its own row', async () => {
  await openMug()
  expect(useViewLog.getState().log.map(({ id }) => id)).toEqual(['mug'])
  expect(screen.queryByText('最近浏览')).toBeNull()
})

test('what was looked at before stands below, and opens', async () => {
  noteView({ id: 'lamp', name: '和纸台灯', picture: null })
  await openMug()
  const row = within(screen.getByText('最近浏览').closest<HTMLElement>('.recent-views')!)
  expect(row.getAllByRole('button')).toHaveLength(1)
  fireEvent.click(row.getByRole('button', { name: '和纸台灯' }))
  expect(Taro.navigateTo).toHaveBeenCalledWith({ url: '/goods/product/index?id=lamp' })
})

test('a product that is gone is no look', async () => {
  phone.openedWith({ id: 'long-ago' })
  renderInApp(<ProductPage />)
  await screen.findByText('这件商品找不到了')
  expect(useViewLog.getState().log).toEqual([])
})
