import { UnknownOrder } from '@xiaopu/commerce'
import { BACKINGS, type TestDatabase } from './testing/databases'
import { newShopper, type ShopBench, shopBench } from './testing/shop-bench'

const PARCEL = { carrier: '顺丰速运', trackingNumber: 'SF123' }
const STOOLS = [
  { skuId: 'STOOL', quantity: 3 },
  { skuId: 'FLASK', quantity: 1 },
]

describe.each(BACKINGS)('the people of the shop on $name', ({ create }) => {
  let opened: TestDatabase
  let bench: ShopBench
  beforeAll(async () => {
    opened = await create()
    bench = await shopBench(opened)
  }, 60_000)
  afterAll(() => opened.drop())

  describe('sending', () => {
    const ship = (orderId: string, lines: { skuId: string; quantity: number }[] | null = null) =>
      bench.merchant.ship(orderId, { ...PARCEL, lines })

    test('an order that does not exist is an error', async () => {
      await expect(ship('no-such-order')).rejects.toThrow(UnknownOrder)
    })
    test('what is not paid, or not any more wanted, is not sent', async () => {
      const order = await bench.place(newShopper(), STOOLS)
      expect(await ship(order.id)).toEqual({ ok: false, problem: 'not_paid' })
      await bench.backend.orders.cancel(order.id, 'shopper')
      expect(await ship(order.id)).toEqual({ ok: false, problem: 'not_paid' })
    })
    test.each([
      ['more pieces than were ordered', [{ skuId: 'STOOL', quantity: 4 }]],
      ['more pieces, in two lines', Array(2).fill({ skuId: 'STOOL', quantity: 2 })],
      ['goods nobody ordered', [{ skuId: 'LAMP', quantity: 1 }]],
    ])('%s are not sent', async (_, lines) => {
      const order = await bench.paid(newShopper(), STOOLS)
      expect(await ship(order.id, lines)).toEqual({ ok: false, problem: 'more_than_ordered' })
      expect((await bench.backend.orders.find(order.id))!.shipments).toEqual([])
    })
    test('an empty parcel is not sent, nor half a piece', async () => {
      const order = await bench.paid(newShopper(), STOOLS)
      expect(await ship(order.id, [])).toEqual({ ok: false, problem: 'nothing_to_send' })
      await expect(ship(order.id, [{ skuId: 'STOOL', quantity: 0.5 }])).rejects.toThrow(RangeError)
    })
    test('in two parcels: the order is shipped with the second', async () => {
      const shopper = newShopper()
      const order = await bench.paid(shopper, STOOLS)
      const first = await ship(order.id, [{ skuId: 'STOOL', quantity: 2 }])
      expect(first).toMatchObject({ ok: true, order: { status: 'paid', shipments: [PARCEL] } })
      expect(await bench.backend.orders.confirmReceipt(shopper, order.id)).toMatchObject({ outcome: 'not_shipped' })
      expect(await ship(order.id, [{ skuId: 'STOOL', quantity: 2 }])).toMatchObject({ problem: 'more_than_ordered' })
      const second = await ship(order.id)
      if (!second.ok) throw new Error(second.problem)
      expect(second.order.status).toBe('shipped')
      expect(second.order.shipments.map(({ lines }) => lines)).toEqual([
        [{ skuId: 'STOOL', quantity: 2 }],
        [
          { skuId: 'FLASK', quantity: 1 },
          { skuId: 'STOOL', quantity: 1 },
        ],
      ])
      expect(await ship(order.id)).toEqual({ ok: false, problem: 'nothing_to_send' })
    })
    test('ten at once send an order once', async () => {
      const order = await bench.paid(newShopper(), STOOLS)
      const answers = await Promise.all(Array.from({ length: 10 }, () => ship(order.id)))
      expect(answers.filter(({ ok }) => ok)).toHaveLength(1)
      expect((await bench.backend.orders.find(order.id))!.shipments).toHaveLength(1)
    })
  })

  describe('counting and pricing', () => {
    test('a SKU nobody knows', async () => {
      expect(await bench.merchant.setStock('NO-SUCH', 5)).toEqual({ ok: false, problem: 'not_found' })
      expect(await bench.merchant.setPrice('NO-SUCH', { price: 1, compareAt: null })).toEqual({
        ok: false,
        problem: 'not_found',
      })
    })
    test('stock is never less than what unpaid orders hold', async () => {
      await bench.place(newShopper(), [{ skuId: 'TENT', quantity: 3 }])
      expect(await bench.merchant.setStock('TENT', 2)).toEqual({ ok: false, problem: 'reserved' })
      expect(await bench.merchant.setStock('TENT', 3)).toEqual({ ok: true })
      const tent = await bench.backend.catalog.product(newShopper(), 'tent')
      expect(tent!.stock).toEqual({ status: 'sold_out', available: 0 })
    })
    test('a price, with the former one', async () => {
      expect(await bench.merchant.setPrice('FLASK', { price: 7_900, compareAt: 9_900 })).toEqual({ ok: true })
      const flask = await bench.backend.catalog.product(newShopper(), 'flask')
      expect(flask!.price).toEqual({ from: 7_900, to: 7_900, compareAt: 9_900 })
      await expect(bench.merchant.setPrice('FLASK', { price: 7_900, compareAt: 7_900 })).rejects.toThrow()
    })
  })

  describe('films', () => {
    const FILM = { source: 'f'.repeat(32), width: 720, height: 1280, seconds: 6.5, bytes: 900 }
    const filmOf = async (id: string) => (await bench.backend.catalog.product(newShopper(), id))!.video

    test('a film comes before the pictures, takes the place of another, and goes again', async () => {
      const chair = (await bench.backend.catalog.product(newShopper(), 'arc-chair'))!.id
      expect(await filmOf(chair)).not.toBeNull()
      expect(await bench.merchant.setFilm(chair, FILM)).toEqual({ ok: true })
      expect(await filmOf(chair)).toEqual({ ...FILM, poster: null })
      expect(await bench.merchant.setFilm(chair, null)).toEqual({ ok: true })
      expect(await bench.merchant.setFilm(chair, null)).toEqual({ ok: true })
      expect(await filmOf(chair)).toBeNull()
    })
    test('one film may be of two products', async () => {
      for (const id of ['flask', 'tent']) expect(await bench.merchant.setFilm(id, FILM)).toEqual({ ok: true })
      expect([await filmOf('flask'), await filmOf('tent')]).toMatchObject([FILM, FILM])
    })
    test('a product nobody knows has none', async () => {
      expect(await bench.merchant.hasProduct('no-such-product')).toBe(false)
      expect(await bench.merchant.setFilm('no-such-product', FILM)).toEqual({ ok: false, problem: 'not_found' })
    })
  })

  test("everybody's orders are listed, newest first, by status", async () => {
    const orders = [await bench.paid(newShopper(), STOOLS), await bench.paid(newShopper(), STOOLS)]
    const { items, nextCursor } = await bench.merchant.orders({ status: 'paid', limit: 2 })
    expect(items.map(({ id }) => id).sort()).toEqual(orders.map(({ id }) => id).sort())
    const rest = await bench.merchant.orders({ status: 'paid', limit: 100, cursor: nextCursor! })
    for (const order of rest.items) {
      expect(order.status).toBe('paid')
      expect(orders.map(({ id }) => id)).not.toContain(order.id)
    }
  })
})
