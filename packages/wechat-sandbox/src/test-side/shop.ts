import { generateKeyPairSync } from 'node:crypto'
import type { WechatSandboxOptions } from '../options'
import { startWechatSandbox, type WechatSandbox } from '../sandbox'
import { openidOf } from '../state/people'
import { CallbackListener } from './callback-listener'
import {
  type Answer,
  API_V3_KEY,
  APPID,
  type CallOptions,
  callPay,
  MCHID,
  MERCHANT_PUBLIC_KEY,
  NOTIFY_URL,
  paymentParameters,
  SECRET,
  SERIAL,
  send,
} from './merchant'

const platformKey = () =>
  generateKeyPairSync('rsa', { modulusLength: 2048 }).privateKey.export({ type: 'pkcs8', format: 'pem' }).toString()
/** Made once a test file: key generation is slow. */
const platform = { privateKeyPem: platformKey(), certificatePrivateKeyPem: platformKey() }

export const SHOPPER = 'lin-xiaoman'
export const OTHER_SHOPPER = 'chen-yu'
export const OPENID = openidOf(SHOPPER, APPID)
export const NOON = Date.parse('2026-03-01T12:00:00+08:00')

/** A shop wired to a sandbox whose clock stands at noon and moves only when told to. */
export class Shop {
  private constructor(
    readonly sandbox: WechatSandbox,
    readonly door: CallbackListener,
  ) {}

  static async open(options: Partial<WechatSandboxOptions> = {}): Promise<Shop> {
    const door = await CallbackListener.open()
    const starting = startWechatSandbox({
      appid: APPID,
      secret: SECRET,
      merchant: {
        mchid: MCHID,
        serial: SERIAL,
        publicKeyPem: MERCHANT_PUBLIC_KEY,
        apiV3Key: API_V3_KEY,
        name: '拾物小铺',
      },
      platform,
      routes: { 'https://api.shop.example': door.origin },
      clock: () => NOON,
      ...options,
    })
    // A sandbox that refuses to start must not leave the door open behind it.
    const sandbox = await starting.catch(async (error) => {
      await door.close()
      throw error
    })
    return new Shop(sandbox, door)
  }

  get control() {
    return this.sandbox.control
  }

  get publicKey() {
    return this.sandbox.platform.publicKeyPem
  }

  async close(): Promise<void> {
    await this.sandbox.close()
    await this.door.close()
  }

  pay(method: 'GET' | 'POST', path: string, body?: unknown, options?: CallOptions): Promise<Answer> {
    return callPay(this.sandbox.url, this.control.now(), method, path, body, options)
  }

  order(changes: Record<string, unknown> = {}): Promise<Answer> {
    return this.pay('POST', '/v3/pay/transactions/jsapi', orderBody(changes))
  }

  query(outTradeNo = 'ORDER-0001'): Promise<Answer> {
    return this.pay('GET', `/v3/pay/transactions/out-trade-no/${outTradeNo}?mchid=${MCHID}`)
  }

  closeOrder(outTradeNo = 'ORDER-0001'): Promise<Answer> {
    return this.pay('POST', `/v3/pay/transactions/out-trade-no/${outTradeNo}/close`, { mchid: MCHID })
  }

  refund(changes: Record<string, unknown> = {}): Promise<Answer> {
    return this.pay('POST', '/v3/refund/domestic/refunds', refundBody(changes))
  }

  async paidOrder(outTradeNo = 'ORDER-0001', total = 19900): Promise<void> {
    await this.order({ out_trade_no: outTradeNo, amount: { total, currency: 'CNY' } })
    this.control.approve(outTradeNo)
    await this.control.whenIdle()
  }

  /** Everything the Mini Program's runtime sends when `wx.requestPayment` is called. */
  async paymentRequest(person = SHOPPER, changes: Record<string, unknown> = {}) {
    const { json } = await this.order()
    return { appid: APPID, person, ...paymentParameters(json.prepay_id, this.control.now()), ...changes }
  }

  post(path: string, body?: unknown): Promise<Answer> {
    const headers = body === undefined ? {} : { 'Content-Type': 'application/json' }
    return send(this.sandbox.url, 'POST', path, headers, body === undefined ? '' : JSON.stringify(body))
  }

  get(path: string): Promise<Answer> {
    return send(this.sandbox.url, 'GET', path, {})
  }
}

export function orderBody(changes: Record<string, unknown> = {}): Record<string, unknown> {
  return {
    appid: APPID,
    mchid: MCHID,
    description: '拾物小铺-亚麻围裙 等2件',
    out_trade_no: 'ORDER-0001',
    notify_url: NOTIFY_URL,
    amount: { total: 19900, currency: 'CNY' },
    payer: { openid: OPENID },
    ...changes,
  }
}

export function refundBody(changes: Record<string, unknown> = {}): Record<string, unknown> {
  return {
    out_trade_no: 'ORDER-0001',
    out_refund_no: 'REFUND-0001',
    notify_url: 'https://api.shop.example/wechat/refunds',
    amount: { refund: 5000, total: 19900, currency: 'CNY' },
    ...changes,
  }
}
