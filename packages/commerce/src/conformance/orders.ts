import { UnknownOrder } from '../port/orders'
import { available, type Bench, newShopper, placed, testIf } from './shop'

export function describeOrders(bench: Bench): void {
  const { backend, shop } = bench
  const { capabilities } = bench.conformance
  const tellsReservations = capabilities.reservesStock && capabilities.stock === 'exact'
  const items = (code: string, quantity = 1) => [{ skuId: bench.sku(code), quantity }]
  const payment = (amount: number) => ({ transactionId: '4200000000202501010000000001', amount, paidAt: new Date() })

  test("another shopper's order does not exist", async () => {
    const order = await placed(bench, newShopper(), items('STOOL'))
    const stranger = newShopper()
    expect(await backend.orders.get(stranger, order.id)).toBeNull()
    expect((await backend.orders.list(stranger, { limit: 10 })).items).toEqual([])
    expect(await backend.orders.get(stranger, 'no-such-order')).toBeNull()
    expect(await backend.orders.find('no-such-order')).toBeNull()
    expect(await backend.orders.findByNumber('XP0000')).toBeNull()
  })

  test('paying or cancelling an order that does not exist is an error', async () => {
    await expect(backend.orders.markPaid('no-such-order', payment(1))).rejects.toThrow(UnknownOrder)
    await expect(backend.orders.cancel('no-such-order', 'merchant')).rejects.toThrow(UnknownOrder)
  })

  test('the list is newest first, pages without gaps, and narrows to a status', async () => {
    const shopper = newShopper()
    const ids: string[] = []
    for (let count = 0; count < 5; count++) {
      ids.unshift((await placed(bench, shopper, items('POSTCARD'))).id)
      await shop.advance(1_000)
    }
    await backend.orders.cancel(ids[1]!, 'shopper')
    const seen: string[] = []
    let cursor: string | undefined
    for (let pages = 0; pages < 10; pages++) {
      const page = await backend.orders.list(shopper, { limit: 2, cursor })
      seen.push(...page.items.map(({ id }) => id))
      if (page.nextCursor === null) break
      cursor = page.nextCursor
    }
    expect(seen).toEqual(ids)
    const cancelled = await backend.orders.list(shopper, { limit: 10, status: 'cancelled' })
    expect(cancelled.items.map(({ id }) => id)).toEqual([ids[1]])
    const garbage = await backend.orders.list(shopper, { limit: 1, cursor: 'garbage' })
    expect(garbage.items.map(({ id }) => id)).toEqual([ids[0]])
  })

  test('orders are found by part of a name in them or of their number, and by nothing else', async () => {
    const shopper = newShopper()
    const stool = await placed(bench, shopper, items('STOOL'))
    const card = await placed(bench, shopper, items('POSTCARD'))
    await placed(bench, newShopper(), items('STOOL'))
    const found = async (q: string, status?: 'paid') =>
      (await backend.orders.list(shopper, { q, status, limit: 10 })).items.map(({ id }) => id)
    const name = stool.lines[0]!.name
    expect(await found(name.slice(1))).toEqual([stool.id])
    expect(await found(name.toUpperCase())).toEqual([stool.id])
    expect(await found(card.number.slice(2).toLowerCase())).toEqual([card.id])
    for (const q of ['%', '_', '\\', "'", 'no such thing']) expect(await found(q)).toEqual([])
    expect(await found(name, 'paid')).toEqual([])
    expect((await backend.orders.list(shopper, { q: name, limit: 1 })).total).toBe(1)
  })

  test('orders that are to be left out are in no list, count or search', async () => {
    const shopper = newShopper()
    const kept = await placed(bench, shopper, items('POSTCARD'))
    const left = await placed(bench, shopper, items('POSTCARD'))
    const except = [left.id]
    const page = await backend.orders.list(shopper, { except, limit: 1 })
    expect(page).toMatchObject({ items: [{ id: kept.id }], nextCursor: null, total: 1 })
    expect((await backend.orders.list(shopper, { except, q: left.number, limit: 9 })).items).toEqual([])
    expect(await backend.orders.counts(shopper, { except })).toMatchObject({ pending_payment: 1 })
    expect((await backend.orders.list(shopper, { except: [], limit: 9 })).total).toBe(2)
  })

  test('counts are of this shopper, by status', async () => {
    const shopper = newShopper()
    expect(await backend.orders.counts(shopper)).toEqual({ pending_payment: 0, paid: 0, shipped: 0, completed: 0 })
    const [first, second] = [
      await placed(bench, shopper, items('POSTCARD')),
      await placed(bench, shopper, items('POSTCARD')),
      await placed(bench, shopper, items('POSTCARD')),
    ]
    await backend.orders.markPaid(first.id, payment(first.amounts.total))
    await backend.orders.cancel(second.id, 'shopper')
    expect(await backend.orders.counts(shopper)).toEqual({ pending_payment: 1, paid: 1, shipped: 0, completed: 0 })
  })

  test('a payment is recorded once', async () => {
    const shopper = newShopper()
    const order = await placed(bench, shopper, items('STOOL', 2))
    const paidAt = new Date('2025-06-01T04:05:06.000Z')
    const first = await backend.orders.markPaid(order.id, { ...payment(order.amounts.total), paidAt })
    expect(first).toMatchObject({ outcome: 'paid', order: { status: 'paid', paidAt } })
    const again = await backend.orders.markPaid(order.id, payment(order.amounts.total))
    expect(again).toMatchObject({ outcome: 'already_paid', order: { status: 'paid', paidAt } })
    expect(await backend.orders.get(shopper, order.id)).toEqual(first.order)
  })

  testIf(tellsReservations)('paying commits the stock: it does not come back', async () => {
    await shop.setStock('STOOL', 10)
    const order = await placed(bench, newShopper(), items('STOOL', 4))
    await backend.orders.markPaid(order.id, payment(order.amounts.total))
    expect(await available(bench, 'STOOL')).toBe(6)
    expect((await backend.orders.cancel(order.id, 'merchant')).outcome).toBe('not_cancellable')
    expect(await available(bench, 'STOOL')).toBe(6)
  })

  testIf(capabilities.soldCounts)('what is paid for counts as sold', async () => {
    const sold = async () => (await backend.catalog.product({ locale: 'en' }, bench.product('round-stool')))!.soldCount!
    const before = await sold()
    const order = await placed(bench, newShopper(), items('STOOL', 3))
    expect(await sold()).toBe(before)
    await backend.orders.markPaid(order.id, payment(order.amounts.total))
    await backend.orders.markPaid(order.id, payment(order.amounts.total))
    expect(await sold()).toBe(before + 3)
  })

  test('cancelling gives the stock back, once', async () => {
    await shop.setStock('STOOL', 10)
    const order = await placed(bench, newShopper(), items('STOOL', 4))
    const first = await backend.orders.cancel(order.id, 'expired')
    expect(first).toMatchObject({ outcome: 'cancelled', order: { status: 'cancelled', cancelledBecause: 'expired' } })
    expect(await backend.orders.cancel(order.id, 'shopper')).toMatchObject({
      outcome: 'already_cancelled',
      order: { cancelledBecause: 'expired' },
    })
    if (tellsReservations) expect(await available(bench, 'STOOL')).toBe(10)
  })

  test('money for a cancelled order is not taken', async () => {
    const order = await placed(bench, newShopper(), items('STOOL'))
    await backend.orders.cancel(order.id, 'expired')
    const before = await available(bench, 'STOOL')
    const late = await backend.orders.markPaid(order.id, payment(order.amounts.total))
    expect(late).toMatchObject({ outcome: 'not_payable', order: { status: 'cancelled', paidAt: null } })
    expect(await available(bench, 'STOOL')).toBe(before)
  })

  test('orders whose time is up are listed, the oldest first, until they are dealt with', async () => {
    const shopper = newShopper()
    const past = new Date('2020-01-01T00:00:00.000Z')
    const at = (minutes: number) => new Date(past.getTime() + minutes * 60_000)
    const late = await placed(bench, shopper, items('POSTCARD'), { expiresAt: at(10) })
    const later = await placed(bench, shopper, items('POSTCARD'), { expiresAt: at(20) })
    const paid = await placed(bench, shopper, items('POSTCARD'), { expiresAt: at(5) })
    await backend.orders.markPaid(paid.id, payment(paid.amounts.total))
    const expired = async (now: Date, limit = 100) => (await backend.orders.listExpired(now, limit)).map(({ id }) => id)
    expect(await expired(at(9))).toEqual([])
    expect(await expired(at(10))).toEqual([late.id])
    expect(await expired(at(30))).toEqual([late.id, later.id])
    expect(await expired(at(30), 1)).toEqual([late.id])
    await backend.orders.cancel(late.id, 'expired')
    await backend.orders.cancel(later.id, 'expired')
    expect(await expired(at(30))).toEqual([])
  })
}
