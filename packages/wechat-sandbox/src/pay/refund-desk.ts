import { newRefundId } from '../state/ids'
import type { PayOrder, PayRefund, RefundOutcome } from '../state/records'
import type { World } from '../world'
import { invalidRequest, PayError, paramError, SUBCODE_PARAMS_DIFFER } from './errors'
import type { Fields } from './fields'
import { refundNotice, refundShape } from './shapes'

const MINUTE_MS = 60_000
const YEAR_MS = 365 * 86_400_000
const MAX_PARTIALS = 50
const DEFAULT_SETTLE_MS = 2_000
const REFUND_FIELDS = [
  'transaction_id',
  'out_trade_no',
  'out_refund_no',
  'reason',
  'notify_url',
  'funds_account',
  'amount',
  'goods_detail',
]

/** `POST /v3/refund/domestic/refunds`: 200 means accepted, never refunded. */
export function acceptRefund(world: World, body: Fields): Record<string, unknown> {
  const { order, refund } = readRefund(world, body)
  const known = world.ledger.refunds.get(refund.outRefundNo)
  if (known) {
    if (known.fingerprint !== refund.fingerprint)
      throw invalidRequest('请求重入时，参数与首次请求时不一致', SUBCODE_PARAMS_DIFFER)
    return refundShape(known)
  }
  checkRefundable(world, order, refund)
  // A query of the order says REFUND from the moment the first refund is accepted.
  order.state = 'REFUND'
  world.ledger.refunds.set(refund.outRefundNo, refund)
  world.ledger.save()
  planSettlement(world, refund)
  return refundShape(refund)
}

/** @throws PayError 404 RESOURCE_NOT_EXISTS */
export function findRefund(world: World, outRefundNo: string): PayRefund {
  const refund = world.ledger.refunds.get(outRefundNo)
  if (!refund) throw new PayError(404, 'RESOURCE_NOT_EXISTS', '退款单不存在')
  return refund
}

/** Ends PROCESSING (or an ABNORMAL that was dealt with) and tells the merchant, if the refund named an address. */
export function settleRefund(world: World, refund: PayRefund, outcome: RefundOutcome): void {
  refund.status = outcome
  refund.settledAt = world.clock.now()
  world.ledger.save()
  if (refund.notifyUrl === undefined) return
  world.callbacks.announce({
    event: `REFUND.${outcome}`,
    outTradeNo: refund.outTradeNo,
    outRefundNo: refund.outRefundNo,
    notifyUrl: refund.notifyUrl,
    summary: { SUCCESS: '退款成功', ABNORMAL: '退款异常', CLOSED: '退款关闭' }[outcome],
    resource: refundNotice(refund, world.options.merchant.mchid),
  })
}

/** Puts the end of a PROCESSING refund on the agenda; also after a restart. */
export function planSettlement(world: World, refund: PayRefund): void {
  const wait = world.options.refundSettleMs ?? DEFAULT_SETTLE_MS
  if (wait === 'manual') return
  world.agenda.at(refund.createdAt + wait, () => {
    if (refund.status === 'PROCESSING') settleRefund(world, refund, world.mishaps.takeRefundOutcome())
  })
}

function readRefund(world: World, body: Fields): { order: PayOrder; refund: PayRefund } {
  body.onlyKnows(REFUND_FIELDS)
  if (body.has('transaction_id') === body.has('out_trade_no'))
    throw paramError('/out_trade_no', 'transaction_id 与 out_trade_no 必须二选一')
  const outRefundNo = body.text('out_refund_no', { max: 64, pattern: /^[0-9A-Za-z_\-|*@]+$/ })
  body.optionalText('reason', { max: 80 })
  const notifyUrl = body.has('notify_url') ? body.notifyUrl('notify_url', 256) : undefined
  const fundsAccount = body.oneOf('funds_account', ['AVAILABLE', 'UNSETTLED'], 'AVAILABLE')
  const amount = body.object('amount').onlyKnows(['refund', 'total', 'currency', 'from'])
  const refund = amount.fen('refund')
  const total = amount.fen('total')
  if (!amount.has('currency')) throw paramError('/amount/currency', '必填')
  amount.oneOf('currency', ['CNY'], 'CNY')
  const order = body.has('transaction_id')
    ? world.ledger.orderOfTransaction(body.text('transaction_id', { max: 32 }))
    : world.ledger.orders.get(body.text('out_trade_no', { max: 32 }))
  if (!order) throw new PayError(404, 'RESOURCE_NOT_EXISTS', '订单不存在')
  const now = world.clock.now()
  return {
    order,
    refund: {
      refundId: newRefundId(now),
      outRefundNo,
      outTradeNo: order.outTradeNo,
      transactionId: order.transactionId ?? '',
      refund,
      total,
      notifyUrl,
      fundsAccount,
      fingerprint: body.fingerprint(),
      status: 'PROCESSING',
      createdAt: now,
    },
  }
}

function checkRefundable(world: World, order: PayOrder, refund: PayRefund): void {
  if (order.paidAt === undefined) throw invalidRequest('订单未支付，不能退款')
  if (refund.total !== order.total) throw paramError('/amount/total', '与订单金额不一致', refund.total)
  const now = world.clock.now()
  if (now - order.paidAt > YEAR_MS) throw invalidRequest('订单已超过一年，不能退款')
  const earlier = world.ledger.refundsOf(order.outTradeNo)
  // A closed refund gave nothing back; an abnormal one still owes the money.
  const given = earlier.filter((other) => other.status !== 'CLOSED').reduce((sum, other) => sum + other.refund, 0)
  if (given + refund.refund > order.total) throw new PayError(403, 'NOT_ENOUGH', '申请退款金额大于订单剩余可退金额')
  if (earlier.length >= MAX_PARTIALS) throw invalidRequest(`部分退款不能超过 ${MAX_PARTIALS} 次`)
  const latest = Math.max(...earlier.map((other) => other.createdAt))
  if (now - latest < MINUTE_MS) throw new PayError(429, 'FREQUENCY_LIMITED', '同一订单的两次部分退款须间隔 1 分钟')
}
