import Taro from '@tarojs/taro'
import { act, waitFor } from '@testing-library/react'
import type { PurchaseSource } from '@xiaopu/contract'
import { api } from '../../api/client'
import { address } from '../../testing/address'
import { openShop, renderHookInApp } from '../../testing/open-shop'
import { useOrderActions } from './use-order-actions'

const opened = openShop()
const toasts = () => jest.mocked(Taro.showToast).mock.calls.map(([options]) => options?.title)
const questions = () => jest.mocked(Taro.showModal).mock.calls.map(([options]) => options?.content)

let orders = 0
async function ordered(...skuIds: string[]) {
  for (const skuId of skuIds) await api.cart.add({ skuId, quantity: 1 })
  const source: PurchaseSource = { kind: 'cart' }
  const { id: quoteId } = await api.checkout.quote({ source, address })
  const idempotencyKey = `order-${++orders}`
  return api.orders.place({ quoteId, source, address, fapiao: null, remark: '' }, { idempotencyKey })
}
const actions = () => renderHookInApp(() => useOrderActions()).result

test('再次购买 puts in what is to be had, names what is not, and leads to the cart', async () => {
  const order = await ordered('mug-sand', 'kettle-black')
  opened.shop.setStock('kettle-black', 0)
  const desk = actions()
  await act(() => desk.current.run('buy_again', order))
  expect((await api.cart.get()).lines.map(({ skuId }) => skuId)).toEqual(['mug-sand'])
  expect(questions()).toEqual([order.lines.find(({ skuId }) => skuId === 'kettle-black')!.name])
  expect(Taro.switchTab).toHaveBeenCalledWith({ url: '/pages/cart/index' })
})

test('when nothing of it is to be had, the shopper is told why and stays', async () => {
  const order = await ordered('mug-sand')
  opened.shop.setOnSale('mug-sand', false)
  const desk = actions()
  await act(() => desk.current.run('buy_again', order))
  expect([toasts(), jest.mocked(Taro.switchTab).mock.calls]).toEqual([['商品已下架，看看别的吧'], []])
})

const SAID = { reason: 'price', words: '太贵了' } as const

test('cancelling asks why first; a second tap on the answer is one answer', async () => {
  const order = await ordered('mug-sand')
  const desk = actions()
  await act(() => desk.current.run('cancel', order))
  expect([desk.current.cancelling?.id, opened.shop.orders()[0]!.status]).toEqual([order.id, 'pending_payment'])
  await act(async () => {
    await Promise.all([desk.current.cancelBecause(SAID), desk.current.cancelBecause(SAID)])
  })
  expect(opened.shop.orders()[0]).toMatchObject({ status: 'cancelled', cancelReason: SAID })
  expect([toasts(), desk.current.cancelling]).toEqual([['订单已取消'], null])
})

test('an order that was paid meanwhile is not cancelled, and says so', async () => {
  const order = await ordered('mug-sand')
  opened.shop.pay(order.id)
  const desk = actions()
  await act(() => desk.current.run('cancel', order))
  await act(() => desk.current.cancelBecause(SAID))
  expect([toasts(), opened.shop.orders()[0]!.status]).toEqual([['订单现在不能取消，请联系客服'], 'paid'])
})

test('an order that is over is deleted once the shopper is sure; one that is not is kept', async () => {
  const order = await ordered('mug-sand')
  const deleted = jest.fn()
  const desk = renderHookInApp(() => useOrderActions({ onDeleted: deleted })).result
  await act(() => desk.current.run('delete', order))
  expect([toasts(), deleted.mock.calls.length]).toEqual([['订单还没有结束，结束后才能删除'], 0])
  await api.orders.cancel(order.id)
  jest.mocked(Taro.showModal).mockResolvedValueOnce({ confirm: false, cancel: true, errMsg: 'showModal:ok' })
  await act(() => desk.current.run('delete', order))
  expect((await api.orders.list()).items).toHaveLength(1)
  await act(() => desk.current.run('delete', order))
  expect([(await api.orders.list()).items, deleted.mock.calls.length]).toEqual([[], 1])
})

test('the shop is not reminded too early, and says when; more time is given once', async () => {
  const order = await ordered('mug-sand')
  opened.shop.pay(order.id)
  const desk = actions()
  await act(() => desk.current.run('remind', order))
  opened.shop.ship(order.id)
  await act(() => desk.current.run('extend_receipt', order))
  await act(() => desk.current.run('extend_receipt', order))
  expect(toasts()).toEqual([
    '刚付款不久，店家正在备货，满一天还没发再来提醒',
    '已延长 7 天',
    '已经延长过一次了，没收到请联系客服',
  ])
})

test('去支付 leads to the result once the shopper has paid', async () => {
  const order = await ordered('mug-sand')
  jest.mocked(Taro.requestPayment).mockImplementationOnce(async (options) => {
    opened.shop.payByPackage(options.package)
    return { errMsg: 'requestPayment:ok' }
  })
  const desk = actions()
  await act(() => desk.current.run('pay', order))
  await waitFor(() => expect(desk.current.busy).toBeNull())
  expect(Taro.navigateTo).toHaveBeenCalledWith({ url: `/trade/result/index?order=${order.id}` })
})

const sent = async (...skuIds: string[]) => {
  const { id } = await ordered(...skuIds)
  opened.shop.pay(id)
  opened.shop.ship(id)
  return api.orders.get(id)
}

test('确认收货 asks first; 还没有 changes nothing', async () => {
  const order = await sent('mug-sand')
  jest.mocked(Taro.showModal).mockResolvedValueOnce({ confirm: false, cancel: true, errMsg: 'showModal:ok' })
  const desk = actions()
  await act(() => desk.current.run('confirm_receipt', order))
  expect([questions(), opened.shop.orders()[0]!.status]).toEqual([
    ['确认后这笔订单就完成了。有商品没到或有问题，请先联系客服'],
    'shipped',
  ])
})

test('确认收货 completes the order', async () => {
  const order = await sent('mug-sand')
  const desk = actions()
  await act(() => desk.current.run('confirm_receipt', order))
  expect([toasts(), opened.shop.orders()[0]!.status]).toEqual([['已确认收货'], 'completed'])
})

test('receipt that could not be confirmed says why, and can be said again', async () => {
  const order = await sent('mug-sand')
  opened.shop.fail('confirmReceipt', { code: 'commerce_unavailable', times: 9 })
  const desk = actions()
  await act(() => desk.current.run('confirm_receipt', order))
  expect([toasts(), opened.shop.orders()[0]!.status]).toEqual([['店铺暂时没有响应，请稍后重试'], 'shipped'])
  opened.shop.mend()
  await act(() => desk.current.run('confirm_receipt', order))
  expect(opened.shop.orders()[0]!.status).toBe('completed')
})

test('评价 leads to the page where it is written', async () => {
  const order = await sent('mug-sand')
  const desk = actions()
  await act(() => desk.current.run('review', order))
  expect(Taro.navigateTo).toHaveBeenCalledWith({ url: `/trade/review/index?order=${order.id}` })
})
