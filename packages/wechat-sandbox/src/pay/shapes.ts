import { beijingTime } from '../state/clock'
import type { PayOrder, PayRefund } from '../state/records'

const STATE_TEXT: Record<PayOrder['state'], string> = {
  NOTPAY: '订单未支付',
  SUCCESS: '支付成功',
  CLOSED: '订单已关闭',
  REFUND: '订单发生过退款，退款详情请查询退款单',
}

/** An order as the query APIs and the callback's plaintext show it; amounts in fen. */
export function transactionShape(order: PayOrder): Record<string, unknown> {
  const known = {
    appid: order.appid,
    mchid: order.mchid,
    out_trade_no: order.outTradeNo,
    trade_state: order.state,
    trade_state_desc: STATE_TEXT[order.state],
    attach: order.attach ?? '',
    promotion_detail: [],
    scene_info: { device_id: '' },
  }
  if (order.paidAt === undefined) return { ...known, amount: { total: order.total, currency: 'CNY' } }
  return {
    ...known,
    transaction_id: order.transactionId,
    trade_type: 'JSAPI',
    bank_type: 'OTHERS',
    success_time: beijingTime(order.paidAt),
    payer: { openid: order.openid },
    amount: { total: order.total, payer_total: order.total, currency: 'CNY', payer_currency: 'CNY' },
  }
}

/** A refund as the refund APIs show it; amounts in fen. */
export function refundShape(refund: PayRefund): Record<string, unknown> {
  return {
    refund_id: refund.refundId,
    out_refund_no: refund.outRefundNo,
    transaction_id: refund.transactionId,
    out_trade_no: refund.outTradeNo,
    channel: 'ORIGINAL',
    user_received_account: RECEIVED_BY,
    ...(refund.status === 'SUCCESS' ? { success_time: beijingTime(refund.settledAt!) } : {}),
    create_time: beijingTime(refund.createdAt),
    status: refund.status,
    funds_account: refund.fundsAccount,
    amount: {
      total: refund.total,
      refund: refund.refund,
      payer_total: refund.total,
      payer_refund: refund.refund,
      settlement_refund: refund.refund,
      settlement_total: refund.total,
      discount_refund: 0,
      currency: 'CNY',
    },
    promotion_detail: [],
  }
}

/** A refund as its callback's plaintext shows it: other names and fewer amounts than the API. */
export function refundNotice(refund: PayRefund, mchid: string): Record<string, unknown> {
  return {
    mchid,
    transaction_id: refund.transactionId,
    out_trade_no: refund.outTradeNo,
    refund_id: refund.refundId,
    out_refund_no: refund.outRefundNo,
    refund_status: refund.status,
    ...(refund.status === 'SUCCESS' ? { success_time: beijingTime(refund.settledAt!) } : {}),
    user_received_account: RECEIVED_BY,
    amount: {
      total: refund.total,
      refund: refund.refund,
      payer_total: refund.total,
      payer_refund: refund.refund,
    },
  }
}

const RECEIVED_BY = '支付用户零钱'
