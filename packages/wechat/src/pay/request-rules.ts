import { WechatPayError } from './errors'
import { beijingTime } from './time'
import type { PrepayOrder, RefundRequest } from './types'

/** Limits of API v3, counted in characters (code points). */
const DESCRIPTION_CHARACTERS = 127
const ATTACH_CHARACTERS = 128
const REASON_CHARACTERS = 80
const NOTIFY_URL_CHARACTERS = 255
const OUT_TRADE_NO = /^[0-9A-Za-z_\-|*]{6,32}$/
const OUT_REFUND_NO = /^[0-9A-Za-z_\-|*@]{1,64}$/

/** Cuts a description to the 127 characters WeChat takes, with … at the end and no emoji cut in two. */
export function truncateDescription(description: string): string {
  if (characters(description) <= DESCRIPTION_CHARACTERS) return description
  let kept = ''
  let count = 0
  for (const { segment } of new Intl.Segmenter('zh', { granularity: 'grapheme' }).segment(description)) {
    count += characters(segment)
    if (count > DESCRIPTION_CHARACTERS - 1) break
    kept += segment
  }
  return `${kept}…`
}

/** Checks `order` and puts it on the wire. Throws WechatPayError INVALID_INPUT. */
export function prepayBody(
  order: PrepayOrder,
  merchant: { appid: string; mchid: string },
  now: number,
  operation: string,
) {
  const refuse = refusal(operation)
  const { description, outTradeNo, timeExpire, attach, notifyUrl, amountFen, openid, payerIp } = order
  if (description === '') refuse('description', 'must not be empty')
  checkLength(refuse, 'description', description, DESCRIPTION_CHARACTERS)
  checkOutTradeNo(outTradeNo, operation)
  if (attach !== undefined) checkLength(refuse, 'attach', attach, ATTACH_CHARACTERS)
  checkNotifyUrl(refuse, notifyUrl)
  if (amountFen === 0) refuse('amountFen', 'is 0: WeChat Pay takes no payment of nothing, a free order skips payment')
  checkFen(refuse, 'amountFen', amountFen)
  if (openid === '') refuse('openid', 'must not be empty')
  return {
    ...merchant,
    description,
    out_trade_no: outTradeNo,
    ...(timeExpire !== undefined && { time_expire: payUntil(refuse, timeExpire, now) }),
    ...(attach && { attach }),
    notify_url: notifyUrl,
    amount: { total: amountFen, currency: 'CNY' },
    payer: { openid },
    ...(payerIp && { scene_info: { payer_client_ip: payerIp } }),
  }
}

/** Checks `request` and puts it on the wire. Throws WechatPayError INVALID_INPUT. */
export function refundBody(request: RefundRequest, operation: string) {
  const refuse = refusal(operation)
  const { outRefundNo, payment, refundFen, totalFen, reason, notifyUrl } = request
  checkOutRefundNo(outRefundNo, operation)
  if ('outTradeNo' in payment) checkOutTradeNo(payment.outTradeNo, operation)
  else if (payment.transactionId === '') refuse('transactionId', 'must not be empty')
  checkFen(refuse, 'refundFen', refundFen)
  checkFen(refuse, 'totalFen', totalFen)
  if (refundFen > totalFen) refuse('refundFen', `is more than was paid (${refundFen} of ${totalFen} fen)`)
  if (reason !== undefined) checkLength(refuse, 'reason', reason, REASON_CHARACTERS)
  if (notifyUrl !== undefined) checkNotifyUrl(refuse, notifyUrl)
  return {
    ...('outTradeNo' in payment ? { out_trade_no: payment.outTradeNo } : { transaction_id: payment.transactionId }),
    out_refund_no: outRefundNo,
    ...(reason && { reason }),
    ...(notifyUrl !== undefined && { notify_url: notifyUrl }),
    amount: { refund: refundFen, total: totalFen, currency: 'CNY' },
  }
}

export function checkOutTradeNo(outTradeNo: string, operation: string): void {
  if (!OUT_TRADE_NO.test(outTradeNo)) refusal(operation)('outTradeNo', 'must be 6 to 32 of 0-9 A-Z a-z _ - | *')
}

export function checkOutRefundNo(outRefundNo: string, operation: string): void {
  if (!OUT_REFUND_NO.test(outRefundNo)) refusal(operation)('outRefundNo', 'must be 1 to 64 of 0-9 A-Z a-z _ - | * @')
}

type Refuse = (field: string, issue: string) => never

function refusal(operation: string): Refuse {
  return (field, issue) => {
    throw new WechatPayError({
      code: 'INVALID_INPUT',
      message: `${field} ${issue}`,
      operation,
      detail: { field, issue },
    })
  }
}

function checkFen(refuse: Refuse, field: string, fen: number): void {
  if (!Number.isSafeInteger(fen) || fen < 1) refuse(field, `must be whole fen, 1 or more, is ${fen}`)
}

function checkLength(refuse: Refuse, field: string, text: string, limit: number): void {
  if (characters(text) > limit) refuse(field, `must have at most ${limit} characters, has ${characters(text)}`)
}

function checkNotifyUrl(refuse: Refuse, notifyUrl: string): void {
  checkLength(refuse, 'notifyUrl', notifyUrl, NOTIFY_URL_CHARACTERS)
  const url = URL.canParse(notifyUrl) ? new URL(notifyUrl) : undefined
  // WeChat's documents differ on http; https on a public host is always right.
  if (!url || !/^https?:$/.test(url.protocol)) refuse('notifyUrl', 'must be an http(s) address')
  if (/[?#]/.test(notifyUrl)) refuse('notifyUrl', 'must have no query or fragment')
}

function payUntil(refuse: Refuse, timeExpire: Date | string, now: number): string {
  const instant = new Date(timeExpire)
  if (Number.isNaN(instant.getTime())) refuse('timeExpire', 'is no date')
  // WeChat would move it to a minute from now, and take money for an order we hold to be over.
  if (instant.getTime() <= now) refuse('timeExpire', `is past (${instant.toISOString()})`)
  return beijingTime(instant)
}

function characters(text: string): number {
  return [...text].length
}
