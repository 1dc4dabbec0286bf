import type { DomainEvent, Order } from '@xiaopu/commerce'
import { newShopper, placed } from '../testing/shopping'
import { openStand, type Stand } from '../testing/stand'

let stand: Stand
beforeAll(async () => {
  stand = await openStand()
})
afterAll(() => stand.close())
afterEach(() => {
  stand.control.disarm()
  expect(stand.control.bugs).toEqual([])
})

const TRANSACTION = '4200009'
const payment = (amount: number) => ({
  transactionId: TRANSACTION,
  amount,
  paidAt: new Date('2025-06-01T04:05:06.000Z'),
})
const there = (number: string) => stand.control.order(number)!
const status = async ({ id }: { id: string }) => (await stand.backend.orders.find(id))!.status

/** An order nobody has been told anything of yet that is still to be told. */
const paid = async () => {
  const order = await placed(stand.backend, newShopper(), { STOOL: 2 })
  await stand.backend.orders.markPaid(order.id, payment(order.amounts.total))
  await told()
  return order
}
async function told(): Promise<[string, number | undefined][]> {
  const all: DomainEvent[] = []
  for (;;) {
    const claimed = await stand.backend.events.claim(500, 30_000)
    if (claimed.length === 0) return all.map((event) => [event.type, 'amount' in event ? event.amount : undefined])
    all.push(...claimed)
    await stand.backend.events.confirm(claimed.map(({ id }) => id))
  }
}

test('a credit memo over everything ends the order and is told of once, by poll and webhook together', async () => {
  const order = await paid()
  stand.control.refundOrder(order.number)
  const another = stand.another()
  await Promise.all([
    stand.backend.syncOrders(),
    stand.backend.orderChanged(order.number),
    another.orderChanged(order.number),
    another.syncOrders(),
  ])
  expect(await told()).toEqual([
    ['order.refunded', order.amounts.total],
    ['order.cancelled', undefined],
  ])
  expect(await status(order)).toBe('cancelled')
  await stand.backend.syncOrders()
  expect(await told()).toEqual([])
})

test('several credit memos are several refunds, also when they are found in one look', async () => {
  const order = await paid()
  stand.control.refundOrder(order.number, 10)
  await stand.backend.syncOrders()
  expect(await told()).toEqual([['order.refunded', 1_000]])
  expect(await status(order)).toBe('paid')
  stand.control.shipOrder(order.number)
  stand.control.refundOrder(order.number, 0.01)
  stand.control.refundOrder(order.number, 20.5)
  await stand.backend.orderChanged(order.number)
  expect((await told()).filter(([type]) => type === 'order.refunded')).toEqual([
    ['order.refunded', 1],
    ['order.refunded', 2_050],
  ])
  expect(await status(order)).toBe('shipped')
})

test('Magento goes down between the order and its credit memos: they are told of at the next look', async () => {
  const order = await paid()
  stand.control.refundOrder(order.number)
  stand.control.arm({ kind: 'maskedError', operation: 'GET /V1/creditmemos' })
  await expect(stand.backend.syncOrders()).rejects.toThrow('Magento failed at GET creditmemos')
  expect([await status(order), await told()]).toEqual(['paid', []])
  await stand.backend.syncOrders()
  expect((await told())[0]).toEqual(['order.refunded', order.amounts.total])
})

describe('a paid order that Magento was never told is paid', () => {
  const paidButNotInvoiced = async () => {
    const order = await placed(stand.backend, newShopper(), { STOOL: 1 })
    stand.control.arm({ kind: 'invoiceFails' }, 'always')
    await stand.backend.orders.markPaid(order.id, payment(order.amounts.total))
    await told()
    return order
  }

  test('and that is cancelled there is told of with all its money; no invoice is asked for any more', async () => {
    const order = await paidButNotInvoiced()
    stand.control.cancelOrder(order.number)
    await stand.backend.syncOrders()
    await stand.backend.syncOrders()
    expect(await told()).toEqual([
      ['order.refunded', order.amounts.total],
      ['order.cancelled', undefined],
    ])
    stand.control.disarm()
    await stand.advance(60_000)
    expect(await stand.backend.runErrands()).toMatchObject({ failed: 0 })
    expect(there(order.number).invoices).toEqual([])
  })

  test('is not paid for again by the same payment’s late callback', async () => {
    const order = await paidButNotInvoiced()
    stand.control.cancelOrder(order.number)
    await stand.backend.syncOrders()
    const again = await stand.backend.orders.markPaid(order.id, payment(order.amounts.total))
    expect(again).toMatchObject({ outcome: 'already_paid', order: { status: 'cancelled' } })
    const other = await stand.backend.orders.markPaid(order.id, { ...payment(1), transactionId: '4200010' })
    expect(other.outcome).toBe('not_payable')
  })
})

test('an order that was never paid has nothing to give back', async () => {
  const order = await placed(stand.backend, newShopper(), { STOOL: 1 })
  await told()
  stand.control.cancelOrder(order.number)
  await stand.backend.syncOrders()
  expect(await told()).toEqual([['order.cancelled', undefined]])
})

describe('a refund that was started here', () => {
  const whole = ({ amounts, lines }: Order, refundId: string) => ({
    refundId,
    amount: amounts.total,
    lines: lines.map(({ skuId, quantity }) => ({ skuId, quantity })),
    restock: false,
  })

  test('of a part names the pieces, and is of exactly that much money', async () => {
    const order = await paid()
    const [line] = order.lines
    const lines = [{ skuId: line!.skuId, quantity: 1 }]
    const less = line!.unitPrice - 5_01
    await stand.backend.orders.recordRefund(order.id, { refundId: 'less', amount: less, lines, restock: false })
    await stand.backend.orders.recordRefund(order.id, { refundId: 'alone', amount: 2_03, lines: [], restock: false })
    const memos = there(order.number).creditMemos
    expect(memos.map(({ total, adjustment, comment }) => [total, adjustment, comment])).toEqual([
      [less, -5_01, '微信支付退款 less'],
      // Shipping first, as far as there is some.
      [2_03, 0, '微信支付退款 alone'],
    ])
    expect(memos.map(({ items }) => items.map(({ quantity }) => quantity))).toEqual([[1], [0]])
    await stand.backend.syncOrders()
    expect(await told()).toEqual([])
    const rest = order.amounts.total - less - 2_03
    await stand.backend.orders.recordRefund(order.id, { refundId: 'rest', amount: rest, lines: [], restock: false })
    expect(there(order.number)).toMatchObject({ state: 'closed' })
    expect(await stand.backend.orders.find(order.id)).toMatchObject({
      status: 'cancelled',
      refunded: order.amounts.total,
    })
  })

  test('of a part whose answer is lost is not made again', async () => {
    const order = await paid()
    const part = { refundId: 'part', amount: 3_00, lines: [], restock: false }
    stand.control.arm({ kind: 'dropAfter', operation: 'POST /V1/order/:orderId/refund' })
    await stand.backend.orders.recordRefund(order.id, part)
    await stand.advance(60_000)
    expect(await stand.backend.runErrands()).toEqual({ done: 1, failed: 0 })
    expect(there(order.number).creditMemos).toHaveLength(1)
    expect(await told()).toEqual([])
    expect(await stand.backend.orders.find(order.id)).toMatchObject({ status: 'paid', refunded: 3_00 })
  })

  test('has its credit memo, and that is not told of as another refund', async () => {
    const order = await paid()
    await stand.backend.orders.recordRefund(order.id, whole(order, '5000001'))
    await stand.backend.syncOrders()
    expect(there(order.number).creditMemos).toHaveLength(1)
    expect(await told()).toEqual([['order.cancelled', undefined]])
  })

  test('is known by its words where the answer to the credit memo is lost', async () => {
    const order = await paid()
    stand.control.arm({ kind: 'dropAfter', operation: 'POST /V1/order/:orderId/refund' })
    await stand.backend.orders.recordRefund(order.id, whole(order, '5000002'))
    expect(there(order.number).creditMemos).toHaveLength(1)
    await stand.backend.syncOrders()
    expect(await told()).toEqual([['order.cancelled', undefined]])
    await stand.advance(60_000)
    expect(await stand.backend.runErrands()).toEqual({ done: 1, failed: 0 })
    expect(there(order.number).creditMemos).toHaveLength(1)
  })

  test('after a part the merchant has sent back has a credit memo over the rest only', async () => {
    const order = await paid()
    stand.control.refundOrder(order.number, 10)
    await stand.backend.orders.recordRefund(order.id, {
      ...whole(order, '5000003'),
      amount: order.amounts.total - 1_000,
    })
    await stand.backend.syncOrders()
    expect(there(order.number).creditMemos.map(({ total }) => total)).toEqual([1_000, order.amounts.total - 1_000])
    expect(await told()).toEqual([
      ['order.refunded', 1_000],
      ['order.cancelled', undefined],
    ])
  })

  test('does nothing where the merchant’s credit memo was first', async () => {
    const order = await paid()
    stand.control.refundOrder(order.number)
    await stand.backend.orders.recordRefund(order.id, whole(order, '5000004'))
    expect(there(order.number).creditMemos).toHaveLength(1)
    await stand.backend.syncOrders()
    expect((await told()).map(([type]) => type)).toEqual(['order.refunded', 'order.cancelled'])
  })
})
