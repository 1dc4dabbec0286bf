import type { Order } from '@xiaopu/contract'
import { HOUR, MINUTE } from '../../testing/clock'
import { Stand } from '../../testing/stand'
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

const atWechat = (order: Order) => stand.sandbox.control.orders().find(({ outTradeNo }) => outTradeNo === order.number)
const prepaid = async () => {
  const order = await shopper.order('LAMP')
  const { body } = await shopper.startPayment(order)
  return { order, params: body.params }
}
const cancel = (order: Order) => shopper.post<Order & { code?: string }>(`/v1/orders/${order.id}/cancel`)

describe('starting a payment', () => {
  test('twice is the same payment order at WeChat', async () => {
    const { order } = await prepaid()
    stand.clock.pass(MINUTE)
    expect((await shopper.startPayment(order)).body.status).toBe('ready')
    expect(stand.sandbox.control.orders()).toHaveLength(1)
    expect(atWechat(order)).toMatchObject({
      total: 13_900,
      expiresAt: Date.parse(order.expiresAt!),
      description: '纸灯',
    })
  })

  test('of a free order needs no WeChat', async () => {
    const order = await shopper.order('GIFT')
    expect(order).toMatchObject({ amounts: { total: 0 } })
    expect((await shopper.startPayment(order)).body).toEqual({ status: 'settled' })
    expect(await shopper.payment(order)).toMatchObject({ status: 'paid', amount: 0 })
    expect(stand.sandbox.control.orders()).toEqual([])
    expect(await stand.stock('GIFT')).toEqual({ onHand: 49, reserved: 0 })
  })

  test('that is paid says that there is nothing to pay, also when nobody has told us yet', async () => {
    const { order, params } = await prepaid()
    stand.sandbox.control.nextCallbacks(['lose'])
    await stand.payOnPhone(params)
    expect((await shopper.startPayment(order)).body).toEqual({ status: 'settled' })
    expect((await shopper.startPayment(order)).body).toEqual({ status: 'settled' })
  })

  test.each(['cancelled', 'out of time'])('of an order that is %s is refused', async (how) => {
    const { order } = await prepaid()
    if (how === 'cancelled') await cancel(order)
    else stand.clock.pass(30 * MINUTE)
    expect(await shopper.startPayment(order)).toMatchObject({ status: 409, body: { code: 'order_not_payable' } })
  })

  test('while WeChat is away says so, and works when it is back', async () => {
    const order = await shopper.order('LAMP')
    stand.sandbox.control.fail({ endpoint: 'pay.jsapi', status: 500, code: 'SYSTEM_ERROR', times: 2 })
    expect(await shopper.startPayment(order)).toMatchObject({ status: 503, body: { code: 'wechat_unavailable' } })
    expect((await shopper.startPayment(order)).body.status).toBe('ready')
  })

  test('whose answer was lost on the way is the same payment order when tried again', async () => {
    const order = await shopper.order('LAMP')
    stand.sandbox.control.fail({ endpoint: 'pay.jsapi', drop: 'answer', times: 2 })
    await shopper.startPayment(order)
    expect((await shopper.startPayment(order)).body.status).toBe('ready')
    expect(stand.sandbox.control.orders()).toHaveLength(1)
  })
})

test.each(['before', 'after'] as const)(
  'an order cancelled just %s WeChat makes its payment order cannot be paid',
  async (when) => {
    const order = await shopper.order('LAMP')
    let crossed = false
    const crossing: typeof fetch = async (url, init) => {
      const makes = !crossed && String(url).endsWith('/v3/pay/transactions/jsapi')
      if (!makes) return fetch(url, init)
      crossed = true
      if (when === 'before') await cancel(order)
      const answer = await fetch(url, init)
      if (when === 'after') await cancel(order)
      return answer
    }
    await stand.gateway.close()
    await stand.start({ fetch: crossing })
    expect(await shopper.startPayment(order)).toMatchObject({ status: 409, body: { code: 'order_not_payable' } })
    expect(crossed).toBe(true)
    expect(atWechat(order)).toMatchObject({ state: 'CLOSED' })
    expect(await stand.stock('LAMP')).toEqual({ onHand: 10, reserved: 0 })
    await stand.gateway.close()
    await stand.start()
  },
)

describe('cancelling', () => {
  test('closes the payment order at WeChat, then gives the stock back', async () => {
    const { order, params } = await prepaid()
    expect((await cancel(order)).body).toMatchObject({
      status: 'cancelled',
      cancelledBecause: 'shopper',
      paymentStatus: 'closed',
      actions: ['buy_again', 'delete'],
    })
    expect(atWechat(order)).toMatchObject({ state: 'CLOSED' })
    expect(await stand.stock('LAMP')).toEqual({ onHand: 10, reserved: 0 })
    expect((await stand.payOnPhone(params)).result).not.toBe('ok')
  })

  test('twice is fine', async () => {
    const { order } = await prepaid()
    await cancel(order)
    expect(await cancel(order)).toMatchObject({ status: 200, body: { status: 'cancelled' } })
  })

  test('what was paid a moment ago is refused, and it is paid', async () => {
    const { order, params } = await prepaid()
    stand.sandbox.control.nextCallbacks(['lose'])
    await stand.payOnPhone(params)
    expect(await cancel(order)).toMatchObject({ status: 409, body: { code: 'order_not_cancellable' } })
    expect(await shopper.seen(order)).toMatchObject({ status: 'paid', paymentStatus: 'paid' })
  })

  test('while WeChat is away changes nothing', async () => {
    const { order } = await prepaid()
    stand.sandbox.control.fail({ endpoint: 'pay.close', drop: 'request', times: 4 })
    expect(await cancel(order)).toMatchObject({ status: 503, body: { code: 'wechat_unavailable' } })
    expect(await shopper.seen(order)).toMatchObject({ status: 'pending_payment' })
    expect(await stand.stock('LAMP')).toMatchObject({ reserved: 1 })
  })

  test('what was never near WeChat needs no WeChat', async () => {
    const order = await shopper.order('LAMP')
    stand.sandbox.control.fail({ endpoint: 'pay.close', drop: 'request', times: 4 })
    expect((await cancel(order)).body).toMatchObject({ status: 'cancelled' })
  })
})

describe('an order whose time is up', () => {
  test('is closed at WeChat first, and then cancelled', async () => {
    const { order } = await prepaid()
    stand.clock.pass(31 * MINUTE)
    await stand.gateway.runJobsOnce()
    expect(await shopper.seen(order)).toMatchObject({
      status: 'cancelled',
      cancelledBecause: 'expired',
      paymentStatus: 'closed',
    })
    expect(atWechat(order)).toMatchObject({ state: 'CLOSED' })
    expect(await stand.stock('LAMP')).toEqual({ onHand: 10, reserved: 0 })
  })

  test('keeps its stock while WeChat cannot be reached, and is ended later', async () => {
    const { order } = await prepaid()
    stand.clock.pass(31 * MINUTE)
    stand.sandbox.control.fail({ endpoint: 'pay.close', status: 500, code: 'SYSTEM_ERROR', times: 2 })
    await stand.gateway.runJobsOnce()
    expect(await shopper.seen(order)).toMatchObject({ status: 'pending_payment', actions: ['cancel'] })
    expect(await stand.stock('LAMP')).toMatchObject({ reserved: 1 })
    await stand.gateway.runJobsOnce()
    expect(await shopper.seen(order)).toMatchObject({ status: 'cancelled' })
  })

  test('and that was paid in its last moment is paid', async () => {
    const { order, params } = await prepaid()
    stand.sandbox.control.nextCallbacks(['lose'])
    await stand.payOnPhone(params)
    stand.clock.pass(31 * MINUTE)
    await stand.gateway.runJobsOnce()
    expect(await shopper.seen(order)).toMatchObject({ status: 'paid' })
    expect(await stand.stock('LAMP')).toEqual({ onHand: 9, reserved: 0 })
  })

  test('does not keep the others from ending', async () => {
    const stuck = await prepaid()
    stand.clock.pass(1_000)
    const other = await prepaid()
    stand.clock.pass(31 * MINUTE)
    stand.sandbox.control.fail({ endpoint: 'pay.close', status: 500, code: 'SYSTEM_ERROR', times: 2 })
    await stand.gateway.runJobsOnce()
    expect(await shopper.seen(stuck.order)).toMatchObject({ status: 'pending_payment' })
    expect(await shopper.seen(other.order)).toMatchObject({ status: 'cancelled' })
  })
})

test('an order the merchant cancels in the shop system cannot be paid any more', async () => {
  const { order, params } = await prepaid()
  const { createPostgresCommerce } = await import('@xiaopu/commerce-postgres')
  await createPostgresCommerce({ database: stand.database, clock: stand.clock.now }).orders.cancel(order.id, 'merchant')
  await stand.gateway.runJobsOnce()
  expect(atWechat(order)).toMatchObject({ state: 'CLOSED' })
  expect((await stand.payOnPhone(params)).result).not.toBe('ok')
  expect(await shopper.seen(order)).toMatchObject({ cancelledBecause: 'merchant', paymentStatus: 'closed' })
})

describe('money that comes too late', () => {
  /** The order is cancelled here while WeChat still takes the money: closing and paying crossed on the wire. */
  const paidLate = async () => {
    const { order } = await prepaid()
    const { createPostgresCommerce } = await import('@xiaopu/commerce-postgres')
    await createPostgresCommerce({ database: stand.database, clock: stand.clock.now }).orders.cancel(
      order.id,
      'expired',
    )
    stand.sandbox.control.approve(order.number)
    await stand.sandbox.control.whenIdle()
    return order
  }
  const refunds = () => stand.sandbox.control.refunds()
  const status = async (order: Order) => (await shopper.seen(order)).paymentStatus

  test('goes back by itself, once, and the shopper can see it', async () => {
    const order = await paidLate()
    expect(await shopper.seen(order)).toMatchObject({ status: 'cancelled', paymentStatus: 'refunding' })
    await stand.gateway.runJobsOnce()
    await stand.gateway.runJobsOnce()
    expect(refunds()).toMatchObject([{ outTradeNo: order.number, refund: 13_900, status: 'PROCESSING' }])
    stand.sandbox.control.settleRefund(refunds()[0]!.outRefundNo, 'SUCCESS')
    await stand.sandbox.control.whenIdle()
    expect(await status(order)).toBe('refunded')
    expect(await stand.stock('LAMP')).toEqual({ onHand: 10, reserved: 0 })
  })

  test('told of a second time goes back once', async () => {
    await paidLate()
    await stand.gateway.runJobsOnce()
    stand.clock.pass(2 * MINUTE)
    await stand.database.execute('update gateway.payment_events set applied_at = null')
    await stand.gateway.runJobsOnce()
    await stand.gateway.runJobsOnce()
    expect(await stand.count('gateway.refunds')).toBe(1)
    expect(refunds()).toHaveLength(1)
  })

  test('goes back also when the refund’s callback is lost', async () => {
    const order = await paidLate()
    await stand.gateway.runJobsOnce()
    stand.sandbox.control.nextCallbacks(['lose'])
    stand.sandbox.control.settleRefund(refunds()[0]!.outRefundNo, 'SUCCESS')
    await stand.sandbox.control.whenIdle()
    expect(await status(order)).toBe('refunding')
    // WeChat is asked how it stands, not asked for it again.
    stand.sandbox.control.fail({ endpoint: 'refund.apply', status: 400, code: 'INVALID_REQUEST' })
    stand.clock.pass(5 * MINUTE)
    await stand.gateway.runJobsOnce()
    expect(await status(order)).toBe('refunded')
  })

  test.each(['request', 'answer'] as const)('goes back once also when the %s of the refund is lost', async (drop) => {
    const order = await paidLate()
    stand.sandbox.control.fail({ endpoint: 'refund.apply', drop })
    await stand.gateway.runJobsOnce()
    expect(await status(order)).toBe('refunding')
    stand.clock.pass(5 * MINUTE)
    await stand.gateway.runJobsOnce()
    expect(refunds()).toHaveLength(1)
    stand.sandbox.control.settleRefund(refunds()[0]!.outRefundNo, 'SUCCESS')
    await stand.sandbox.control.whenIdle()
    expect(await status(order)).toBe('refunded')
  })

  test.each(['forge-signature', 'wrong-amount'] as const)(
    'is not taken for refunded by a callback with %s',
    async (misbehaviour) => {
      const order = await paidLate()
      await stand.gateway.runJobsOnce()
      stand.sandbox.control.nextCallbacks([misbehaviour])
      stand.sandbox.control.settleRefund(refunds()[0]!.outRefundNo, 'SUCCESS')
      await stand.sandbox.control.whenIdle()
      expect(await status(order)).toBe('refunding')
    },
  )

  test('that WeChat cannot give back calls for a person, and succeeds when that person has helped', async () => {
    const order = await paidLate()
    await stand.gateway.runJobsOnce()
    const { outRefundNo } = refunds()[0]!
    stand.sandbox.control.settleRefund(outRefundNo, 'ABNORMAL')
    await stand.sandbox.control.whenIdle()
    expect(await status(order)).toBe('refund_failed')
    expect(stand.log.some((line) => line.includes('needs a person'))).toBe(true)
    stand.sandbox.control.nextCallbacks(['lose'])
    stand.sandbox.control.settleRefund(outRefundNo, 'SUCCESS')
    await stand.sandbox.control.whenIdle()
    stand.clock.pass(12 * HOUR)
    await stand.gateway.runJobsOnce()
    expect(await status(order)).toBe('refunded')
  })
})
