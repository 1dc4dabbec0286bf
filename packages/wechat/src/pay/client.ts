import { requireAddress, requireText } from '../config-error'
import type { Clock, Fetch } from '../exchange'
import { createKeyFinder, downloadCertificates } from './certificates'
import { readApiV3Key } from './cipher'
import { WechatPayError } from './errors'
import { createKeyRing, type PlatformCertificate, type VerificationOptions } from './key-ring'
import { readPrivateKey } from './keys'
import { parseNotification, type ReceivedNotification } from './notification'
import { checkOutRefundNo, checkOutTradeNo, prepayBody, refundBody } from './request-rules'
import { readRefund, readTransaction } from './resources'
import { type MerchantSigner, newNonce, paymentMessage, rsaSha256 } from './signing'
import { operationOf, type PayRequest, type PayWire, sendSigned } from './transport'
import type {
  CloseOutcome,
  PaymentParams,
  PayNotification,
  PrepayOrder,
  Refund,
  RefundRequest,
  Transaction,
} from './types'
import { parseWire, WireError, type WireObject, wireText } from './wire'

export interface WechatPayOptions {
  appid: string
  /** The merchant number; must be bound to `appid` on the merchant platform. */
  mchid: string
  /** Serial of the merchant's API certificate, in hexadecimal. */
  merchantSerial: string
  /** PEM of the key that belongs to that certificate (`apiclient_key.pem`). */
  merchantPrivateKey: string
  /** 32 bytes, set on the merchant platform. */
  apiV3Key: string
  verification: VerificationOptions
  /** Default `https://api.mch.weixin.qq.com`. WeChat Pay has no sandbox of its own. */
  baseUrl?: string
  fetch?: Fetch
  clock?: Clock
  /** Milliseconds for one attempt; default 8000. */
  timeoutMs?: number
  /** Milliseconds before the second attempt of a call that may be repeated; default 300. */
  retryDelayMs?: number
}

/** Every call rejects with {@link WechatPayError} only; `retryable` says whether the same call may pass later. */
export interface WechatPay {
  /**
   * Makes the payment order (`POST /v3/pay/transactions/jsapi`). The prepay id lives 2 h; the same order again gives a fresh one,
   * the same number with other content is refused with INVALID_REQUEST.
   */
  createPrepay(order: PrepayOrder): Promise<{ prepayId: string }>
  /** Signs what the app hands to `wx.requestPayment`. What that call answers proves nothing: ask {@link queryByOutTradeNo}. */
  paymentParams(prepayId: string): PaymentParams
  /** The payment's state, or undefined when WeChat has no such order (ORDER_NOT_EXIST). */
  queryByOutTradeNo(outTradeNo: string): Promise<Transaction | undefined>
  /** Closes an unpaid order so that it cannot be paid any more; closing it again is fine. */
  close(outTradeNo: string): Promise<CloseOutcome>
  /**
   * Asks for a refund. **Accepted is not refunded**: follow `status` by callback or {@link queryRefund}. Never tried twice by itself;
   * retry with the same `outRefundNo`, a minute apart.
   */
  refund(request: RefundRequest): Promise<Refund>
  /** The refund's state, or undefined when WeChat has no such refund (RESOURCE_NOT_EXISTS). */
  queryRefund(outRefundNo: string): Promise<Refund | undefined>
  /** Downloads the platform certificates and uses them from now on. Needed by hand only to look at them, or to warm up. */
  certificates(): Promise<PlatformCertificate[]>
  /**
   * Reads a callback: signature, 300 s window, serial, decryption under the APIv3 key with its tag, shape.
   *
   * Left to the caller, who has the orders: dropping a repeated `id` (WeChat delivers up to 15 times, and a stranger may replay within
   * the window), comparing mchid, appid, out_trade_no and **amount**, writing once, and answering 204 within 5 s.
   *
   * @throws NotificationError answer it with 4xx/5xx and change nothing
   */
  parseNotification(received: ReceivedNotification): Promise<PayNotification>
}

/**
 * A client of WeChat Pay API v3 for one merchant and one Mini Program.
 *
 * @throws WechatConfigError when a key, serial or address cannot work
 */
export function createWechatPay(options: WechatPayOptions): WechatPay {
  const { verification, clock = Date.now } = options
  const appid = requireText('appid', options.appid)
  const mchid = requireText('mchid', options.mchid)
  const signer: MerchantSigner = {
    mchid,
    serial: requireText('merchantSerial', options.merchantSerial),
    privateKey: readPrivateKey('merchantPrivateKey', requireText('merchantPrivateKey', options.merchantPrivateKey)),
  }
  const apiV3Key = readApiV3Key(requireText('apiV3Key', options.apiV3Key))
  const ring = createKeyRing(verification, signer.serial, clock)
  const wire: PayWire = {
    signer,
    clock,
    fetch: options.fetch ?? globalThis.fetch,
    baseUrl: requireAddress('baseUrl', options.baseUrl ?? 'https://api.mch.weixin.qq.com'),
    preferredSerial: ring.preferredSerial,
    timeoutMs: options.timeoutMs ?? 8000,
    retryDelayMs: options.retryDelayMs ?? 300,
  }
  const certificates = () => downloadCertificates(wire, apiV3Key, ring)
  const keyOf = createKeyFinder(ring, verification.certificates === 'download' ? certificates : undefined, clock)
  const send = (request: Omit<PayRequest, 'keysFor'>) => sendSigned(wire, { ...request, keysFor: () => keyOf })

  return {
    async createPrepay(order) {
      const request = { method: 'POST', path: '/v3/pay/transactions/jsapi', repeatable: true } as const
      const operation = operationOf(request)
      const body = prepayBody(order, { appid, mchid }, clock(), operation)
      const prepayId = readAnswer(await send({ ...request, body }), operation, (answer) =>
        wireText(answer, 'prepay_id'),
      )
      return { prepayId }
    },

    paymentParams(prepayId) {
      const timeStamp = String(Math.floor(clock() / 1000))
      const nonceStr = newNonce()
      const packageValue = `prepay_id=${prepayId}`
      const paySign = rsaSha256(signer.privateKey, paymentMessage(appid, timeStamp, nonceStr, packageValue))
      return { timeStamp, nonceStr, package: packageValue, signType: 'RSA', paySign }
    },

    async queryByOutTradeNo(outTradeNo) {
      const path = `${orderPath(outTradeNo)}?mchid=${encodeURIComponent(mchid)}`
      const request = { method: 'GET', path, repeatable: true } as const
      const operation = operationOf(request)
      checkOutTradeNo(outTradeNo, operation)
      const body = await unless(['ORDER_NOT_EXIST', 'ORDERNOTEXIST'], send(request))
      return body && readAnswer(body, operation, (answer) => aboutOrder(outTradeNo, readTransaction(answer)))
    },

    async close(outTradeNo) {
      const request = { method: 'POST', path: `${orderPath(outTradeNo)}/close`, repeatable: true } as const
      checkOutTradeNo(outTradeNo, operationOf(request))
      try {
        await send({ ...request, body: { mchid } })
        return 'closed'
      } catch (error) {
        const outcome = error instanceof WechatPayError && CLOSE_REFUSALS[error.code]
        if (outcome) return outcome
        throw error
      }
    },

    async refund(refundRequest) {
      const request = { method: 'POST', path: REFUNDS } as const
      const operation = operationOf(request)
      const body = await send({ ...request, body: refundBody(refundRequest, operation) })
      return readAnswer(body, operation, (answer) => aboutRefund(refundRequest.outRefundNo, readRefund(answer)))
    },

    async queryRefund(outRefundNo) {
      const request = {
        method: 'GET',
        path: `${REFUNDS}/${encodeURIComponent(outRefundNo)}`,
        repeatable: true,
      } as const
      const operation = operationOf(request)
      checkOutRefundNo(outRefundNo, operation)
      const body = await unless(['RESOURCE_NOT_EXISTS'], send(request))
      return body && readAnswer(body, operation, (answer) => aboutRefund(outRefundNo, readRefund(answer)))
    },

    certificates,
    parseNotification: (received) => parseNotification({ apiV3Key, keyOf, clock }, received),
  }
}

const REFUNDS = '/v3/refund/domestic/refunds'

/** Refusals of a close that say how the order stands; WeChat spells the first both ways. */
const CLOSE_REFUSALS: Partial<Record<string, CloseOutcome>> = {
  ORDER_PAID: 'paid',
  ORDERPAID: 'paid',
  ORDER_CLOSED: 'closed',
  ORDER_NOT_EXIST: 'unknown-order',
  ORDERNOTEXIST: 'unknown-order',
}

function orderPath(outTradeNo: string): string {
  return `/v3/pay/transactions/out-trade-no/${encodeURIComponent(outTradeNo)}`
}

/** The answer, or undefined when WeChat refuses with one of `codes`. */
async function unless(codes: readonly string[], answer: Promise<Buffer>): Promise<Buffer | undefined> {
  try {
    return await answer
  } catch (error) {
    if (error instanceof WechatPayError && codes.includes(error.code)) return undefined
    throw error
  }
}

function readAnswer<T>(body: Buffer, operation: string, read: (answer: WireObject) => T): T {
  try {
    return read(parseWire(body.toString('utf8')))
  } catch (cause) {
    if (!(cause instanceof WireError)) throw cause
    throw new WechatPayError({ code: 'ANSWER_MALFORMED', message: cause.message, operation, cause })
  }
}

/** An answer's signature does not say which request it answers; only the number in it does. */
function aboutOrder(outTradeNo: string, transaction: Transaction): Transaction {
  if (transaction.outTradeNo !== outTradeNo) throw new WireError(`the answer is about order ${transaction.outTradeNo}`)
  return transaction
}

function aboutRefund(outRefundNo: string, refund: Refund): Refund {
  if (refund.outRefundNo !== outRefundNo) throw new WireError(`the answer is about refund ${refund.outRefundNo}`)
  return refund
}
