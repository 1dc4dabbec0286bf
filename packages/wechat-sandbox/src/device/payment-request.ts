import { createVerify } from 'node:crypto'
import type { MerchantOptions } from '../options'

/** What a Mini Program passes to `wx.requestPayment`, plus whose phone and which Mini Program it is. */
export interface PaymentRequest {
  appid: string
  /** Person id. */
  person: string
  /** Seconds, as a string. */
  timeStamp: string
  nonceStr: string
  /** `prepay_id=…` */
  package: string
  signType: string
  paySign: string
}

/** How far the merchant's clock may be ahead of WeChat's. */
const MAX_AHEAD_S = 300
/** Parameters live no longer than the prepay_id they carry. */
const MAX_AGE_S = 7200

/** The prepay_id of a request that WeChat would show a sheet for, or the sentence it would fail with. */
export function readPaymentRequest(
  request: PaymentRequest,
  merchant: MerchantOptions,
  now: number,
): { prepayId: string } | { fault: string } {
  const missing = (['timeStamp', 'nonceStr', 'package', 'signType', 'paySign'] as const).find(
    (name) => request[name] === undefined || request[name] === '',
  )
  if (missing) return { fault: `调用支付JSAPI缺少参数：${missing}` }
  const wrongType = (['timeStamp', 'nonceStr', 'package', 'signType', 'paySign'] as const).find(
    (name) => typeof request[name] !== 'string',
  )
  if (wrongType) return { fault: `parameter error: parameter.${wrongType} should be String` }
  if (request.signType !== 'RSA') return { fault: '支付签名方式错误：signType 应为 RSA' }
  if (!/^\d{10}$/.test(request.timeStamp)) return { fault: '支付参数错误：timeStamp 应为秒级时间戳' }
  if (request.nonceStr.length > 32) return { fault: '支付参数错误：nonceStr 超过 32 个字符' }
  const prepayId = /^prepay_id=(\w+)$/.exec(request.package)?.[1]
  if (!prepayId) return { fault: '支付参数错误：package 应为 prepay_id=…' }
  if (!signatureHolds(request, merchant.publicKeyPem)) return { fault: '支付验证签名失败' }
  const age = now / 1000 - Number(request.timeStamp)
  if (age > MAX_AGE_S || age < -MAX_AHEAD_S) return { fault: '支付参数已过期' }
  return { prepayId }
}

function signatureHolds(request: PaymentRequest, publicKeyPem: string): boolean {
  const message = `${request.appid}\n${request.timeStamp}\n${request.nonceStr}\n${request.package}\n`
  return createVerify('RSA-SHA256').update(message).verify(publicKeyPem, request.paySign, 'base64')
}
