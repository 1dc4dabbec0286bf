import { newTransactionId } from '../state/ids'
import type { PayOrder } from '../state/records'
import type { World } from '../world'
import { transactionShape } from './shapes'

/** Why an order cannot be paid now, in the words of a payment sheet; undefined when it can. */
export function unpayable(order: PayOrder, now: number): string | undefined {
  if (order.paidAt !== undefined) return '该订单已支付'
  if (order.state === 'CLOSED') return '该订单已关闭'
  if (now >= order.expiresAt) return '该订单已过期，请重新下单'
  return undefined
}

/** The money moves: the order becomes SUCCESS and its callback is announced. */
export function capture(world: World, order: PayOrder, by: string): void {
  const now = world.clock.now()
  order.state = 'SUCCESS'
  order.paidAt = now
  order.transactionId = newTransactionId(now)
  world.ledger.payments.push({ at: now, outTradeNo: order.outTradeNo, by, outcome: 'paid' })
  world.callbacks.announce({
    event: 'TRANSACTION.SUCCESS',
    outTradeNo: order.outTradeNo,
    notifyUrl: order.notifyUrl,
    summary: '支付成功',
    resource: transactionShape(order),
  })
}
