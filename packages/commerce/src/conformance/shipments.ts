import type { DomainEvent } from '../port/events'
import { type Bench, newShopper, PARCEL, paid, placed, shipped } from './shop'

export function describeShipments(bench: Bench): void {
  const { events, orders } = bench.backend
  const items = (code: string, quantity = 1) => [{ skuId: bench.sku(code), quantity }]

  test('what is not sent yet has no parcels and cannot be received', async () => {
    const shopper = newShopper()
    const unpaid = await placed(bench, shopper, items('POSTCARD'))
    const waiting = await paid(bench, shopper, items('POSTCARD'))
    for (const { id } of [unpaid, waiting]) {
      const order = (await orders.get(shopper, id))!
      expect(order.shipments).toEqual([])
      expect(await orders.confirmReceipt(shopper, id)).toEqual({ outcome: 'not_shipped', order })
    }
    await orders.cancel(unpaid.id, 'shopper')
    expect(await orders.confirmReceipt(shopper, unpaid.id)).toMatchObject({
      outcome: 'not_shipped',
      order: { status: 'cancelled' },
    })
  })
  test("another shopper's order cannot be received", async () => {
    const shopper = newShopper()
    const order = await shipped(bench, shopper, items('POSTCARD'))
    expect(await orders.confirmReceipt(newShopper(), order.id)).toBeNull()
    expect(await orders.confirmReceipt(shopper, 'no-such-order')).toBeNull()
    expect((await orders.get(shopper, order.id))!.status).toBe('shipped')
  })

  test('a parcel says who carries it, under which number, and what is in it', async () => {
    const shopper = newShopper()
    const order = await shipped(bench, shopper, [...items('STOOL', 2), ...items('POSTCARD')])
    expect(order.status).toBe('shipped')
    expect(order.shipments).toEqual([
      { id: expect.any(String), ...PARCEL, shippedAt: expect.any(Date), lines: expect.any(Array) },
    ])
    expect(inOrder(order.shipments[0]!.lines)).toEqual(inOrder([...items('STOOL', 2), ...items('POSTCARD')]))
    expect(await orders.find(order.id)).toEqual(order)
    expect((await orders.list(shopper, { status: 'shipped', limit: 10 })).items).toEqual([order])
    expect(await orders.counts(shopper)).toEqual({ pending_payment: 0, paid: 0, shipped: 1, completed: 0 })
  })
  test('receipt completes the order, once', async () => {
    const shopper = newShopper()
    const order = await shipped(bench, shopper, items('POSTCARD'))
    const completed = { ...order, status: 'completed' }
    expect(await orders.confirmReceipt(shopper, order.id)).toEqual({ outcome: 'completed', order: completed })
    expect(await orders.confirmReceipt(shopper, order.id)).toEqual({ outcome: 'already_completed', order: completed })
    expect(await orders.get(shopper, order.id)).toEqual(completed)
    expect(await orders.counts(shopper)).toEqual({ pending_payment: 0, paid: 0, shipped: 0, completed: 1 })
  })
  test('ten taps on "received" complete it once', async () => {
    const shopper = newShopper()
    const order = await shipped(bench, shopper, items('POSTCARD'))
    const answers = await Promise.all(Array.from({ length: 10 }, () => orders.confirmReceipt(shopper, order.id)))
    expect(answers.filter((answer) => answer!.outcome === 'completed')).toHaveLength(1)
  })

  test('other systems are told of the parcel and of the receipt', async () => {
    const told: DomainEvent[] = []
    const listen = async () => {
      for (;;) {
        const claimed = await events.claim(500, 30_000)
        if (claimed.length === 0) return
        told.push(...claimed)
        await events.confirm(claimed.map(({ id }) => id))
      }
    }
    const shopper = newShopper()
    const order = await shipped(bench, shopper, items('POSTCARD'))
    await listen()
    await orders.confirmReceipt(shopper, order.id)
    await orders.confirmReceipt(shopper, order.id)
    await listen()
    const ofOrder = told.filter(({ orderId }) => orderId === order.id)
    expect(ofOrder.map(({ type }) => type)).toEqual(['order.placed', 'order.paid', 'order.shipped', 'order.completed'])
    expect(ofOrder[2]).toMatchObject({ shipmentId: order.shipments[0]!.id })
  })
}

const inOrder = (lines: { skuId: string; quantity: number }[]) =>
  [...lines].sort((one, other) => (one.skuId < other.skuId ? -1 : 1))
