import type { AfterSaleRequest } from '@xiaopu/contract'
import type { ApiClient } from '../index'
import { failureOf } from '../test/scripted-gateway'
import { address, openShop, useServer, visitor } from '../test/shopping'
import type { Shop } from './index'

const server = useServer()
let shop: Shop
let api: ApiClient
beforeEach(() => {
  ;({ shop, api } = openShop(server, { shopperOf: (code) => code.split('-')[0]! }))
})
afterEach(() => expect(shop.faults).toEqual([]))

const mugs = (quantity: number) => ({ kind: 'direct' as const, skuId: 'mug-sand', quantity })
const WAYBILL = { carrier: '顺丰速运', trackingNumber: 'SF1234567890' }

async function paid(quantity = 1): Promise<string> {
  const quote = await api.checkout.quote({ source: mugs(quantity), address })
  const body = { quoteId: quote.id, source: mugs(quantity), address, fapiao: null, remark: '' }
  const { id } = await api.orders.place(body, { idempotencyKey: `key-${quote.id}` })
  shop.pay(id)
  return id
}

let keys = 0
const ask = (orderId: string, changes: Partial<AfterSaleRequest> = {}, idempotencyKey = `after-sale-${++keys}`) => {
  const lines = [{ skuId: 'mug-sand', quantity: 1 }]
  const body = { kind: 'refund' as const, lines, amount: null, reason: 'other' as const, words: '', uploadIds: [] }
  return api.afterSales.request(orderId, { ...body, ...changes }, { idempotencyKey })
}

test('before it is sent, all of an order can be refunded with its shipping; WeChat pays it back', async () => {
  const id = await paid()
  const options = await api.afterSales.options(id)
  expect(options.kinds.map(({ kind }) => kind)).toEqual(['refund'])
  expect(options).toMatchObject({ lines: [{ most: { refund: 1, return: 0 }, amounts: [128_00] }], shipping: 12_00 })
  const { id: afterSaleId } = await ask(id)
  expect(await api.orders.get(id)).toMatchObject({ refunded: 0, afterSales: [{ id: afterSaleId, open: true }] })
  shop.answerAfterSale(afterSaleId, { approve: true, words: '已同意' })
  expect(await api.afterSales.get(afterSaleId)).toMatchObject({ state: 'refunding', answer: '已同意', actions: [] })
  shop.answerAfterSale(afterSaleId, { refund: 'done' })
  expect(await api.afterSales.get(afterSaleId)).toMatchObject({ state: 'refunded', open: false, asked: 140_00 })
  expect(await api.orders.get(id)).toMatchObject({ refunded: 140_00, afterSales: [{ state: 'refunded' }] })
})

test('a return goes back by a waybill, an exchange brings a replacement', async () => {
  const id = await paid(2)
  shop.ship(id)
  const back = await ask(id, { kind: 'return', amount: 100_00 })
  expect(back).toMatchObject({ asked: 100_00, actions: ['withdraw'] })
  shop.answerAfterSale(back.id, { approve: true })
  expect(await api.afterSales.sendBack(back.id, WAYBILL)).toMatchObject({ state: 'returning', waybill: WAYBILL })
  shop.answerAfterSale(back.id, { received: true })
  const other = await ask(id, { kind: 'exchange' })
  shop.answerAfterSale(other.id, { approve: true })
  await api.afterSales.sendBack(other.id, WAYBILL)
  shop.answerAfterSale(other.id, { received: true })
  shop.answerAfterSale(other.id, { replacement: WAYBILL })
  expect(await api.afterSales.confirmReplacement(other.id)).toMatchObject({ state: 'completed', replacement: WAYBILL })
  const page = await api.afterSales.list({ orderId: id })
  expect(page.items.map(({ state }) => state)).toEqual(['completed', 'refunding'])
})

test('too much, twice, too early and somebody else’s are refused; a second tap is the same one', async () => {
  const id = await paid()
  expect(await failureOf(ask(id, { amount: 140_01 }))).toMatchObject({ code: 'after_sale_too_much' })
  expect(await failureOf(ask(id, { uploadIds: ['unknown'] }))).toMatchObject({ code: 'validation_failed' })
  const first = await ask(id, {}, 'the-same-tap')
  expect((await ask(id, {}, 'the-same-tap')).id).toBe(first.id)
  expect(await failureOf(ask(id))).toMatchObject({ code: 'after_sale_too_much' })
  const stranger = visitor('zh-CN', 'stranger')
  expect(await failureOf(stranger.afterSales.get(first.id))).toMatchObject({ code: 'not_found' })
  expect(await failureOf(stranger.afterSales.options(id))).toMatchObject({ code: 'not_found' })
  expect(await api.afterSales.withdraw(first.id)).toMatchObject({ state: 'withdrawn', open: false })
  const again = await ask(id)
  shop.answerAfterSale(again.id, { refuse: '商品已经发出' })
  expect(await failureOf(api.afterSales.withdraw(again.id))).toMatchObject({ code: 'after_sale_moved' })
})
