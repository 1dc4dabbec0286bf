import Taro from '@tarojs/taro'
import { act, fireEvent, screen, waitFor } from '@testing-library/react'
import type { KeptPage } from '@xiaopu/contract'
import { api } from '../../api/client'
import { onSignIn } from '../../api/session'
import { forgetViews, noteView, tellViews, useViewLog } from '../../features/keepsakes/view-desk'
import { openShop, renderInApp } from '../../testing/open-shop'
import { phone } from '../../testing/taro'
import HistoryPage from './index'

const opened = openShop()
beforeEach(forgetViews)
afterEach(() => jest.restoreAllMocks())
const tap = (name: string | RegExp) => fireEvent.click(screen.getByRole('button', { name }))
const look = (id: string, name = id) => noteView({ id, name, picture: null })
const no = { confirm: false, cancel: true, errMsg: 'showModal:ok' }

test('what could not be had can be had by 重试', async () => {
  await api.me.get()
  opened.shop.fail('listViews', { code: 'internal' })
  renderInApp(<HistoryPage />)
  fireEvent.click(await screen.findByRole('button', { name: '重试' }))
  expect(await screen.findByText('还没有足迹')).toBeTruthy()
})

test('a guest sees what this phone remembers, and is not signed in for it', async () => {
  look('mug', '手工粗陶马克杯')
  renderInApp(<HistoryPage />)
  expect(screen.getByText('今天')).toBeTruthy()
  tap('手工粗陶马克杯')
  expect(Taro.navigateTo).toHaveBeenCalledWith({ url: '/goods/product/index?id=mug' })
  tap('清空足迹')
  expect(await screen.findByText('还没有足迹')).toBeTruthy()
  expect(opened.shop.requests).toEqual([])
})

test('what was seen as a guest is the shopper’s from the sign-in on', async () => {
  const stop = onSignIn(() => void tellViews())
  look('mug')
  look('tee')
  await api.me.get()
  await waitFor(() => expect(opened.shop.requestsTo('addViews')).toHaveLength(1))
  stop()
  expect((await api.history.list()).items.map(({ productId }) => productId).sort()).toEqual(['mug', 'tee'])
})

test('what was just seen and not told yet is on the list all the same', async () => {
  await api.me.get()
  look('mug')
  renderInApp(<HistoryPage />)
  expect(await screen.findByRole('button', { name: '手工粗陶马克杯 ¥128' })).toBeTruthy()
})

test('it is grouped by the days of the shop', async () => {
  await api.me.get()
  const names = ['手工粗陶马克杯', '水洗棉圆领 T 恤', '铸铁茶壶']
  const day = (ago: number) => new Date(Date.now() - ago * 24 * 3_600_000).toISOString()
  await api.history.add([
    { productId: 'mug', at: day(0) },
    { productId: 'tee', at: day(1) },
    { productId: 'kettle', at: day(9) },
  ])
  renderInApp(<HistoryPage />)
  await screen.findByText('今天')
  const nineDaysAgo = new Date(Date.now() - 9 * 24 * 3_600_000 + 8 * 3_600_000).toISOString().slice(0, 10)
  const order = ['今天', names[0], '昨天', names[1], nineDaysAgo, names[2]]
  expect(screen.getAllByText(new RegExp(order.join('|'))).map(({ textContent }) => textContent)).toEqual(order)
})

test('it goes only after a yes, here and at the gateway', async () => {
  await api.me.get()
  look('mug')
  renderInApp(<HistoryPage />)
  await screen.findByText('今天')
  jest.mocked(Taro.showModal).mockResolvedValueOnce(no)
  tap('清空足迹')
  await waitFor(() => expect(Taro.showModal).toHaveBeenCalledTimes(1))
  expect(opened.shop.requestsTo('clearViews')).toEqual([])
  tap('清空足迹')
  expect(await screen.findByText('还没有足迹')).toBeTruthy()
  expect(useViewLog.getState().log).toEqual([])
  expect((await api.history.list()).items).toEqual([])
})

test('what the gateway could not be told to forget is not forgotten here either, and it says so', async () => {
  await api.me.get()
  look('mug')
  renderInApp(<HistoryPage />)
  await screen.findByText('今天')
  jest.spyOn(api.history, 'clear').mockRejectedValueOnce(new Error('gone'))
  tap('清空足迹')
  await waitFor(() => expect(Taro.showToast).toHaveBeenCalledTimes(1))
  expect(await screen.findByText('今天')).toBeTruthy()
  expect(useViewLog.getState().log).toHaveLength(1)
})

test('older days come at the end of the page', async () => {
  await api.me.get()
  const pageOf = (productId: string, nextCursor: string | null): KeptPage => ({
    items: [{ productId, at: '2026-03-01T08:00:00.000Z', product: null }],
    nextCursor,
    total: null,
  })
  const list = jest.spyOn(api.history, 'list').mockResolvedValueOnce(pageOf('a', 'more'))
  renderInApp(<HistoryPage />)
  await screen.findByText('2026-03-01')
  list.mockResolvedValueOnce(pageOf('b', null))
  act(() => phone.scrollToBottom())
  await screen.findByText('已经到底了')
  expect(screen.getAllByText('已下架的商品')).toHaveLength(2)
  expect(screen.getAllByText('2026-03-01')).toHaveLength(1)
})
