import { createSign, createVerify, generateKeyPairSync, randomUUID } from 'node:crypto'
import { request } from 'node:http'

/** The merchant of the tests. It knows WeChat Pay's rules from its documents, not from the sandbox's code. */
export const APPID = 'wx1234567890abcdef'
export const SECRET = 'the-app-secret-of-the-tests'
export const MCHID = '1900009999'
export const SERIAL = '3A5C71D2E4F60718293A4B5C6D7E8F9012345678'
export const API_V3_KEY = 'an-api-v3-key-of-32-bytes-000000'
export const NOTIFY_URL = 'https://api.shop.example/wechat/payments'
export const REFUND_NOTIFY_URL = 'https://api.shop.example/wechat/refunds'

const merchantKeys = generateKeyPairSync('rsa', { modulusLength: 2048 })
export const MERCHANT_PUBLIC_KEY = merchantKeys.publicKey.export({ type: 'spki', format: 'pem' }).toString()

export function rsaSign(message: string): string {
  return createSign('RSA-SHA256').update(message).sign(merchantKeys.privateKey, 'base64')
}

export interface Answer {
  status: number
  headers: Record<string, string>
  text: string
  // biome-ignore lint/suspicious/noExplicitAny: tests look into answers of many shapes
  json: any
}

export interface CallOptions {
  /** What is sent, when it differs from what was signed. */
  sentBody?: string
  /** Replaces or (undefined) removes headers. */
  headers?: Record<string, string | undefined>
  /** Epoch ms of the merchant's clock. */
  at?: number
  authorization?: (parts: AuthorizationParts) => string
}

export interface AuthorizationParts {
  mchid: string
  nonce: string
  timestamp: string
  serial: string
  signature: string
}

export function authorizationHeader({ mchid, nonce, timestamp, serial, signature }: AuthorizationParts): string {
  return `WECHATPAY2-SHA256-RSA2048 mchid="${mchid}",nonce_str="${nonce}",signature="${signature}",timestamp="${timestamp}",serial_no="${serial}"`
}

/** One signed call of WeChat Pay v3, over node:http so that headers can really be left out. */
export function callPay(
  base: string,
  now: number,
  method: 'GET' | 'POST',
  path: string,
  body?: unknown,
  options: CallOptions = {},
): Promise<Answer> {
  const text = body === undefined ? '' : typeof body === 'string' ? body : JSON.stringify(body)
  const timestamp = String(Math.floor((options.at ?? now) / 1000))
  const nonce = randomUUID().replaceAll('-', '')
  const signature = rsaSign(`${method}\n${path}\n${timestamp}\n${nonce}\n${text}\n`)
  const parts = { mchid: MCHID, nonce, timestamp, serial: SERIAL, signature }
  const headers: Record<string, string | undefined> = {
    Accept: 'application/json',
    'User-Agent': 'xiaopu-tests',
    Authorization: (options.authorization ?? authorizationHeader)(parts),
    ...(text === '' ? {} : { 'Content-Type': 'application/json' }),
    ...options.headers,
  }
  return send(base, method, path, headers, options.sentBody ?? text)
}

export function send(
  base: string,
  method: string,
  path: string,
  headers: Record<string, string | undefined>,
  body = '',
): Promise<Answer> {
  const defined = Object.entries(headers).filter((entry): entry is [string, string] => entry[1] !== undefined)
  return new Promise((resolve, reject) => {
    const outgoing = request(
      `${base}${path}`,
      { method, headers: Object.fromEntries(defined), agent: false },
      (incoming) => {
        const chunks: Buffer[] = []
        incoming.on('data', (chunk: Buffer) => chunks.push(chunk))
        incoming.on('error', reject)
        incoming.on('end', () => {
          const text = Buffer.concat(chunks).toString('utf8')
          const json = text.startsWith('{') || text.startsWith('[') ? JSON.parse(text) : undefined
          resolve({ status: incoming.statusCode!, headers: incoming.headers as Record<string, string>, text, json })
        })
      },
    )
    outgoing.on('error', reject)
    outgoing.end(body)
  })
}

/** Whether an answer or a callback was signed with `publicKeyPem`. */
export function signatureHolds(headers: Record<string, string>, body: string, publicKeyPem: string): boolean {
  const message = `${headers['wechatpay-timestamp']}\n${headers['wechatpay-nonce']}\n${body}\n`
  return createVerify('RSA-SHA256')
    .update(message)
    .verify(publicKeyPem, headers['wechatpay-signature'] ?? '', 'base64')
}

/** The parameters of `wx.requestPayment` for a prepay_id, as the merchant's server signs them. */
export function paymentParameters(prepayId: string, now: number) {
  const timeStamp = String(Math.floor(now / 1000))
  const nonceStr = randomUUID().replaceAll('-', '')
  const packageText = `prepay_id=${prepayId}`
  const paySign = rsaSign(`${APPID}\n${timeStamp}\n${nonceStr}\n${packageText}\n`)
  return { timeStamp, nonceStr, package: packageText, signType: 'RSA', paySign }
}
