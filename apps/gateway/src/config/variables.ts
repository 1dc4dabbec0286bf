import { z } from 'zod'
import { templateOf } from './message-templates'
import { address, text } from './values'

/** The time spans people write: 30m, 12h, 30d, 90s. In milliseconds. */
const span = z
  .string()
  .regex(/^\d+(s|m|h|d)$/, 'must be a time such as 30m, 12h or 30d')
  .transform(
    (text) => Number.parseInt(text, 10) * { s: 1_000, m: 60_000, h: 3_600_000, d: 86_400_000 }[text.at(-1) as 's'],
  )

const count = z.string().regex(/^\d+$/, 'must be a whole number').transform(Number)
const perMinute = count.refine((n) => n > 0, 'must be 1 or more')

/** `true`, `false`, or the addresses of the proxies, separated by commas. */
const trustProxy = z.string().transform((value) => (value === 'true' || value === 'false' ? value === 'true' : value))

/** Each environment variable the gateway reads, whatever the shop system. An empty one counts as not set. */
export const Variables = z.object({
  HOST: text.default('127.0.0.1'),
  PORT: count.refine((port) => port <= 65_535, 'must be a port, 0 to 65535').default(3000),
  PUBLIC_URL: address,
  MEDIA_URL: address.optional(),
  DATA_DIR: text.default('.xiaopu/data'),
  DATABASE_URL: z
    .url({ protocol: /^postgres(ql)?$/, error: 'must be an address that starts with postgres://' })
    .optional(),
  COMMERCE: z.enum(['postgres', 'magento'], { error: 'must be postgres or magento' }).default('postgres'),
  WECHAT_APPID: text.regex(/^wx[0-9a-f]{16}$/, 'must be wx and 16 of 0-9a-f'),
  WECHAT_SECRET: text,
  WECHAT_API_URL: address.optional(),
  WECHAT_PAY_URL: address.optional(),
  WECHAT_MCHID: text.regex(/^\d{8,12}$/, 'must be the digits of the merchant number'),
  WECHAT_MERCHANT_SERIAL: text.regex(/^[0-9A-Fa-f]+$/, 'must be the hexadecimal serial of the merchant certificate'),
  WECHAT_MERCHANT_KEY: text.optional(),
  WECHAT_MERCHANT_KEY_FILE: text.optional(),
  WECHAT_APIV3_KEY: z.string().refine((key) => Buffer.byteLength(key) === 32, 'must have 32 bytes'),
  WECHAT_PUSH_TOKEN: text.regex(/^[0-9A-Za-z]{3,32}$/, 'must be 3 to 32 letters and digits').optional(),
  WECHAT_PUSH_AES_KEY: text
    .regex(/^[0-9A-Za-z]{43}$/, 'must be the 43 letters and digits of EncodingAESKey')
    .optional(),
  WECHAT_PAY_PUBLIC_KEY_ID: text.regex(/^PUB_KEY_ID_\w+$/, 'must start with PUB_KEY_ID_').optional(),
  WECHAT_PAY_PUBLIC_KEY: text.optional(),
  WECHAT_PAY_PUBLIC_KEY_FILE: text.optional(),
  WECHAT_TEMPLATE_RESTOCK: templateOf('restock').optional(),
  WECHAT_TEMPLATE_SHIPPED: templateOf('shipped').optional(),
  WECHAT_TEMPLATE_READY: templateOf('ready').optional(),
  WECHAT_TEMPLATE_AFTER_SALE: templateOf('after_sale').optional(),
  WECHAT_TEMPLATE_UNPAID: templateOf('unpaid').optional(),
  WECHAT_SHIPPING_UPLOAD: z.enum(['auto', 'on', 'off'], { error: 'must be auto, on or off' }).default('auto'),
  WECHAT_PAY_CERTIFICATES: z.literal('download', { error: 'must be download, or be left out' }).optional(),
  SMTP_URL: z
    .url({ protocol: /^smtps?$/, error: 'must be an address that starts with smtp:// or smtps://' })
    .optional(),
  MAIL_FROM: text
    .regex(
      /^(?:[^<>\r\n"]{1,60} <[^\s@<>]+@[A-Za-z0-9.-]+>|[^\s@<>]+@[A-Za-z0-9.-]+)$/,
      'must be an address, or a name and <an address>',
    )
    .optional(),
  OWNER_TOKEN: text.regex(/^[\w-]{32,200}$/, 'must be 32 to 200 letters, digits, _ or -').optional(),
  ORDER_TTL: span
    .refine((ms) => ms >= 60_000, 'must be 1m or more: WeChat Pay takes no shorter time')
    .refine((ms) => ms <= 7 * 86_400_000, 'must be 7d or less: WeChat Pay holds no order longer')
    .default(30 * 60_000),
  AFTER_SALE: span.default(30 * 86_400_000),
  RETURN_WITHIN: span.refine((ms) => ms >= 60_000, 'must be 1m or more').default(7 * 86_400_000),
  REMIND_AFTER: span.default(86_400_000),
  RECEIPT_AFTER: span
    .refine((ms) => ms >= 86_400_000, 'must be 1d or more: a parcel takes its time')
    .default(10 * 86_400_000),
  SESSION_TTL: span.refine((ms) => ms >= 60_000, 'must be 1m or more').default(30 * 86_400_000),
  LOG_LEVEL: z
    .enum(['trace', 'debug', 'info', 'warn', 'error', 'fatal', 'silent'], {
      error: 'must be trace, debug, info, warn, error, fatal or silent',
    })
    .default('info'),
  RATE_LIMIT: perMinute.default(600),
  RATE_LIMIT_SIGN_IN: perMinute.default(60),
  RATE_LIMIT_ORDERS: perMinute.default(20),
  RATE_LIMIT_UPLOADS: perMinute.default(40),
  MAX_EVENT_LOOP_DELAY: span.default(2_000),
  TRUST_PROXY: trustProxy.default(false),
})
export type Variables = z.output<typeof Variables>
