import { randomUUID } from 'node:crypto'
import type { MerchantAct, MerchantOrder, Order, StoreStockList } from '@xiaopu/contract'
import { ADDRESS } from '../../testing/goods'
import { CHEN, LIN, Stand } from '../../testing/stand'
import type { Visitor } from '../../testing/visitor'

const OWNER_TOKEN = 'an-owner-token-of-the-tests-0123456789'
const WHO = { name: '林小满', phone: '14000000101' }
const ANFU = { kind: 'pickup', storeId: 'sh-anfu' }

let stand: Stand
let till: Visitor
let shopper: Visitor
beforeAll(async () => {
  stand = await Stand.open({ ownerToken: OWNER_TOKEN })
})
afterAll(() => stand.close())
beforeEach(async () => {
  await stand.firstMorning()
  till = stand.visitor()
  till.token = OWNER_TOKEN
  shopper = await stand.shopper()
})

const direct = (skuId: string, quantity = 1) => ({ kind: 'direct', skuId, quantity })
const quoted = async (skuId: string, quantity = 1, delivery: object = ANFU, who = shopper) =>
  (
    await who.post<{ id: string; problems: string[]; lines: object[]; amounts: object }>('/v1/checkout/quote', {
      source: direct(skuId, quantity),
      address: null,
      delivery,
    })
  ).body
const place = async (quoteId: string, skuId: string, who = shopper, more: object = {}) =>
  who.place(quoteId, `key-${randomUUID()}`, direct(skuId), { address: null, delivery: { ...ANFU, ...WHO }, ...more })

/** Bought to pick up at Anfu Road, and paid for. */
async function paid(skuId = 'LAMP', person = LIN, who = shopper): Promise<Order & { code: string }> {
  const { body } = await place((await quoted(skuId, 1, ANFU, who)).id, skuId, who)
  await stand.payOnPhone((await who.startPayment(body)).body.params, person)
  const order = await who.seen(body)
  return { ...order, code: pickupOf(order).code ?? 'none' }
}
const pickupOf = (order: Order) => {
  if (order.delivery.kind !== 'pickup') throw new Error('it comes as a parcel')
  return order.delivery
}
const ready = (order: Order) => till.post<MerchantOrder>(`/v1/merchant/orders/${order.id}/ready`)
const collect = (pickupCode: string, storeId = 'sh-anfu') =>
  till.post<MerchantOrder>('/v1/merchant/pickups', { pickupCode, storeId })

describe('at checkout', () => {
  test('a store asks for no address and no fee, and its own shelves count', async () => {
    expect(await quoted('LAMP')).toMatchObject({
      problems: [],
      amounts: { goods: 12_900, shipping: 0, total: 12_900 },
      lines: [{ skuId: 'LAMP', status: 'low_stock', available: 3 }],
    })
    expect(await quoted('CUP-W')).toMatchObject({ problems: ['store_out_of_stock'], lines: [{ status: 'sold_out' }] })
    expect(await quoted('LAMP', 1, { ...ANFU, storeId: 'moon' })).toMatchObject({
      problems: expect.arrayContaining(['store_unavailable']),
    })
  })

  test('another store is another quote', async () => {
    const { id } = await quoted('LAMP')
    const elsewhere = { ...ANFU, storeId: 'bj-sanlitun', ...WHO }
    expect(await place(id, 'LAMP', shopper, { delivery: elsewhere })).toMatchObject({ body: { code: 'quote_changed' } })
    expect(await place(id, 'LAMP', shopper, { delivery: undefined, address: ADDRESS })).toMatchObject({
      body: { code: 'quote_changed' },
    })
    expect(await stand.count('commerce.orders')).toBe(0)
  })

  test('a parcel without an address, or a pickup without a person, is refused with the field named', async () => {
    const { id } = await quoted('LAMP')
    expect(await place(id, 'LAMP', shopper, { delivery: undefined })).toMatchObject({
      status: 400,
      body: { code: 'validation_failed', fields: [{ path: expect.stringContaining('address') }] },
    })
    expect(await place(id, 'LAMP', shopper, { delivery: ANFU })).toMatchObject({
      status: 400,
      body: { code: 'validation_failed' },
    })
    expect(await stand.count('commerce.orders')).toBe(0)
  })

  test('two people want the last piece of a store: one gets it, the other is told which goods', async () => {
    const other = await stand.shopper(CHEN)
    const quotes = await Promise.all([quoted('VASE'), quoted('VASE', 1, ANFU, other)])
    const answers = await Promise.all([place(quotes[0].id, 'VASE'), place(quotes[1].id, 'VASE', other)])
    expect(answers.map(({ status }) => status).sort()).toEqual([201, 409])
    expect(answers.find(({ status }) => status === 409)).toMatchObject({
      body: { code: 'store_out_of_stock', lines: [{ skuId: 'VASE', status: 'sold_out' }] },
    })
    expect(await stand.stock('VASE')).toEqual({ onHand: 1, reserved: 0 })
  })

  test('the stores are shown nearest first, each with what it has of the goods', async () => {
    const near = { latitude: 39.9, longitude: 116.4 }
    const items = [
      { skuId: 'LAMP', quantity: 2 },
      { skuId: 'VASE', quantity: 1 },
    ]
    const { body } = await stand.visitor().post<StoreStockList>('/v1/stores/stock', { items, ...near })
    expect(body.stores).toMatchObject([
      {
        id: 'bj-sanlitun',
        has: 'nothing',
        lines: [
          { skuId: 'LAMP', status: 'insufficient', available: 1 },
          { skuId: 'VASE', status: 'sold_out' },
        ],
      },
      { id: 'sh-anfu', has: 'all', distanceMeters: expect.any(Number) },
    ])
  })
})

describe('the code', () => {
  test('is there once the order is paid, for its owner only, and always the same', async () => {
    const { body: unpaid } = await place((await quoted('LAMP')).id, 'LAMP')
    expect(pickupOf(unpaid)).toMatchObject({ code: null, ...WHO, store: { name: '安福路店' } })
    expect(unpaid.actions).not.toContain('show_pickup_code')
    const order = await paid()
    expect(order.code).toMatch(/^\d{12}$/)
    expect(order.actions[0]).toBe('show_pickup_code')
    const [again, too] = await Promise.all([shopper.seen(order), shopper.seen(order)])
    expect([pickupOf(again).code, pickupOf(too).code]).toEqual([order.code, order.code])
    const { body } = await till.get<MerchantOrder>(`/v1/merchant/orders/${order.id}`)
    expect(body.delivery).toMatchObject({ kind: 'pickup', code: null })
    expect(await (await stand.shopper(CHEN)).get(`/v1/orders/${order.id}`)).toMatchObject({ status: 404 })
  })

  test('hands the goods over once they are ready, at its own store, and says who did it', async () => {
    const order = await paid()
    expect(await collect(order.code)).toMatchObject({ status: 409, body: { code: 'pickup_not_ready' } })
    expect(await ready(order)).toMatchObject({ status: 200, body: { status: 'shipped' } })
    expect(await ready(order)).toMatchObject({ status: 200 })
    expect(await shopper.seen(order)).toMatchObject({ delivery: { code: order.code, readyAt: expect.any(String) } })
    expect(await collect(order.code, 'bj-sanlitun')).toMatchObject({
      status: 409,
      body: { code: 'other_store', detail: expect.stringContaining('安福路店') },
    })
    expect(await collect(order.code)).toMatchObject({ status: 200, body: { status: 'completed' } })
    expect(await collect(order.code)).toMatchObject({ status: 409, body: { code: 'already_collected' } })
    expect(await shopper.seen(order)).toMatchObject({
      status: 'completed',
      delivery: { code: null, collectedAt: expect.any(String) },
    })
    const { body } = await till.get<{ items: MerchantAct[] }>('/v1/merchant/acts')
    const handed = body.items.filter(({ act, outcome }) => act === 'collectPickup' && outcome === 'done')
    expect(handed).toMatchObject([{ detail: { pickupCode: order.code }, staff: { name: expect.any(String) } }])
  })

  test('read by two tills at once hands them over once', async () => {
    const order = await paid()
    await ready(order)
    const answers = await Promise.all(Array.from({ length: 4 }, () => collect(order.code)))
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409, 409, 409])
  })

  test('that nobody was given, or that is no code, opens nothing', async () => {
    expect(await collect('123456789012')).toMatchObject({ status: 404, body: { code: 'not_found' } })
    expect(await collect('12345')).toMatchObject({ status: 400, body: { code: 'validation_failed' } })
    const nobody = stand.visitor()
    expect(await nobody.post('/v1/merchant/pickups', { pickupCode: '123456789012', storeId: 'sh-anfu' })).toMatchObject(
      {
        status: 401,
      },
    )
  })
})

describe('the counter', () => {
  test('makes nothing ready that is not paid, comes as a parcel, or does not exist', async () => {
    const { body: unpaid } = await place((await quoted('LAMP')).id, 'LAMP')
    expect(await ready(unpaid)).toMatchObject({ status: 409, body: { code: 'order_not_paid' } })
    const parcel = await shopper.order('CUP-W')
    expect(await ready(parcel)).toMatchObject({ status: 409, body: { code: 'other_delivery' } })
    expect(await ready({ ...parcel, id: 'nothing' })).toMatchObject({ status: 404 })
  })

  test('sends no parcel of what is picked up', async () => {
    const order = await paid()
    const parcel = { carrier: '顺丰速运', trackingNumber: 'SF1234567890', lines: null }
    expect(await till.post(`/v1/merchant/orders/${order.id}/shipments`, parcel)).toMatchObject({
      status: 409,
      body: { code: 'other_delivery' },
    })
    expect(await shopper.post(`/v1/orders/${order.id}/receipt`)).toMatchObject({ body: { code: 'order_not_shipped' } })
  })

  test('counts its shelves, never below what orders hold', async () => {
    const count = (storeId: string, skuCode: string, onHand: number) =>
      till.call('PUT', `/v1/merchant/stores/${storeId}/skus/${skuCode}/stock`, { onHand })
    expect(await count('sh-anfu', 'CUP-W', 6)).toMatchObject({ status: 204 })
    expect(await quoted('CUP-W', 6)).toMatchObject({ problems: [] })
    expect(await count('moon', 'CUP-W', 6)).toMatchObject({ status: 404 })
    expect(await count('sh-anfu', 'LADDER', 6)).toMatchObject({ status: 404 })
    await place((await quoted('VASE')).id, 'VASE')
    expect(await count('sh-anfu', 'VASE', 0)).toMatchObject({ status: 409, body: { code: 'stock_reserved' } })
  })

  test('an order nobody paid for gives its pieces back to the store', async () => {
    const { body } = await place((await quoted('VASE')).id, 'VASE')
    expect(await quoted('VASE')).toMatchObject({ problems: ['store_out_of_stock'] })
    await shopper.post(`/v1/orders/${body.id}/cancel`)
    expect(await quoted('VASE')).toMatchObject({ problems: [] })
  })
})
