import { newShopper, placed } from '../testing/shopping'
import { openStand, type Stand } from '../testing/stand'

let stand: Stand
beforeAll(async () => {
  stand = await openStand()
})
afterAll(() => stand.close())
afterEach(() => stand.control.disarm())

const payment = (amount: number) => ({ transactionId: '4200001', amount, paidAt: new Date('2025-06-01T04:05:06.000Z') })
const there = (number: string) => stand.control.order(number)!
const order = () => placed(stand.backend, newShopper(), { STOOL: 2 })
const events = async () => {
  const told: [string, string][] = []
  for (;;) {
    const claimed = await stand.backend.events.claim(500, 30_000)
    if (claimed.length === 0) return told
    told.push(...claimed.map(({ type, orderId }): [string, string] => [type, orderId]))
    await stand.backend.events.confirm(claimed.map(({ id }) => id))
  }
}

describe('a payment', () => {
  test('becomes one invoice that captures nothing and names the transaction', async () => {
    const { id, number, amounts } = await order()
    stand.control.clearRequests()
    expect((await stand.backend.orders.markPaid(id, payment(amounts.total))).outcome).toBe('paid')
    expect((await stand.backend.orders.markPaid(id, payment(amounts.total))).outcome).toBe('already_paid')
    expect(there(number)).toMatchObject({ state: 'processing', invoices: [{ total: amounts.total }] })
    expect(there(number).comments.map(({ comment }) => comment)).toEqual(['微信支付 4200001'])
    expect(invoicesAsked()).toBe(1)
  })

  test('the answer to the invoice is lost: there is one invoice, and the order is paid', async () => {
    const { id, number, amounts } = await order()
    stand.control.arm({ kind: 'dropAfter', operation: 'POST /V1/order/:orderId/invoice' })
    expect((await stand.backend.orders.markPaid(id, payment(amounts.total))).outcome).toBe('paid')
    expect(there(number).invoices).toHaveLength(1)
    expect(await stand.backend.runErrands()).toEqual({ done: 0, failed: 0 })
    expect(there(number).invoices).toHaveLength(1)
  })

  test('the invoice was made by a process that died before it could say so', async () => {
    const { id, number, amounts } = await order()
    stand.control.invoiceOrder(number)
    stand.control.clearRequests()
    expect((await stand.backend.orders.markPaid(id, payment(amounts.total))).outcome).toBe('paid')
    expect(there(number).invoices).toHaveLength(1)
    expect(invoicesAsked()).toBe(0)
  })

  test('Magento cannot make the invoice: the order is paid, the invoice follows, and each failed try is told of', async () => {
    const { id, number, amounts } = await order()
    const onErrandFailed = jest.fn()
    stand.control.arm({ kind: 'invoiceFails' }, 'always')
    expect((await stand.backend.orders.markPaid(id, payment(amounts.total))).outcome).toBe('paid')
    expect(there(number).invoices).toEqual([])
    expect(await stand.another({ onErrandFailed }).runErrands()).toEqual({ done: 0, failed: 1 })
    expect(onErrandFailed.mock.calls).toEqual([
      [
        {
          ...{ orderNumber: number, kind: 'invoice', attempts: 1, nextTryAt: expect.any(Date) },
          reason: expect.stringMatching(/^Magento (failed at|refused) POST order\/:id\/invoice/),
        },
      ],
    ])
    // Not at once again: the pauses grow.
    expect(await stand.backend.runErrands()).toEqual({ done: 0, failed: 0 })
    stand.control.disarm()
    await stand.advance(60_000)
    expect(await stand.backend.runErrands()).toEqual({ done: 1, failed: 0 })
    expect(there(number).invoices).toHaveLength(1)
    expect(await stand.backend.runErrands()).toEqual({ done: 0, failed: 0 })
  })

  test('Magento is down: nothing is known, and WeChat’s next callback pays', async () => {
    const { id, amounts } = await order()
    stand.control.arm({ kind: 'down' }, 'always')
    await expect(stand.backend.orders.markPaid(id, payment(amounts.total))).rejects.toThrow('does not answer')
    expect((await stand.backend.orders.find(id))!.status).toBe('pending_payment')
    stand.control.disarm()
    expect((await stand.backend.orders.markPaid(id, payment(amounts.total))).outcome).toBe('paid')
  })

  test('for an order the merchant’s cron has cancelled is not taken, and the order says so', async () => {
    const { id, number, amounts } = await order()
    await events()
    stand.control.cancelOrder(number)
    const late = await stand.backend.orders.markPaid(id, payment(amounts.total))
    expect(late).toMatchObject({ outcome: 'not_payable', order: { status: 'cancelled', cancelledBecause: 'merchant' } })
    expect(there(number).invoices).toEqual([])
    expect(await events()).toEqual([['order.cancelled', id]])
  })
})

describe('cancelling', () => {
  test('the answer is lost: asked again it is cancelled, once', async () => {
    const { id, number } = await order()
    stand.control.arm({ kind: 'dropAfter', operation: 'POST /V1/orders/:id/cancel' })
    expect((await stand.backend.orders.cancel(id, 'expired')).outcome).toBe('cancelled')
    expect(there(number).state).toBe('canceled')
    expect((await stand.backend.orders.cancel(id, 'shopper')).outcome).toBe('already_cancelled')
  })

  test('an order the merchant has invoiced by hand is paid, not cancelled', async () => {
    const { id, number } = await order()
    await events()
    stand.control.invoiceOrder(number)
    expect(await stand.backend.orders.cancel(id, 'expired')).toMatchObject({
      outcome: 'not_cancellable',
      order: { status: 'paid' },
    })
    expect(await events()).toEqual([['order.paid', id]])
  })
})

describe('what the merchant does at Magento', () => {
  test('is followed: sent, cancelled, refunded; a second look changes nothing', async () => {
    const [sent, cancelled, refunded] = [await order(), await order(), await order()]
    const all = { refundId: '5000001', amount: refunded.amounts.total, lines: [], restock: false }
    for (const { id, amounts } of [sent, refunded]) await stand.backend.orders.markPaid(id, payment(amounts.total))
    await events()
    await stand.advance(1_000)
    stand.control.shipOrder(sent.number)
    stand.control.cancelOrder(cancelled.number)
    await stand.backend.orders.recordRefund(refunded.id, all)
    expect(there(refunded.number)).toMatchObject({ state: 'closed', creditMemos: [{ total: refunded.amounts.total }] })
    expect(await stand.backend.syncOrders()).toBeGreaterThanOrEqual(3)
    const status = async (id: string) => (await stand.backend.orders.find(id))!.status
    expect(await status(sent.id)).toBe('shipped')
    expect(await status(cancelled.id)).toBe('cancelled')
    expect(await status(refunded.id)).toBe('cancelled')
    const told = await events()
    expect(new Set(told.map(([type, id]) => `${type} ${id}`))).toEqual(
      new Set([`order.shipped ${sent.id}`, `order.cancelled ${cancelled.id}`, `order.cancelled ${refunded.id}`]),
    )
    await stand.backend.syncOrders()
    await stand.backend.orders.recordRefund(refunded.id, all)
    expect(there(refunded.number).creditMemos).toHaveLength(1)
    expect(await events()).toEqual([])
  })

  test('is followed at once when its webhook calls, which is believed nothing but the number', async () => {
    const { id, number } = await order()
    expect(await stand.backend.orderChanged(number)).toBe(true)
    expect((await stand.backend.orders.find(id))!.status).toBe('pending_payment')
    stand.control.cancelOrder(number)
    expect(await stand.backend.orderChanged(number)).toBe(true)
    expect((await stand.backend.orders.find(id))!.status).toBe('cancelled')
    expect(await stand.backend.orderChanged('no-such-order')).toBe(false)
  })
})

test('the merchant reads remark and fapiao in a comment, once', async () => {
  const fapiao = { kind: 'personal', title: '张三' } as const
  const { number } = await placed(stand.backend, newShopper(), { STOOL: 1 }, { remark: '周末送 🙂', fapiao })
  await stand.backend.runErrands()
  await stand.backend.runErrands()
  expect(there(number).comments.map(({ comment }) => comment)).toEqual(['备注：周末送 🙂\n发票：personal / 张三'])
})

test('Magento knows the shopper’s address in its own way', async () => {
  const { number } = await order()
  expect(there(number).shippingAddress).toMatchObject({
    lastname: '张',
    firstname: '三',
    city: '杭州市',
    street: ['西湖区', '文三路 1 号 2 单元 301'],
    postcode: '310012',
    telephone: '13800138000',
  })
})

function invoicesAsked(): number {
  return stand.control.requests().filter(({ operations }) => operations.some((each) => each.includes('invoice'))).length
}
