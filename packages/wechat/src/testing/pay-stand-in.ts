import type { ServerResponse } from 'node:http'
import { Aes, Formatter, Rsa } from 'wechatpay-axios-plugin'
import { type HttpStandIn, type Received, startHttpStandIn } from './http-stand-in'
import type { TestKeys } from './keys'

/** The merchant's side of the secrets, which WeChat knows too. */
export const APPID = 'wx8888888888888888'
export const MCHID = '1900000001'
export const MERCHANT_SERIAL = '3775B6A45ACD588826D15E583A95F5DD00000001'
export const API_V3_KEY = 'an-api-v3-key-only-for-tests-32b'

/** Who signs for WeChat: a public key (`PUB_KEY_ID_…`) or a platform certificate's serial. */
export interface Signatory {
  serial: string
  keys: TestKeys
}

export interface StandInAnswer {
  status?: number
  /** An object is sent as JSON, a string as it is. */
  body?: object | string
  /** Default `right`. */
  signature?: 'right' | 'wrong' | 'none' | 'probe'
  /** Seconds the answer's timestamp is off. */
  skew?: number
  by?: Signatory
  requestId?: string
  /** The body is replaced after signing. */
  tamperedBody?: string
  /** Never answer. */
  silent?: boolean
  /** Cut the connection. */
  hangUp?: boolean
}

export interface PayStandIn extends HttpStandIn {
  /** Answers the next requests in turn; the last one stays. A function decides by the request. */
  answer(...answers: (StandInAnswer | ((request: Received) => StandInAnswer))[]): void
}

/** Signs a message of WeChat's with the independent implementation. */
export function wechatHeaders(by: Signatory, body: string, timestamp = Formatter.timestamp()): Record<string, string> {
  const nonce = Formatter.nonce()
  return {
    'wechatpay-timestamp': String(timestamp),
    'wechatpay-nonce': nonce,
    'wechatpay-serial': by.serial,
    'wechatpay-signature': Rsa.sign(Formatter.response(timestamp, nonce, body), by.keys.privateKey),
    'wechatpay-signature-type': 'WECHATPAY2-SHA256-RSA2048',
  }
}

/** Seals a text as WeChat seals callbacks and certificates, with the independent implementation. */
export function seal(text: string, associatedData: string, key = API_V3_KEY) {
  const nonce = Formatter.nonce(12)
  const ciphertext = Aes.AesGcm.encrypt(text, key, nonce, associatedData)
  return { algorithm: 'AEAD_AES_256_GCM', nonce, associated_data: associatedData, ciphertext }
}

/**
 * WeChat Pay on a free port. Each request's signature is checked with the independent implementation first: a wrong one gets
 * 401 SIGN_ERROR whatever the test has prepared.
 */
export async function startPayStandIn(merchant: TestKeys, signatory: Signatory): Promise<PayStandIn> {
  const prepared: Parameters<PayStandIn['answer']> = []
  const server = await startHttpStandIn((request, response) => {
    const next = (prepared.length > 1 ? prepared.shift() : prepared[0]) ?? { status: 404, body: {} }
    const refused = {
      status: 401,
      body: { code: 'SIGN_ERROR', message: '错误的签名，验签失败' },
      requestId: '08F7-268443699',
    }
    const answer = typeof next === 'function' ? next(request) : next
    write(response, signedByMerchant(request, merchant) ? answer : refused, signatory)
  })
  return { ...server, answer: (...answers) => void prepared.splice(0, prepared.length, ...answers) }
}

function signedByMerchant({ method, url, headers, body }: Received, merchant: TestKeys): boolean {
  const [scheme, list = ''] = (headers.authorization ?? '').split(' ')
  const fields = Object.fromEntries([...list.matchAll(/(\w+)="([^"]*)"/g)].map(([, name, value]) => [name, value]))
  const { mchid, serial_no: serial, timestamp = '', nonce_str: nonce = '', signature = '' } = fields
  if (scheme !== 'WECHATPAY2-SHA256-RSA2048' || mchid !== MCHID || serial !== MERCHANT_SERIAL) return false
  return Rsa.verify(Formatter.request(method, url, timestamp, nonce, body), signature, merchant.publicKey)
}

function write(response: ServerResponse, answer: StandInAnswer, signatory: Signatory): void {
  if (answer.silent) return
  if (answer.hangUp) return void response.destroy()
  const { status = 200, body = '', signature = 'right', skew = 0, by = signatory, requestId = '08F7-0' } = answer
  const text = typeof body === 'string' ? body : JSON.stringify(body)
  const headers = signature === 'none' ? {} : wechatHeaders(by, text, Formatter.timestamp() + skew)
  if (signature === 'wrong') headers['wechatpay-signature'] = Rsa.sign('something else', by.keys.privateKey)
  if (signature === 'probe') headers['wechatpay-signature'] = `WECHATPAY/SIGNTEST/${headers['wechatpay-signature']}`
  response.writeHead(status, { 'request-id': requestId, ...headers })
  response.end(answer.tamperedBody ?? text)
}
