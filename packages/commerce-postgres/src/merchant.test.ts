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

  describe('reviews', () => {
    const written = async (text: string) => {
      const shopper = newShopper()
      const order = await bench.paid(shopper, [{ skuId: 'CHAIR-OAK', quantity: 1 }])
      const request = {
        ...{ orderId: order.id, productId: 'arc-chair', text },
        ...{ stars: 5, nickname: null, tags: ['looks_good'], pictures: [] },
      }
      expect(await bench.backend.reviews.write(shopper, request)).toEqual({ ok: true, status: 'pending' })
      const again = () => bench.backend.reviews.write(shopper, { ...request, stars: 1 })
      const add = (more: string) =>
        bench.backend.reviewExtras!.followUp(shopper, {
          ...{ orderId: order.id, productId: 'arc-chair' },
          ...{ text: more, pictures: [] },
        })
      return { order, again, add }
    }
    const waiting = async () => (await bench.merchant.pendingReviews({ limit: 50 })).items
    const shown = async () => (await bench.backend.reviews.list(newShopper(), 'arc-chair', { limit: 50 }))!.items

    test('nobody can decide about a review that does not exist', async () => {
      expect(await bench.merchant.decideReview('no-such-review', { publish: true, reply: null })).toEqual({
        ok: false,
        problem: 'not_found',
      })
    })
    test('wait with what is needed to decide, the oldest first, page by page', async () => {
      const { order } = await written('第一个')
      await written('第二个')
      const all = await waiting()
      expect(all.map(({ text }) => text)).toEqual(['第一个', '第二个'])
      expect(all[0]).toMatchObject({
        productId: 'arc-chair',
        productName: '弧形餐椅',
        orderId: order.id,
        options: ['原木'],
      })
      const first = await bench.merchant.pendingReviews({ limit: 1 })
      expect([first.items, first.total]).toEqual([[all[0]], 2])
      const second = await bench.merchant.pendingReviews({ limit: 1, cursor: first.nextCursor! })
      expect([second.items, second.nextCursor]).toEqual([[all[1]], null])
    })
    test('the decision can be changed, and the reply', async () => {
      const [{ id } = { id: '' }] = await waiting()
      await bench.merchant.decideReview(id, { publish: true, reply: '谢谢' })
      expect(await shown()).toMatchObject([{ id, reply: '谢谢' }])
      await bench.merchant.decideReview(id, { publish: true, reply: '非常感谢' })
      expect(await shown()).toMatchObject([{ id, reply: '非常感谢' }])
      await bench.merchant.decideReview(id, { publish: false, reply: null })
      expect(await shown()).toEqual([])
      expect((await waiting()).map((review) => review.id)).not.toContain(id)
    })
    test('a follow-up waits on its own, with what it follows, and is decided on its own', async () => {
      const { add } = await written('刚收到')
      const [first] = (await waiting()).slice(-1)
      await bench.merchant.decideReview(first!.id, { publish: true, reply: null })
      await add('一个月后')
      const [added] = (await waiting()).slice(-1)
      expect(added).toMatchObject({ text: '一个月后', stars: 5, followUpTo: { text: '刚收到' } })
      expect((await shown()).find(({ id }) => id === first!.id)).toMatchObject({ followUp: null })
      await bench.merchant.decideReview(added!.id, { publish: true, reply: '谢谢' })
      expect((await shown()).find(({ id }) => id === first!.id)).toMatchObject({
        reply: null,
        followUp: { text: '一个月后', reply: '谢谢' },
      })
      await bench.merchant.decideReview(added!.id, { publish: false, reply: null })
      expect((await shown()).find(({ id }) => id === first!.id)).toMatchObject({ followUp: null })
    })
    test('nobody has to look at what was added to a review that was refused, and nobody can add to it', async () => {
      const refused = await written('不给看')
      await refused.add('再说一遍')
      const [review] = (await waiting()).filter(({ text }) => text === '不给看')
      await bench.merchant.decideReview(review!.id, { publish: false, reply: null })
      expect((await waiting()).map(({ text }) => text)).not.toContain('再说一遍')
      expect(await refused.add('又来')).toEqual({ ok: false, problem: 'no_review' })
    })
    test('a second one of the same order is the first one', async () => {
      const { again } = await written('只此一个')
      const before = await waiting()
      expect(await again()).toEqual({ ok: true, status: 'pending' })
      expect(await waiting()).toEqual(before)
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
