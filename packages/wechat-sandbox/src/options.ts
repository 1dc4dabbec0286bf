import type { MessagePushSettings } from './notify/message-push'
import type { PlatformIdentityOptions } from './pay/platform-identity'
import type { Person } from './state/people'

/** What the sandbox knows about the merchant whose requests it will judge. */
export interface MerchantOptions {
  mchid: string
  /** Serial number of the merchant's API certificate, as sent in `serial_no`. */
  serial: string
  /** SPKI PEM that verifies the merchant's request signatures and `paySign`. */
  publicKeyPem: string
  /** 32 bytes: the AES-256-GCM key of callbacks and of `GET /v3/certificates`. */
  apiV3Key: string
  /** Shown at the top of the payment sheet. */
  name?: string
}

/** Options of {@link startWechatSandbox}. Times are milliseconds. */
export interface WechatSandboxOptions {
  host?: string
  /** 0 (the default) takes a free port. */
  port?: number
  appid: string
  secret: string
  merchant: MerchantOptions
  /** The platform's keys; whatever is absent is generated. */
  platform?: PlatformIdentityOptions
  /**
   * A stand-in for DNS: origin → origin. A callback for `https://api.shiwu.example/…` is delivered to what that origin
   * maps to. An origin that is neither mapped nor loopback is never contacted.
   */
  routes?: Record<string, string>
  /** Epoch ms. When given, time moves only with it and with `control.advance`: nothing is done by a timer. */
  clock?: () => number
  /** A JSON file that carries orders, refunds and undelivered callbacks over a restart. */
  statePath?: string
  /** Pauses between the attempts of one callback; the default is WeChat's list (15 s … 6 h). */
  notifyRetryDelaysMs?: readonly number[]
  /** Divides every pause of the schedule: 60 makes an hour a minute. */
  notifySpeed?: number
  /** How long one callback may take to be answered (WeChat: 5 s). */
  notifyTimeoutMs?: number
  /** How long an accepted refund stays PROCESSING; `'manual'` waits for `control.settleRefund`. Default 2 s. */
  refundSettleMs?: number | 'manual'
  /** Who holds a phone; the default is three invented shoppers. */
  people?: readonly Person[]
  /** Subscribe-message templates of the Mini Program: id → its keywords (`thing1`, `amount2`). */
  templates?: Readonly<Record<string, readonly string[]>>
  /** The Mini Program's message push; without it nobody is told of events. */
  messagePush?: MessagePushSettings
  /** Whether WeChat holds the money back until it is told what was sent (`is_trade_managed`). Default true. */
  tradeManaged?: boolean
  /** How long a picture is looked at before the verdict is pushed. Default 2 s. */
  mediaCheckMs?: number
  /** Payment password of every person. */
  paymentPassword?: string
}
