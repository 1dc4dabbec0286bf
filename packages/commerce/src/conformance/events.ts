import type { DomainEvent } from '../port/events'
import { type Bench, newShopper, placed, testIf } from './shop'

const LEASE = 30_000

export function describeEvents(bench: Bench): void {
  const { backend, shop } = bench
  const { events, orders } = backend
  const order = () => placed(bench, newShopper(), [{ skuId: bench.sku('POSTCARD'), quantity: 1 }])
  const brief = (claimed: DomainEvent[]) => claimed.map(({ type, orderId }) => [type, orderId])

  beforeEach(async () => {
    // What other tests have left to tell.
    for (;;) {
      const left = await events.claim(500, LEASE)
      if (left.length === 0) break
      await events.confirm(left.map(({ id }) => id))
    }
  })

  test('nothing has happened: nothing is told', async () => {
    expect(await events.claim(10, LEASE)).toEqual([])
    await events.confirm([])
    await events.confirm(['no-such-event'])
  })

  test('an order is told of from beginning to end, one thing after the other', async () => {
    const { id, amounts } = await order()
    await orders.markPaid(id, { transactionId: null, amount: amounts.total, paidAt: new Date() })
    const first = await events.claim(10, LEASE)
    expect(brief(first)).toEqual([['order.placed', id]])
    // Whoever claims now must not be told that it is paid before the other has heard that it was placed.
    expect(await events.claim(10, LEASE)).toEqual([])
    await events.confirm(first.map((event) => event.id))
    const second = await events.claim(10, LEASE)
    expect(brief(second)).toEqual([['order.paid', id]])
    await events.confirm(second.map((event) => event.id))
    expect(await events.claim(10, LEASE)).toEqual([])
  })

  test('a cancelled order is told of; a second cancel tells nothing', async () => {
    const { id } = await order()
    await events.confirm((await events.claim(10, LEASE)).map((event) => event.id))
    await orders.cancel(id, 'shopper')
    await orders.cancel(id, 'shopper')
    const claimed = await events.claim(10, LEASE)
    expect(brief(claimed)).toEqual([['order.cancelled', id]])
    await events.confirm(claimed.map((event) => event.id))
    expect(await events.claim(10, LEASE)).toEqual([])
  })

  testIf(bench.conformance.capabilities.refundsByMerchant)(
    'money the merchant sends back is told of, each refund once with its amount; the order lives as long as some is left',
    async () => {
      const placedOrder = await order()
      const { id, amounts } = placedOrder
      await orders.markPaid(id, { transactionId: null, amount: amounts.total, paidAt: new Date() })
      const told = async () => {
        const all: DomainEvent[] = []
        for (let claimed = await events.claim(10, LEASE); claimed.length > 0; claimed = await events.claim(10, LEASE)) {
          all.push(...claimed)
          await events.confirm(claimed.map((event) => event.id))
        }
        return all
      }
      await told()
      await shop.refund!(placedOrder, 300)
      const first = await told()
      expect(first).toEqual([expect.objectContaining({ type: 'order.refunded', orderId: id, amount: 300 })])
      expect((await orders.find(id))!.status).toBe('paid')
      await shop.refund!(placedOrder, amounts.total - 300)
      const [second, ...after] = await told()
      expect(second).toMatchObject({ type: 'order.refunded', orderId: id, amount: amounts.total - 300 })
      expect(new Set([first[0], second].map((event) => 'refundId' in event! && event.refundId)).size).toBe(2)
      expect(brief(after)).toEqual([['order.cancelled', id]])
      expect((await orders.find(id))!.status).toBe('cancelled')
    },
  )

  test('an event whose claimer died comes again when its lease has run out', async () => {
    const { id } = await order()
    const [event] = await events.claim(10, LEASE)
    await shop.advance(LEASE - 1)
    expect(await events.claim(10, LEASE)).toEqual([])
    await shop.advance(1)
    const again = await events.claim(10, LEASE)
    expect(brief(again)).toEqual([['order.placed', id]])
    expect(again[0]!.id).toBe(event!.id)
  })

  test('two claimers never share an event', async () => {
    const placedOrders = await Promise.all(Array.from({ length: 12 }, order))
    const claims = await Promise.all(Array.from({ length: 6 }, () => events.claim(4, LEASE)))
    // What two claimers passed over for each other is there for the next one.
    claims.push(await events.claim(100, LEASE))
    const told = claims.flat().map(({ orderId }) => orderId)
    expect(told.sort()).toEqual(placedOrders.map(({ id }) => id).sort())
  })
}
