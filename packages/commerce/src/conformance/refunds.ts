import type { DomainEvent } from '../port/events'
import { type RecordedRefund, UnknownOrder } from '../port/orders'
import { available, type Bench, newShopper, PARCEL, paid, placed, shipped, testIf } from './shop'

export function describeRefunds(bench: Bench): void {
  const { backend, shop } = bench
  const { capabilities } = bench.conformance
  const items = (code: string, quantity = 1) => [{ skuId: bench.sku(code), quantity }]
  const refundOf = (amount: number, changes: Partial<RecordedRefund> = {}): RecordedRefund => ({
    refundId: `refund-${amount}`,
    amount,
    lines: [],
    restock: false,
    ...changes,
  })

  async function heard(): Promise<DomainEvent[]> {
    const told: DomainEvent[] = []
    for (;;) {
      const claimed = await backend.events.claim(500, 30_000)
      if (claimed.length === 0) return told
      told.push(...claimed)
      await backend.events.confirm(claimed.map(({ id }) => id))
    }
  }

  test('a part of the money is noted once, however often it is told', async () => {
    const shopper = newShopper()
    const order = await paid(bench, shopper, items('STOOL', 2))
    expect(order.refunded).toBe(0)
    const refund = refundOf(1_01, { lines: items('STOOL') })
    await backend.orders.recordRefund(order.id, refund)
    await backend.orders.recordRefund(order.id, refund)
    expect(await backend.orders.get(shopper, order.id)).toEqual({ ...order, refunded: 1_01 })
    await backend.orders.recordRefund(order.id, refundOf(2_02))
    const noted = await backend.orders.find(order.id)
    expect(noted).toMatchObject({ status: 'paid', refunded: 3_03 })
  })

  test('nobody is asked to send that money back once more', async () => {
    const order = await paid(bench, newShopper(), items('STOOL', 2))
    await backend.orders.recordRefund(order.id, refundOf(1_01, { lines: items('STOOL') }))
    await backend.orders.recordRefund(order.id, refundOf(order.amounts.total - 1_01, { lines: items('STOOL') }))
    await shop.advance(61_000)
    const told = (await heard()).filter(({ orderId }) => orderId === order.id)
    expect(told.map(({ type }) => type)).toEqual(['order.placed', 'order.paid', 'order.cancelled'])
  })

  test('a paid order all of whose money has gone back is cancelled, and its goods can be sold again', async () => {
    await shop.setStock('STOOL', 10)
    const order = await paid(bench, newShopper(), items('STOOL', 4))
    await backend.orders.recordRefund(order.id, refundOf(order.amounts.total, { lines: items('STOOL', 4) }))
    expect(await backend.orders.find(order.id)).toMatchObject({
      status: 'cancelled',
      cancelledBecause: 'merchant',
      refunded: order.amounts.total,
    })
    if (capabilities.stock === 'exact') expect(await available(bench, 'STOOL')).toBe(10)
  })

  testIf(capabilities.stock === 'exact')('goods that were sent are sold again only when they came back', async () => {
    await shop.setStock('STOOL', 10)
    const order = await shipped(bench, newShopper(), items('STOOL', 4))
    await backend.orders.recordRefund(order.id, refundOf(1_01, { lines: items('STOOL') }))
    expect(await available(bench, 'STOOL')).toBe(6)
    await backend.orders.recordRefund(order.id, refundOf(1_02, { lines: items('STOOL', 2), restock: true }))
    expect(await available(bench, 'STOOL')).toBe(8)
    expect(await backend.orders.find(order.id)).toMatchObject({ status: 'shipped', refunded: 2_03 })
  })

  test('what was refunded before it was sent is not sent', async () => {
    const order = await paid(bench, newShopper(), [...items('STOOL', 3), ...items('POSTCARD')])
    await backend.orders.recordRefund(order.id, refundOf(1_01, { lines: items('STOOL') }))
    await shop.shipEverything(order, PARCEL)
    const sent = (await backend.orders.find(order.id))!
    expect(sent.status).toBe('shipped')
    expect(sent.shipments.flatMap(({ lines }) => lines)).toEqual(
      expect.arrayContaining([...items('STOOL', 2), ...items('POSTCARD')]),
    )
  })

  test('an order that was received stays so, whatever goes back', async () => {
    const shopper = newShopper()
    const order = await shipped(bench, shopper, items('STOOL'))
    await backend.orders.confirmReceipt(shopper, order.id)
    await backend.orders.recordRefund(order.id, refundOf(order.amounts.total, { lines: items('STOOL'), restock: true }))
    expect(await backend.orders.find(order.id)).toMatchObject({ status: 'completed', refunded: order.amounts.total })
  })

  test('more than was paid is not noted, and of an order nobody paid nothing is', async () => {
    const order = await paid(bench, newShopper(), items('STOOL'))
    const unpaid = await placed(bench, newShopper(), items('STOOL'))
    await backend.orders.recordRefund(order.id, refundOf(order.amounts.total + 1))
    await backend.orders.recordRefund(unpaid.id, refundOf(1))
    expect(await backend.orders.find(order.id)).toMatchObject({ refunded: order.amounts.total })
    expect(await backend.orders.find(unpaid.id)).toEqual(unpaid)
    await expect(backend.orders.recordRefund('no-such-order', refundOf(1))).rejects.toThrow(UnknownOrder)
  })

  test('ten tellings at once note it once', async () => {
    const order = await paid(bench, newShopper(), items('STOOL', 2))
    const refund = refundOf(1_01, { lines: items('STOOL') })
    await Promise.all(Array.from({ length: 10 }, () => backend.orders.recordRefund(order.id, refund)))
    expect(await backend.orders.find(order.id)).toMatchObject({ refunded: 1_01 })
  })
}
