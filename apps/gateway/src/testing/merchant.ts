import { generateKeyPairSync } from 'node:crypto'
import type { PublicPlatformIdentity } from '@xiaopu/wechat-sandbox'
import type { GatewayConfig } from '../config/config'
import type { MessageTemplate, MessageTemplates, PartOf } from '../config/message-templates'

export const APPID = 'wx1234567890abcdef'
export const SECRET = 'app-secret-of-the-tests'
export const MCHID = '1900009999'
export const SERIAL = '3A5C71D2E4F60718293A4B5C6D7E8F9012345678'
export const API_V3_KEY = 'an-api-v3-key-of-32-bytes-000000'
export const PUSH = { token: 'tokenOfTheTests', encodingAesKey: `${'K'.repeat(42)}A` }
export const PUBLIC_URL = 'https://api.shop.example'
export const RESTOCK_TEMPLATE: MessageTemplate<PartOf<'restock'>> = {
  id: 'restock-template',
  keywords: { thing1: 'product', amount2: 'price', thing3: 'note' },
}

export const TEMPLATES = {
  restock: RESTOCK_TEMPLATE,
  shipped: {
    id: 'shipped-template',
    keywords: {
      ...{ character_string1: 'order', thing2: 'product', phrase3: 'carrier', character_string4: 'waybill' },
      ...{ time5: 'time', thing6: 'note' },
    },
  },
  ready: {
    id: 'ready-template',
    keywords: {
      character_string1: 'order',
      thing2: 'store',
      thing3: 'address',
      character_string4: 'code',
      date5: 'time',
    },
  },
  after_sale: {
    id: 'after-sale-template',
    keywords: { character_string1: 'order', thing2: 'product', amount3: 'amount', phrase4: 'status', thing5: 'note' },
  },
  unpaid: {
    id: 'unpaid-template',
    keywords: { character_string1: 'order', thing2: 'product', amount3: 'amount', time4: 'until', thing5: 'note' },
  },
} satisfies MessageTemplates

// Made once a test file: key generation is slow.
export const merchantKeys = generateKeyPairSync('rsa', {
  modulusLength: 2048,
  publicKeyEncoding: { type: 'spki', format: 'pem' },
  privateKeyEncoding: { type: 'pkcs8', format: 'pem' },
})

/** A configuration that talks to the sandbox at `wechatUrl`. */
export function testConfig(wechatUrl: string, platform: PublicPlatformIdentity, dataDir: string): GatewayConfig {
  return {
    host: '127.0.0.1',
    port: 0,
    publicUrl: PUBLIC_URL,
    mediaUrl: `${PUBLIC_URL}/media`,
    dataDir,
    databaseUrl: undefined,
    wechat: {
      appid: APPID,
      secret: SECRET,
      apiUrl: wechatUrl,
      payUrl: wechatUrl,
      mchid: MCHID,
      merchantSerial: SERIAL,
      merchantKey: merchantKeys.privateKey,
      apiV3Key: API_V3_KEY,
      push: PUSH,
      verification: { publicKeys: [{ id: platform.publicKeyId, pem: platform.publicKeyPem }] },
    },
    messages: TEMPLATES,
    orderTtlMs: 30 * 60_000,
    afterSaleMs: 30 * 86_400_000,
    returnWithinMs: 7 * 86_400_000,
    remindAfterMs: 86_400_000,
    receiptAfterMs: 10 * 86_400_000,
    sessionTtlMs: 30 * 86_400_000,
    logLevel: 'info',
    rateLimits: { all: 10_000, signIn: 1_000, placeOrder: 1_000, uploadPicture: 1_000 },
    // The machine that runs the tests may be busy.
    maxEventLoopDelayMs: 0,
    trustProxy: false,
  }
}
