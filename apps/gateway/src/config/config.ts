import { readFileSync } from 'node:fs'
import type { MailSettings } from '../mail/mailer'
import { type MagentoSettings, readMagento } from './magento'
import type { MessageTemplates } from './message-templates'
import { problemsIn } from './problems'
import { Variables } from './variables'

/** How to be this Mini Program and this merchant towards WeChat. PEMs are texts, not file names. */
export interface WechatSettings {
  appid: string
  secret: string
  /** Default `https://api.weixin.qq.com`; the sandbox's address when developing. */
  apiUrl?: string
  /** Default `https://api.mch.weixin.qq.com`. */
  payUrl?: string
  mchid: string
  merchantSerial: string
  merchantKey: string
  apiV3Key: string
  /** Of the message push (开发管理 › 消息推送); without it nobody hears what WeChat tells. */
  push?: { token: string; encodingAesKey: string }
  /** What WeChat Pay signs with: its public key, its platform certificates, or (while moving over) both. */
  verification: { publicKeys?: { id: string; pem: string }[]; certificates?: 'download' }
}

export interface GatewayConfig {
  host: string
  /** 0 takes a free port. */
  port: number
  /** Where WeChat and phones reach this gateway, without a slash at the end. */
  publicUrl: string
  /** Where pictures are served, without a slash at the end; a CDN in front of `<publicUrl>/media`. */
  mediaUrl: string
  /** Holds the embedded database and the pictures. */
  dataDir: string
  /** A PostgreSQL server; undefined: the embedded database under `dataDir`. */
  databaseUrl: string | undefined
  /** The shop system is this Magento; without it the shop is kept in our own database. */
  magento?: MagentoSettings
  wechat: WechatSettings
  /** Whether WeChat is told what was sent; `auto`, the default: when it says that it manages the trade. */
  shippingUpload?: 'auto' | 'on' | 'off'
  /** Subscribe messages the shop sends; one that is not there cannot be asked for. */
  messages?: MessageTemplates
  /** How the shop sends mail; without it none is sent. */
  mail?: MailSettings
  /** Whoever bears it owns the shop towards the merchant's calls: the way in before anybody was hired. */
  ownerToken?: string
  /** How long an unpaid order holds its stock, ms. */
  orderTtlMs: number
  /** How long after an order was received something can be asked for, and how long goods may take to be sent back, ms. */
  afterSaleMs: number
  returnWithinMs: number
  /** From payment until the shop may be reminded to send, ms. */
  remindAfterMs: number
  /** From the last parcel until an order counts as received, ms. */
  receiptAfterMs: number
  /** How long a session lives after it was last used, ms. */
  sessionTtlMs: number
  logLevel: string
  /** Calls a minute: all (by session, or address), sign-ins (by address), orders placed and pictures sent (by session). */
  rateLimits: { all: number; signIn: number; placeOrder: number; uploadPicture: number }
  /** Above this lag of the event loop calls are refused with `overloaded`, ms; 0 switches it off. */
  maxEventLoopDelayMs: number
  trustProxy: boolean | string
}

/** One or more environment variables are missing or wrong; the message names them all. */
export class ConfigError extends Error {
  override readonly name = 'ConfigError'

  constructor(readonly problems: readonly string[]) {
    super(['The gateway cannot start with these settings:', ...problems.map((problem) => `  ${problem}`)].join('\n'))
  }
}

/**
 * Reads the settings from environment variables; `readText` reads the files that `…_FILE` variables name.
 *
 * @throws ConfigError naming every wrong variable at once
 */
export function readConfig(
  env: Record<string, string | undefined>,
  readText = (path: string) => readFileSync(path, 'utf8'),
): GatewayConfig {
  const problems: string[] = []
  const given = Object.fromEntries(
    Object.entries(env).filter(([, value]) => value !== undefined && value.trim() !== ''),
  )
  const parsed = Variables.safeParse(given)
  problems.push(...problemsIn(parsed.error, given))
  const magento = given.COMMERCE === 'magento' ? readMagento(given, problems) : undefined
  // Read from `given`, so that a wrong port and a missing key are told together.
  const pem = (name: string) => pemOf(name, given, problems, readText)
  const merchantKey = pem('WECHAT_MERCHANT_KEY')
  if (!given.WECHAT_MERCHANT_KEY && !given.WECHAT_MERCHANT_KEY_FILE) {
    problems.push(
      'WECHAT_MERCHANT_KEY or WECHAT_MERCHANT_KEY_FILE is missing: the private key of the merchant certificate',
    )
  }
  const publicKey = pem('WECHAT_PAY_PUBLIC_KEY')
  checkVerification(given, publicKey, problems)
  if ((given.WECHAT_PUSH_TOKEN === undefined) !== (given.WECHAT_PUSH_AES_KEY === undefined))
    problems.push('WECHAT_PUSH_TOKEN and WECHAT_PUSH_AES_KEY belong together: set both, or neither')
  if ((given.SMTP_URL === undefined) !== (given.MAIL_FROM === undefined))
    problems.push('SMTP_URL and MAIL_FROM belong together: set both, or neither')
  if (problems.length > 0 || !parsed.data) throw new ConfigError(problems)
  return { ...configOf(parsed.data, merchantKey!, publicKey), ...(magento && { magento }) }
}

type Given = Record<string, string | undefined>

function pemOf(name: string, given: Given, problems: string[], readText: (path: string) => string): string | undefined {
  const file = given[`${name}_FILE`]
  if (file === undefined) return given[name]
  if (given[name] !== undefined) problems.push(`${name} and ${name}_FILE are both set: keep one`)
  try {
    return readText(file)
  } catch {
    problems.push(`${name}_FILE names a file that cannot be read: ${file}`)
    return undefined
  }
}

function checkVerification(given: Given, publicKey: string | undefined, problems: string[]): void {
  const id = given.WECHAT_PAY_PUBLIC_KEY_ID
  const wantsKey = given.WECHAT_PAY_PUBLIC_KEY ?? given.WECHAT_PAY_PUBLIC_KEY_FILE
  if (id === undefined && wantsKey !== undefined)
    problems.push('WECHAT_PAY_PUBLIC_KEY_ID is missing: it belongs to WECHAT_PAY_PUBLIC_KEY')
  if (id !== undefined && wantsKey === undefined && publicKey === undefined) {
    problems.push('WECHAT_PAY_PUBLIC_KEY or WECHAT_PAY_PUBLIC_KEY_FILE is missing: the key of WECHAT_PAY_PUBLIC_KEY_ID')
  }
  if (id === undefined && wantsKey === undefined && given.WECHAT_PAY_CERTIFICATES === undefined) {
    problems.push(
      'WECHAT_PAY_PUBLIC_KEY_ID with WECHAT_PAY_PUBLIC_KEY(_FILE) is missing (older merchants: WECHAT_PAY_CERTIFICATES=download): without it no answer of WeChat Pay can be trusted',
    )
  }
}

function configOf(variables: Variables, merchantKey: string, publicKey: string | undefined): GatewayConfig {
  const publicUrl = withoutSlash(variables.PUBLIC_URL)
  const { WECHAT_PUSH_TOKEN: token, WECHAT_PUSH_AES_KEY: encodingAesKey } = variables
  const { WECHAT_PAY_PUBLIC_KEY_ID: id, WECHAT_PAY_CERTIFICATES: certificates } = variables
  return {
    host: variables.HOST,
    port: variables.PORT,
    publicUrl,
    mediaUrl: variables.MEDIA_URL ? withoutSlash(variables.MEDIA_URL) : `${publicUrl}/media`,
    dataDir: variables.DATA_DIR,
    databaseUrl: variables.DATABASE_URL,
    wechat: {
      appid: variables.WECHAT_APPID,
      secret: variables.WECHAT_SECRET,
      apiUrl: variables.WECHAT_API_URL,
      payUrl: variables.WECHAT_PAY_URL,
      mchid: variables.WECHAT_MCHID,
      merchantSerial: variables.WECHAT_MERCHANT_SERIAL,
      merchantKey,
      apiV3Key: variables.WECHAT_APIV3_KEY,
      ...(token && encodingAesKey && { push: { token, encodingAesKey } }),
      verification: {
        ...(id && publicKey && { publicKeys: [{ id, pem: publicKey }] }),
        ...(certificates && { certificates }),
      },
    },
    shippingUpload: variables.WECHAT_SHIPPING_UPLOAD,
    messages: {
      restock: variables.WECHAT_TEMPLATE_RESTOCK,
      shipped: variables.WECHAT_TEMPLATE_SHIPPED,
      ready: variables.WECHAT_TEMPLATE_READY,
      after_sale: variables.WECHAT_TEMPLATE_AFTER_SALE,
      unpaid: variables.WECHAT_TEMPLATE_UNPAID,
    },
    ...(variables.SMTP_URL && variables.MAIL_FROM && { mail: { url: variables.SMTP_URL, from: variables.MAIL_FROM } }),
    ...(variables.OWNER_TOKEN && { ownerToken: variables.OWNER_TOKEN }),
    orderTtlMs: variables.ORDER_TTL,
    afterSaleMs: variables.AFTER_SALE,
    returnWithinMs: variables.RETURN_WITHIN,
    remindAfterMs: variables.REMIND_AFTER,
    receiptAfterMs: variables.RECEIPT_AFTER,
    sessionTtlMs: variables.SESSION_TTL,
    logLevel: variables.LOG_LEVEL,
    rateLimits: {
      all: variables.RATE_LIMIT,
      signIn: variables.RATE_LIMIT_SIGN_IN,
      placeOrder: variables.RATE_LIMIT_ORDERS,
      uploadPicture: variables.RATE_LIMIT_UPLOADS,
    },
    maxEventLoopDelayMs: variables.MAX_EVENT_LOOP_DELAY,
    trustProxy: variables.TRUST_PROXY,
  }
}

const withoutSlash = (url: string) => url.replace(/\/+$/, '')
