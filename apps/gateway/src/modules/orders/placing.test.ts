import type { ShopperContext } from '@xiaopu/commerce'
import { createPostgresCommerce } from '@xiaopu/commerce-postgres'
import type { OrderPage } from '@xiaopu/contract'
import { ADDRESS } from '../../testing/goods'
import { CHEN, Stand } from '../../testing/stand'
import type { Visitor } from '../../testing/visitor'

let stand: Stand
let shopper: Visitor
beforeAll(async () => {
  stand = await Stand.open()
})
afterAll(() => stand.close())
beforeEach(async () => {
  await stand.firstMorning()
  shopper = await stand.shopper()
})

let keys = 0
const newKey = () => `tap-number-${++keys}`
const direct = (skuId: string, quantity = 1) => ({ kind: 'direct', skuId, quantity })

describe('a quote', () => {
  test('says what stands in the way', async () => {
    expect(await shopper.quote()).toMatchObject({ lines: [], problems: ['nothing_to_buy'] })
    const answer = await shopper.post('/v1/checkout/quote', { source: direct('LAMP'), address: null })
    expect(answer.body).toMatchObject({ problems: ['address_required'] })
    const hongKong = { ...ADDRESS, province: '香港特别行政区' }
    const abroad = await shopper.post('/v1/checkout/quote', { source: direct('LAMP'), address: hongKong })
    expect(abroad.body).toMatchObject({ problems: ['address_undeliverable'] })
    expect(await shopper.post('/v1/checkout/quote', { source: direct('NOTHING'), address: null })).toMatchObject({
      status: 404,
    })
  })

  test('is over the ticked lines that can be had', async () => {
    await shopper.put('LAMP')
    const [cup] = (await shopper.put('CUP-W')).lines
    await shopper.put('VASE')
    await shopper.post('/v1/cart/selection', { lineIds: [cup!.id], selected: false })
    await stand.setStock('VASE', 0)
    const quote = await shopper.quote()
    expect(quote).toMatchObject({
      problems: [],
      lines: [{ skuId: 'LAMP' }],
      amounts: { goods: 12_900, shipping: 1_000, total: 13_900 },
    })
  })

  test('keeps its name while nothing changes, and loses it when the price does', async () => {
    const first = await shopper.quote(direct('LAMP'))
    expect((await shopper.quote(direct('LAMP'))).id).toBe(first.id)
    await stand.setPrice('LAMP', 13_000)
    expect((await shopper.quote(direct('LAMP'))).id).not.toBe(first.id)
  })
})

describe('an order', () => {
  test('empties what it bought out of the cart, and leaves the rest', async () => {
    await shopper.put('LAMP')
    const [cup] = (await shopper.put('CUP-W')).lines
    await shopper.post('/v1/cart/selection', { lineIds: [cup!.id], selected: false })
    const { body } = await shopper.place((await shopper.quote()).id, newKey())
    expect(body.lines).toMatchObject([{ skuId: 'LAMP' }])
    expect((await shopper.cart()).lines).toMatchObject([{ skuId: 'CUP-W', selected: false }])
  })

  test('bought at once does not touch the cart', async () => {
    await shopper.put('LAMP')
    await shopper.order('CUP-W', 2)
    expect((await shopper.cart()).lines).toMatchObject([{ skuId: 'LAMP', quantity: 1 }])
  })

  test('is refused when something was sold out since, names it, and reserves nothing', async () => {
    await shopper.put('LAMP')
    await shopper.put('VASE')
    const { id } = await shopper.quote()
    await stand.setStock('VASE', 0)
    const answer = await shopper.place(id, newKey())
    expect(answer).toMatchObject({
      status: 409,
      body: { code: 'lines_unavailable', lines: [{ skuId: 'VASE', status: 'sold_out', available: 0 }] },
    })
    expect(await stand.stock('LAMP')).toMatchObject({ reserved: 0 })
    expect((await shopper.cart()).lines).toMatchObject([
      { skuId: 'VASE', status: 'sold_out', selected: false },
      { skuId: 'LAMP' },
    ])
    expect(await stand.count('commerce.orders')).toBe(0)
  })

  test('is refused as sold out, too, when the last piece goes while the gateway is looking', async () => {
    await shopper.put('VASE')
    const { id } = await shopper.quote()
    const backend = createPostgresCommerce({ database: stand.database, clock: stand.clock.now })
    const get = async (context: ShopperContext) => {
      await stand.setStock('VASE', 0)
      return backend.carts.get(context)
    }
    await stand.gateway.close()
    await stand.start({ backend: { ...backend, carts: { ...backend.carts, get } } })
    const answer = await shopper.place(id, newKey())
    await stand.gateway.close()
    await stand.start()
    expect(answer).toMatchObject({
      status: 409,
      body: { code: 'lines_unavailable', lines: [{ skuId: 'VASE', status: 'sold_out', available: 0 }] },
    })
  })

  test('is refused when a price has changed since', async () => {
    const { id } = await shopper.quote(direct('LAMP'))
    await stand.setPrice('LAMP', 13_000)
    expect(await shopper.place(id, newKey(), direct('LAMP'))).toMatchObject({
      status: 409,
      body: { code: 'quote_changed' },
    })
  })

  test('is refused when prices have changed, though the total is the same', async () => {
    await shopper.put('LAMP')
    await shopper.put('CUP-W')
    const { id } = await shopper.quote()
    await stand.setPrice('LAMP', 13_000)
    await stand.setPrice('CUP-W', 3_800)
    expect((await shopper.place(id, newKey())).body).toMatchObject({ code: 'quote_changed' })
  })

  test('is refused when the cart has changed since, on another phone say', async () => {
    const [lamp] = (await shopper.put('LAMP')).lines
    const { id } = await shopper.quote()
    await shopper.call('PUT', `/v1/cart/lines/${lamp!.id}`, { quantity: 2 })
    expect((await shopper.place(id, newKey())).body).toMatchObject({ code: 'quote_changed' })
  })

  test('is refused for another place that costs another fee', async () => {
    const { id } = await shopper.quote(direct('LAMP'))
    const address = { ...ADDRESS, province: '西藏自治区', city: '拉萨市', district: '城关区' }
    expect((await shopper.place(id, newKey(), direct('LAMP'), { address })).body).toMatchObject({
      code: 'quote_changed',
    })
  })

  test('is refused on a quote for something else, or of somebody else', async () => {
    const { id } = await shopper.quote(direct('CUP-W'))
    expect((await shopper.place(id, newKey(), direct('LAMP'))).body).toMatchObject({ code: 'quote_changed' })
    const other = await stand.shopper(CHEN)
    expect((await other.place(id, newKey(), direct('CUP-W'))).body).toMatchObject({ code: 'quote_changed' })
  })

  test('with a total of the client’s own is refused', async () => {
    const { id } = await shopper.quote(direct('LAMP'))
    const answer = await shopper.place(id, newKey(), direct('LAMP'), { total: 1 })
    expect(answer).toMatchObject({ status: 400, body: { code: 'validation_failed' } })
    expect(await stand.count('commerce.orders')).toBe(0)
  })

  test('keeps the fapiao and the remark as they were asked', async () => {
    const { id } = await shopper.quote(direct('LAMP'))
    const fapiao = { kind: 'personal', title: '林小满' }
    const { body } = await shopper.place(id, newKey(), direct('LAMP'), { fapiao, remark: '门口' })
    expect(await shopper.seen(body)).toMatchObject({ fapiao, remark: '门口', address: ADDRESS })
  })
})

describe('orders', () => {
  test('of somebody else are not there', async () => {
    const order = await shopper.order('LAMP')
    const other = await stand.shopper(CHEN)
    const url = `/v1/orders/${order.id}`
    for (const answer of [
      await other.get(url),
      await other.post(`${url}/cancel`),
      await other.post(`${url}/payment`),
      await other.get(`${url}/payment`),
    ]) {
      expect(answer).toMatchObject({ status: 404, body: { code: 'not_found' } })
    }
    expect((await other.get<OrderPage>('/v1/orders')).body.items).toEqual([])
    expect(await shopper.seen(order)).toMatchObject({ status: 'pending_payment' })
  })

  test('are listed newest first, page by page, and counted', async () => {
    const placed: string[] = []
    for (let n = 0; n < 3; n++) {
      placed.unshift((await shopper.order('CUP-W')).id)
      stand.clock.pass(1_000)
    }
    const first = await shopper.get<OrderPage>('/v1/orders?limit=2')
    const second = await shopper.get<OrderPage>(`/v1/orders?limit=2&cursor=${first.body.nextCursor}`)
    expect([...first.body.items, ...second.body.items].map(({ id }) => id)).toEqual(placed)
    expect(second.body.nextCursor).toBeNull()
    expect((await shopper.get('/v1/orders/counts')).body).toEqual({
      pending_payment: 3,
      afterSales: 0,
      paid: 0,
      shipped: 0,
      completed: 0,
      review: 0,
    })
    expect((await shopper.get<OrderPage>('/v1/orders?status=paid')).body.items).toEqual([])
  })
})
