import Taro from '@tarojs/taro'
import { act } from '@testing-library/react'
import type { PurchaseSource } from '@xiaopu/contract'
import { api } from '../../api/client'
import { address } from '../../testing/address'
import { openShop, renderHookInApp } from '../../testing/open-shop'
import { useOrderActions } from './use-order-actions'

const opened = openShop()
const opening = jest.mocked(Taro.openBusinessView) as unknown as jest.Mock
const showing = jest.mocked(Taro.onAppShow) as unknown as jest.Mock
const toasts = () => jest.mocked(Taro.showToast).mock.calls.map(([options]) => options?.title)
const questions = () => jest.mocked(Taro.showModal).mock.calls.map(([options]) => options?.title)
const asked = () => opened.shop.requests.map(({ route }) => route).filter((route) => /Receipt$/.test(route))
const status = () => opened.shop.orders()[0]!.status

let orders = 0
/** Sent, and WeChat was told of it. */
async function sent() {
  await api.cart.add({ skuId: 'mug-sand', quantity: 1 })
  const source: PurchaseSource = { kind: 'cart' }
  const { id: quoteId } = await api.checkout.quote({ source, address })
  const idempotencyKey = `receipt-${++orders}`
  const { id } = await api.orders.place({ quoteId, source, address, fapiao: null, remark: '' }, { idempotencyKey })
  opened.shop.pay(id)
  opened.shop.ship(id)
  opened.shop.tellWechat(id)
  return api.orders.get(id)
}

/** WeChat's component opens, and ends like this. */
function component(said: object, meanwhile: () => void = () => {}) {
  opening.mockImplementationOnce(() => {
    meanwhile()
    showing.mock.calls.at(-1)![0]({ referrerInfo: { appId: 'wx1183b055aeec94d1', extraData: said } })
  })
}

async function confirms(order: Awaited<ReturnType<typeof sent>>) {
  const desk = renderHookInApp(() => useOrderActions()).result
  await act(() => desk.current.run('confirm_receipt', order))
}

test('confirmed in WeChat, the order is received, and the shop has asked nothing of its own', async () => {
  const order = await sent()
  component({ status: 'success' }, () => opened.shop.receiveInWechat(order.id))
  await confirms(order)
  expect(opening.mock.lastCall![0]).toMatchObject({ extraData: { transaction_id: order.receipt!.transactionId } })
  expect([status(), toasts(), questions(), asked()]).toEqual(['completed', ['已确认收货'], [], ['checkReceipt']])
})

test('what the component says is not believed while WeChat does not say it', async () => {
  const order = await sent()
  component({ status: 'success' })
  await confirms(order)
  expect([status(), toasts(), asked()]).toEqual(['shipped', ['微信还在处理，稍后下拉刷新看看'], ['checkReceipt']])
})

test('who leaves it is told nothing, and the order is read again all the same', async () => {
  const order = await sent()
  component({ status: 'cancel' })
  await confirms(order)
  expect([status(), toasts(), questions(), asked()]).toEqual(['shipped', [], [], ['checkReceipt']])
})

test('confirmed there though it said otherwise, the order is received', async () => {
  const order = await sent()
  component({ status: 'cancel' }, () => opened.shop.receiveInWechat(order.id))
  await confirms(order)
  expect([status(), toasts()]).toEqual(['completed', ['已确认收货']])
})

test('where the component does not work, the shop asks itself', async () => {
  const order = await sent()
  component({ status: 'fail', errormsg: 'busy' })
  await confirms(order)
  expect([status(), questions(), asked()]).toEqual([
    'completed',
    ['商品都收到了吗？'],
    ['checkReceipt', 'confirmReceipt'],
  ])
})

test('where WeChat is too old for it, the shop asks itself at once', async () => {
  const order = await sent()
  const { openBusinessView } = Taro
  Object.assign(Taro, { openBusinessView: undefined })
  await confirms(order)
  Object.assign(Taro, { openBusinessView })
  expect([status(), asked()]).toEqual(['completed', ['confirmReceipt']])
})

test('a gateway that cannot be asked says so, and nothing is taken for received', async () => {
  const order = await sent()
  component({ status: 'success' })
  opened.shop.fail('checkReceipt', { code: 'wechat_unavailable' })
  await confirms(order)
  expect([status(), toasts().length]).toEqual(['shipped', 1])
})
