import { type KeyObject, randomBytes, sign } from 'node:crypto'

/** Who signs: the merchant, with the key of the certificate `serial`. */
export interface MerchantSigner {
  mchid: string
  serial: string
  privateKey: KeyObject
}

/** The lines WeChat signs and checks: each ended by a line feed, the last too. */
export function signedLines(...lines: string[]): string {
  return lines.map((line) => `${line}\n`).join('')
}

/** RSASSA-PKCS1-v1_5 over SHA-256 in base64: every signature of API v3, the app's `paySign` included. */
export function rsaSha256(privateKey: KeyObject, message: string): string {
  return sign('sha256', Buffer.from(message, 'utf8'), privateKey).toString('base64')
}

/** 32 characters from the system's random source. */
export function newNonce(): string {
  return randomBytes(16).toString('hex').toUpperCase()
}

export interface SignedRequest {
  method: 'GET' | 'POST'
  url: URL
  /** The exact text sent; empty for GET. */
  body: string
  /** Epoch seconds. WeChat refuses a skew over 5 min. */
  timestamp: number
  nonce: string
}

/** What a request's signature is over: method, path with query, timestamp, nonce, body. */
export function requestMessage({ method, url, body, timestamp, nonce }: SignedRequest): string {
  return signedLines(method, url.pathname + url.search, String(timestamp), nonce, body)
}

/** The `Authorization` header of one request. */
export function authorization({ mchid, serial, privateKey }: MerchantSigner, request: SignedRequest): string {
  const fields = {
    mchid,
    nonce_str: request.nonce,
    timestamp: String(request.timestamp),
    serial_no: serial,
    signature: rsaSha256(privateKey, requestMessage(request)),
  }
  const list = Object.entries(fields).map(([name, value]) => `${name}="${value}"`)
  return `WECHATPAY2-SHA256-RSA2048 ${list.join(',')}`
}

/** What `paySign` is over: appid, timestamp, nonce and the `package` value (`prepay_id=…`). */
export function paymentMessage(appid: string, timeStamp: string, nonceStr: string, packageValue: string): string {
  return signedLines(appid, timeStamp, nonceStr, packageValue)
}
