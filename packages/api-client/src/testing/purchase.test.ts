import type { ApiClient } from '../index'
import { failureOf } from '../test/scripted-gateway'
import { address, openShop, useServer, visitor } from '../test/shopping'
import type { Shop } from './index'
import { UNDELIVERABLE_PROVINCE } from './index'

const server = useServer()
const start = Date.parse('2025-05-01T02:00:00Z')
let shop: Shop
let api: ApiClient
let now: number
beforeEach(() => {
  now = start
  ;({ shop, api } = openShop(server, { now: () => now, shopperOf: (code) => code.split('-')[0]! }))
})
afterEach(() => expect(shop.faults).toEqual([]))

const cart = { kind: 'cart' as const }
const direct = (skuId: string, quantity = 1) => ({ kind: 'direct' as const, skuId, quantity })
type Source = typeof cart | ReturnType<typeof direct>

const quoteOf = (source: Source) => api.checkout.quote({ source, address })
const orderOn = (quoteId: string, source: Source, idempotencyKey = 'key-1', remark = '') =>
  api.orders.place({ quoteId, source, address, fapiao: null, remark }, { idempotencyKey })
const buy = async (source: Source, key?: string) => orderOn((await quoteOf(source)).id, source, key)

describe('between the quote and the order', () => {
  test('another price is another quote, and the order on the old one is refused', async () => {
    const before = await quoteOf(direct('mug-sand'))
    shop.setPrice('mug-sand', 138_00)
    expect(await failureOf(orderOn(before.id, direct('mug-sand')))).toMatchObject({ code: 'quote_changed' })
    const after = await quoteOf(direct('mug-sand'))
    expect(after.id).not.toBe(before.id)
    expect(after.amounts.goods).toBe(138_00)
  })

  test('other stock is another quote', async () => {
    const before = await quoteOf(direct('mug-sand'))
    shop.setStock('mug-sand', 49)
    expect((await quoteOf(direct('mug-sand'))).id).not.toBe(before.id)
  })

  test('nothing happened: the quote is the same, wherever it goes', async () => {
    const nowhere = await api.checkout.quote({ source: direct('mug-sand'), address: null })
    expect(nowhere.problems).toEqual(['address_required'])
    expect((await quoteOf(direct('mug-sand'))).id).toBe(nowhere.id)
  })

  test('goods that are sold out refuse the order by name, and nothing is reserved or taken out of the cart', async () => {
    await api.cart.add({ skuId: 'mug-sand', quantity: 2 })
    await api.cart.add({ skuId: 'kettle-black', quantity: 1 })
    const quote = await quoteOf(cart)
    shop.setStock('kettle-black', 0)
    expect(await failureOf(orderOn(quote.id, cart))).toMatchObject({
      code: 'lines_unavailable',
      lines: [{ skuId: 'kettle-black', status: 'sold_out', available: 0 }],
    })
    expect(shop.stock('mug-sand')).toBe(50)
    const { lines } = await api.cart.get()
    expect(lines.map(({ skuId, status, selected }) => [skuId, status, selected])).toEqual([
      ['kettle-black', 'sold_out', false],
      ['mug-sand', 'ok', true],
    ])
    expect(shop.orders()).toEqual([])
  })

  test('an empty cart has nothing to buy', async () => {
    const quote = await quoteOf(cart)
    expect(quote.problems).toEqual(['nothing_to_buy'])
    expect(await failureOf(orderOn(quote.id, cart))).toMatchObject({ code: 'nothing_to_buy', status: 422 })
  })

  test('a province where no carrier goes is said in the quote and refused in the order', async () => {
    const far = { ...address, province: UNDELIVERABLE_PROVINCE }
    const source = direct('mug-sand')
    const { id, problems } = await api.checkout.quote({ source, address: far })
    expect(problems).toEqual(['address_undeliverable'])
    const order = api.orders.place(
      { quoteId: id, source, address: far, fapiao: null, remark: '' },
      { idempotencyKey: 'key-1' },
    )
    expect(await failureOf(order)).toMatchObject({ code: 'address_undeliverable' })
  })
})

describe('one order', () => {
  test('a second tap on 提交订单 is the same order', async () => {
    const { id } = await quoteOf(direct('mug-sand'))
    const [first, second] = await Promise.all([orderOn(id, direct('mug-sand')), orderOn(id, direct('mug-sand'))])
    expect(second.id).toBe(first.id)
    expect(shop.orders()).toHaveLength(1)
    expect(shop.stock('mug-sand')).toBe(49)
  })

  test('an order whose answer was lost is there, once', async () => {
    shop.fail('placeOrder', { afterwards: true, network: true })
    const order = await buy(direct('mug-sand'))
    expect(shop.requestsTo('placeOrder')).toHaveLength(2)
    expect(shop.orders().map(({ id }) => id)).toEqual([order.id])
  })

  test('the key of another order is refused', async () => {
    await buy(direct('mug-sand'))
    expect(await failureOf(buy(direct('desk-elm')))).toMatchObject({ code: 'idempotency_key_reused' })
  })

  test('belongs to who placed it: for anybody else it does not exist', async () => {
    const { id } = await buy(direct('mug-sand'))
    const stranger = visitor('zh-CN', 'stranger')
    expect(await failureOf(stranger.orders.get(id))).toMatchObject({ code: 'not_found' })
    expect(await failureOf(stranger.payments.start(id))).toMatchObject({ code: 'not_found' })
    expect((await stranger.orders.list()).items).toEqual([])
  })
})

describe('a whole purchase', () => {
  test('from the home page to the paid order', async () => {
    const home = await api.home.get()
    expect(home.blocks.map(({ type }) => type)).toEqual([
      'hero',
      'shortcuts',
      'product_row',
      'editorial',
      'nearby_store',
      'product_grid',
    ])
    const desk = await api.catalog.product('desk')
    expect(desk.price.from).toBe(12_888_800)
    await api.cart.add({ skuId: desk.skus[0]!.id, quantity: 1 })
    await api.cart.add({ skuId: 'tee-green-M', quantity: 2 })
    const order = await buy(cart)
    expect(order).toMatchObject({
      status: 'pending_payment',
      pieces: 3,
      amounts: { goods: 12_922_600, discount: 0, shipping: 0, total: 12_922_600 },
      actions: ['pay', 'cancel'],
      expiresAt: '2025-05-01T02:30:00.000Z',
    })
    expect((await api.cart.get()).lines).toEqual([])

    const payment = await api.payments.start(order.id)
    expect(await api.payments.state(order.id)).toMatchObject({ status: 'unpaid', amount: 12_922_600 })
    if (payment.status !== 'ready') throw new Error('there was something to pay')
    shop.payByPackage(payment.params.package)
    expect(await api.payments.state(order.id)).toMatchObject({ status: 'paid', orderStatus: 'paid' })
    expect(await api.payments.start(order.id)).toEqual({ status: 'settled' })
    expect(await api.orders.counts()).toMatchObject({ pending_payment: 0, paid: 1, shipped: 0, completed: 0 })
    expect((await api.orders.list({ status: 'paid' })).items.map(({ id }) => id)).toEqual([order.id])
    expect(await failureOf(api.orders.cancel(order.id))).toMatchObject({ code: 'order_not_cancellable' })

    shop.ship(order.id)
    expect((await api.orders.get(order.id)).status).toBe('shipped')
  })

  test('shipping is paid below ¥199', async () => {
    expect((await quoteOf(direct('mug-sand'))).amounts).toEqual({
      goods: 12800,
      discount: 0,
      shipping: 1200,
      total: 14000,
    })
  })

  test('orders come page by page, the newest first', async () => {
    for (const key of ['a', 'b', 'c']) await buy(direct('mug-sand'), key)
    const first = await api.orders.list({ limit: 2 })
    expect(first.items.map(({ id }) => id)).toEqual(['order-3', 'order-2'])
    const rest = await api.orders.list({ limit: 2, cursor: first.nextCursor! })
    expect(rest).toMatchObject({ items: [{ id: 'order-1' }], nextCursor: null, total: 3 })
  })
})

describe('an order nobody pays', () => {
  test('is cancelled after half an hour, and its goods can be bought again', async () => {
    const { id } = await buy(direct('kettle-black', 2))
    expect(shop.stock('kettle-black')).toBe(0)
    now += 30 * 60_000
    expect(await api.orders.get(id)).toMatchObject({
      status: 'cancelled',
      cancelledBecause: 'expired',
      paymentStatus: 'closed',
      expiresAt: null,
    })
    expect(shop.stock('kettle-black')).toBe(2)
    expect(await failureOf(api.payments.start(id))).toMatchObject({ code: 'order_not_payable' })
  })

  test('can be let expire at once by a test, once', async () => {
    const { id } = await buy(direct('kettle-black'))
    shop.expireOrder(id)
    shop.expireOrder(id)
    expect(shop.stock('kettle-black')).toBe(2)
    expect((await api.orders.get(id)).cancelledBecause).toBe('expired')
  })

  test('is cancelled by the shopper, and a second tap changes nothing', async () => {
    const { id } = await buy(direct('kettle-black'))
    await api.orders.cancel(id)
    expect(await api.orders.cancel(id)).toMatchObject({ status: 'cancelled', cancelledBecause: 'shopper' })
    expect(shop.stock('kettle-black')).toBe(2)
  })

  test('and then is paid after all gives the money back', async () => {
    const { id } = await buy(direct('mug-sand'))
    shop.expireOrder(id)
    shop.pay(id)
    expect(await api.payments.state(id)).toMatchObject({ status: 'refunding', orderStatus: 'cancelled' })
    shop.refund(id)
    expect(await api.payments.state(id)).toMatchObject({ status: 'refunded' })
  })
})
