import { REFUND_STATUSES, type Refund, type RefundNotice, TRADE_STATES, type Transaction } from './types'
import {
  optionalWireFen,
  optionalWireObject,
  optionalWireText,
  type WireObject,
  wireFen,
  wireObject,
  wireOneOf,
  wireText,
} from './wire'

/** A payment off the wire: the shape of queries and of callbacks. Throws WireError. */
export function readTransaction(wire: WireObject): Transaction {
  const payer = optionalWireObject(wire, 'payer')
  const openid = payer && optionalWireText(payer, 'openid')
  const amount = optionalWireObject(wire, 'amount')
  const transaction: Transaction = {
    appid: wireText(wire, 'appid'),
    mchid: wireText(wire, 'mchid'),
    outTradeNo: wireText(wire, 'out_trade_no'),
    transactionId: optionalWireText(wire, 'transaction_id'),
    tradeType: optionalWireText(wire, 'trade_type'),
    tradeState: wireOneOf(wire, 'trade_state', TRADE_STATES),
    tradeStateDescription: optionalWireText(wire, 'trade_state_desc'),
    bankType: optionalWireText(wire, 'bank_type'),
    attach: optionalWireText(wire, 'attach'),
    successTime: optionalWireText(wire, 'success_time'),
    payer: openid === undefined ? undefined : { openid },
    amount:
      amount &&
      withoutUndefined({
        totalFen: wireFen(amount, 'total'),
        payerTotalFen: optionalWireFen(amount, 'payer_total'),
        // Left out before payment.
        currency: optionalWireText(amount, 'currency') ?? 'CNY',
      }),
  }
  return withoutUndefined(transaction)
}

/** A refund off the wire, as the request and the query answer it. Throws WireError. */
export function readRefund(wire: WireObject): Refund {
  return refund(wire, 'status')
}

/** A refund out of a callback, where the state is called `refund_status`. Throws WireError. */
export function readRefundNotice(wire: WireObject): RefundNotice {
  return { mchid: wireText(wire, 'mchid'), ...refund(wire, 'refund_status') }
}

function refund(wire: WireObject, statusField: string): Refund {
  const amount = wireObject(wire, 'amount')
  return withoutUndefined<Refund>({
    refundId: wireText(wire, 'refund_id'),
    outRefundNo: wireText(wire, 'out_refund_no'),
    transactionId: wireText(wire, 'transaction_id'),
    outTradeNo: wireText(wire, 'out_trade_no'),
    status: wireOneOf(wire, statusField, REFUND_STATUSES),
    userReceivedAccount: optionalWireText(wire, 'user_received_account'),
    channel: optionalWireText(wire, 'channel'),
    createTime: optionalWireText(wire, 'create_time'),
    successTime: optionalWireText(wire, 'success_time'),
    amount: withoutUndefined({
      totalFen: wireFen(amount, 'total'),
      refundFen: wireFen(amount, 'refund'),
      payerTotalFen: optionalWireFen(amount, 'payer_total'),
      payerRefundFen: optionalWireFen(amount, 'payer_refund'),
    }),
  })
}

/** Absent fields stay absent, so that what is stored and logged shows only what WeChat said. */
function withoutUndefined<T extends object>(object: T): T {
  return Object.fromEntries(Object.entries(object).filter(([, value]) => value !== undefined)) as T
}
