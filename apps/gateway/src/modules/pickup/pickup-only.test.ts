import { randomUUID } from 'node:crypto'
import type { Cart, CartLine, FittingCoupons, Order, Problem, Product, Quote, WalletCoupon } from '@xiaopu/contract'
import { ADDRESS } from '../../testing/goods'
import { OWNER_TOKEN } from '../../testing/opened-shop'
import { CHEN, Stand } from '../../testing/stand'
import type { Visitor } from '../../testing/visitor'
import { afterSaleTalk } from '../after-sales/testing'

const WHO = { name: '林小满', phone: '14000000101' }
const ANFU = { kind: 'pickup', storeId: 'sh-anfu' }

let stand: Stand
let shopper: Visitor
beforeAll(async () => {
  stand = await Stand.open({ ownerToken: OWNER_TOKEN })
})
afterAll(() => stand.close())
/** Of the lamp nothing is left in the warehouse, three pieces in Anfu Road and one in Sanlitun. */
beforeEach(async () => {
  await stand.firstMorning()
  await stand.setStock('LAMP', 0)
  shopper = await stand.shopper()
})

const addToPickUp = (skuId = 'LAMP', quantity = 1, who = shopper) =>
  who.post<Cart & Problem>('/v1/cart/lines', { skuId, quantity, pickup: true })
const select = (lineIds: 'all' | string[], selected: boolean, who = shopper) =>
  who.post<Cart>('/v1/cart/selection', { lineIds, selected })
const line = (cart: Cart, skuId = 'LAMP'): CartLine => cart.lines.find((one) => one.skuId === skuId)!
const ticked = (cart: Cart) => cart.lines.flatMap(({ skuId, selected }) => (selected ? [skuId] : [])).sort()
const quoted = async (who = shopper, delivery: object = ANFU, source: object = { kind: 'cart' }) =>
  (await who.post<Quote>('/v1/checkout/quote', { source, address: null, delivery })).body
const place = (quoteId: string, who = shopper) =>
  who.place(quoteId, `key-${randomUUID()}`, { kind: 'cart' }, { address: null, delivery: { ...ANFU, ...WHO } })
const countStore = async (skuId: string, onHand: number, storeId = 'sh-anfu') => {
  const owner = stand.visitor()
  owner.token = OWNER_TOKEN
  const { status } = await owner.call('PUT', `/v1/merchant/stores/${storeId}/skus/${skuId}/stock`, { onHand })
  expect(status).toBe(204)
}
async function shelf(skuId = 'LAMP'): Promise<{ onHand: number; reserved: number }> {
  const { rows } = await stand.database.execute(
    `select on_hand as "onHand", reserved from commerce.store_stock where store_id = 'sh-anfu' and sku_id = $1`,
    [skuId],
  )
  return rows[0]
}

describe('a product', () => {
  test('says what the best-stocked store has, and is sold out for who knows no more', async () => {
    const { body } = await stand.visitor().get<Product>('/v1/products/lamp')
    expect(body).toMatchObject({ available: false, tag: 'sold_out' })
    expect(body.skus).toMatchObject([
      { stock: { status: 'sold_out', available: 0 }, maxQuantity: 0, pickup: { available: 3, maxQuantity: 3 } },
    ])
    const { body: gift } = await stand.visitor().get<Product>('/v1/products/gift')
    expect(gift.skus[0]!.pickup).toBeNull()
  })

  test('is still waited for to be sent: a reminder is taken while only a store has it', async () => {
    const wait = { productId: 'lamp', skuId: 'LAMP' }
    expect((await shopper.call('PUT', '/v1/restock-reminders', wait)).status).toBe(204)
    await stand.gateway.runJobsOnce()
    const { body } = await shopper.get('/v1/restock-reminders?product=lamp')
    expect(body).toEqual({ skuIds: ['LAMP'] })
  })
})

describe('in the cart', () => {
  test('it is refused as sold out, unless the shopper comes for it', async () => {
    const { status, body } = await shopper.post<Problem>('/v1/cart/lines', { skuId: 'LAMP', quantity: 1 })
    expect([status, body.code, body.lines]).toEqual([
      409,
      'out_of_stock',
      [{ skuId: 'LAMP', status: 'sold_out', available: 0 }],
    ])
    expect((await shopper.cart()).lines).toEqual([])
    const cart = (await addToPickUp('LAMP', 2)).body
    expect(cart).toMatchObject({ count: 2, selectedCount: 2, subtotal: 2 * 12_900 })
    expect(line(cart)).toMatchObject({ status: 'sold_out', selected: true, pickup: { available: 3, maxQuantity: 3 } })
  })

  test('the store that has most sets the limit; a wish that is none is refused by its field', async () => {
    await addToPickUp('LAMP', 2)
    expect(await addToPickUp('LAMP', 2)).toMatchObject({
      status: 409,
      body: { code: 'out_of_stock', lines: [{ available: 3 }] },
    })
    const { id } = line(await shopper.cart())
    const change = (quantity: number) => shopper.call<Cart>('PUT', `/v1/cart/lines/${id}`, { quantity })
    expect(await change(4)).toMatchObject({ status: 409 })
    expect(line((await change(3)).body)).toMatchObject({ quantity: 3, selected: true })
    const wrong = await shopper.post('/v1/cart/lines', { skuId: 'LAMP', quantity: 1, pickup: 'yes' })
    expect(wrong).toMatchObject({ status: 400, body: { fields: [{ path: 'body.pickup' }] } })
  })

  test('what sells out in the warehouse is no longer ticked, until it is ticked itself', async () => {
    await stand.setStock('LAMP', 5)
    await shopper.put('LAMP')
    await shopper.put('GIFT')
    expect(ticked(await shopper.cart())).toEqual(['GIFT', 'LAMP'])
    await stand.setStock('LAMP', 0)
    const cart = await shopper.cart()
    expect([ticked(cart), cart.count]).toEqual([['GIFT'], 2])
    expect(ticked((await select('all', true)).body)).toEqual(['GIFT'])
    expect(ticked((await select([line(cart).id], true)).body)).toEqual(['GIFT', 'LAMP'])
    expect(ticked((await select('all', false)).body)).toEqual([])
    expect(ticked((await select('all', true)).body)).toEqual(['GIFT'])
  })

  test('more than the stores have is not ticked, and lost in the stores, too, it cannot be bought at all', async () => {
    await addToPickUp('LAMP', 2)
    await countStore('LAMP', 1)
    const short = await shopper.cart()
    expect(line(short)).toMatchObject({ selected: false, pickup: { available: 1, maxQuantity: 1 } })
    expect(short).toMatchObject({ count: 0, selectedCount: 0, subtotal: 0 })
    await countStore('LAMP', 0)
    await countStore('LAMP', 0, 'bj-sanlitun')
    const gone = await shopper.cart()
    expect(line(gone)).toMatchObject({ status: 'sold_out', pickup: null, selected: false })
    const { body } = await shopper.post<Cart>('/v1/cart/lines/remove', { lineIds: 'unavailable' })
    expect(body.lines).toEqual([])
  })
})

describe('at checkout', () => {
  test('sent it cannot be: it is named, left out of the sums, and an order with it refused', async () => {
    await addToPickUp()
    await shopper.put('CUP-W')
    const quote = await shopper.quote()
    expect(quote.problems).toEqual(['lines_unavailable'])
    expect(quote.amounts.goods).toBe(3_900)
    expect(quote.lines).toMatchObject([
      { skuId: 'CUP-W', status: 'ok' },
      { skuId: 'LAMP', status: 'sold_out', pickup: { available: 3 } },
    ])
    expect(await shopper.place(quote.id, 'a-parcel-with-a-lamp')).toMatchObject({
      status: 409,
      body: { code: 'lines_unavailable', lines: [{ skuId: 'LAMP', status: 'sold_out', pickup: { available: 3 } }] },
    })
    expect([await stand.count('commerce.orders'), await shelf()]).toEqual([0, { onHand: 3, reserved: 0 }])
  })

  test('picked up it is taken from that store alone, and the cart forgets it', async () => {
    await addToPickUp('LAMP', 2)
    const { id, problems, amounts } = await quoted()
    expect([problems, amounts.total]).toEqual([[], 2 * 12_900])
    const { status, body } = await place(id)
    expect([status, await shelf(), await stand.stock('LAMP')]).toEqual([
      201,
      { onHand: 3, reserved: 2 },
      { onHand: 0, reserved: 0 },
    ])
    expect((await shopper.cart()).lines).toEqual([])
    await stand.payOnPhone((await shopper.startPayment(body)).body.params)
    expect([await shelf(), await stand.stock('LAMP')]).toEqual([
      { onHand: 1, reserved: 0 },
      { onHand: 0, reserved: 0 },
    ])
  })

  test.each(['cancelled by its shopper', 'left unpaid'])('an order %s gives the store its pieces back', async (how) => {
    await addToPickUp('LAMP', 3)
    const { body } = await place((await quoted()).id)
    expect(await shelf()).toEqual({ onHand: 3, reserved: 3 })
    if (how === 'left unpaid') {
      stand.clock.pass(31 * 60_000)
      await stand.gateway.runJobsOnce()
    } else await shopper.post(`/v1/orders/${body.id}/cancel`)
    expect((await shopper.seen(body)).status).toBe('cancelled')
    expect([await shelf(), await stand.stock('LAMP')]).toEqual([
      { onHand: 3, reserved: 0 },
      { onHand: 0, reserved: 0 },
    ])
  })

  test('what the warehouse runs out of between quote and order is picked up all the same', async () => {
    await stand.setStock('LAMP', 5)
    await shopper.put('LAMP', 2)
    const { id } = await quoted()
    await stand.setStock('LAMP', 0)
    expect((await place(id)).status).toBe(201)
    expect(await shelf()).toEqual({ onHand: 3, reserved: 2 })
  })

  test('what was unticked on another phone meanwhile is not', async () => {
    await addToPickUp()
    const { id } = await quoted()
    await select('all', false)
    expect(await place(id)).toMatchObject({ status: 409, body: { code: 'quote_changed' } })
    expect([await stand.count('commerce.orders'), await shelf()]).toEqual([0, { onHand: 3, reserved: 0 }])
  })

  test('a store that lacks some of it says what', async () => {
    await addToPickUp('LAMP', 2)
    const { lines, problems } = await quoted(shopper, { kind: 'pickup', storeId: 'bj-sanlitun' })
    expect([problems, lines]).toMatchObject([
      ['store_out_of_stock'],
      [{ skuId: 'LAMP', status: 'insufficient', available: 1, pickup: { available: 3 } }],
    ])
  })

  test('the last piece of a store is in two carts: one order, and the other is told', async () => {
    await countStore('LAMP', 1)
    const other = await stand.shopper(CHEN)
    const both = [shopper, other]
    for (const who of both) await addToPickUp('LAMP', 1, who)
    const quotes = await Promise.all(both.map((who) => quoted(who)))
    const answers = await Promise.all(both.map((who, at) => place(quotes[at]!.id, who)))
    expect(answers.map(({ status }) => status).sort()).toEqual([201, 409])
    expect(answers.find(({ status }) => status === 409)!.body).toMatchObject({
      code: 'store_out_of_stock',
      lines: [{ skuId: 'LAMP', status: 'sold_out' }],
    })
    expect([await shelf(), await stand.stock('LAMP')]).toEqual([
      { onHand: 1, reserved: 1 },
      { onHand: 0, reserved: 0 },
    ])
  })

  test('a refund before it was handed over puts it back on its shelf', async () => {
    await addToPickUp()
    const { body } = await place((await quoted()).id)
    await stand.payOnPhone((await shopper.startPayment(body)).body.params)
    expect(await shelf()).toEqual({ onHand: 2, reserved: 0 })
    const owner = stand.visitor()
    owner.token = OWNER_TOKEN
    const refund = { amount: body.amounts.total, reason: '门店盘点有误', lines: [], restock: false }
    const { status } = await owner.post<Order>(`/v1/merchant/orders/${body.id}/refunds`, refund, {
      'idempotency-key': `refund-${randomUUID()}`,
    })
    expect(status).toBeLessThan(300)
    await afterSaleTalk(() => stand).payOut()
    expect([await shelf(), await stand.stock('LAMP')]).toEqual([
      { onHand: 3, reserved: 0 },
      { onHand: 0, reserved: 0 },
    ])
  })

  test('a coupon counts for what is picked up, too', async () => {
    await stand.database.execute('truncate gateway.campaigns, gateway.taken_coupons, commerce.coupons cascade')
    const owner = stand.visitor()
    owner.token = OWNER_TOKEN
    const words = (text: string) => ({ 'zh-CN': text, en: text })
    const ends = { startsAt: null, endsAt: null }
    await owner.call('PUT', '/v1/merchant/coupons/LIJIAN20', {
      ...{ name: words('立减'), benefit: { kind: 'fixed', amount: 20_00 }, threshold: 100_00, scope: null },
      ...{ firstOrderOnly: false, ...ends, usageLimit: null, perCustomer: 100 },
    })
    await owner.call('PUT', '/v1/merchant/campaigns/welcome', {
      ...{ code: 'LIJIAN20', name: words('立减券'), benefit: words('满 100 减 20'), note: words('') },
      ...{ stock: null, perShopper: 1, ...ends, validDays: 7, validUntil: null, atTill: false },
    })
    expect((await shopper.post<WalletCoupon>('/v1/coupons/welcome/take')).status).toBe(201)
    await addToPickUp()
    const fitting = async (more: object) =>
      (
        await shopper.post<FittingCoupons>('/v1/checkout/coupons', {
          ...{ source: { kind: 'cart' }, address: ADDRESS },
          ...more,
        })
      ).body
    expect((await fitting({ delivery: ANFU })).usable).toMatchObject([{ code: 'LIJIAN20', discount: 20_00 }])
    expect((await fitting({})).unusable).toMatchObject([{ code: 'LIJIAN20', reason: 'other_goods' }])
  })
})
