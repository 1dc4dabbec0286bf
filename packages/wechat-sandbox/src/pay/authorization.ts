import { createVerify } from 'node:crypto'
import type { IncomingHttpHeaders } from 'node:http'
import type { MerchantOptions } from '../options'
import { PayError, paramError } from './errors'

const SCHEME = 'WECHATPAY2-SHA256-RSA2048 '
const FIELD = /^([a-z_]+)="([^"]*)"$/
const FIELD_NAMES = ['mchid', 'nonce_str', 'timestamp', 'serial_no', 'signature'] as const
const MAX_SKEW_S = 300

export interface SignedRequest {
  method: string
  /** Path and query exactly as they came over the wire. */
  url: string
  headers: IncomingHttpHeaders
  /** The exact bytes of the body; empty when there was none. */
  body: Buffer
}

/**
 * Judges a request the way WeChat Pay v3 does before it looks at any parameter.
 *
 * @throws PayError 401 SIGN_ERROR for anything wrong with the signature, 400 PARAM_ERROR for missing headers.
 */
export function authorize(request: SignedRequest, merchant: MerchantOptions, now: number): void {
  requireHeaders(request)
  const header = request.headers.authorization
  if (!header) throw signError('Http头Authorization值为空')
  const fields = parseAuthorization(header)
  if (fields.mchid !== merchant.mchid) throw signError('商户号不存在或与证书不匹配')
  if (fields.serial_no !== merchant.serial) throw signError('商户证书序列号有误')
  if (Math.abs(now / 1000 - Number(fields.timestamp)) > MAX_SKEW_S)
    throw signError('Http头Authorization中的timestamp与发起请求的时间不得超过5分钟')
  const message = `${request.method}\n${request.url}\n${fields.timestamp}\n${fields.nonce_str}\n`
  const verifier = createVerify('RSA-SHA256').update(message).update(request.body).update('\n')
  if (!verifier.verify(merchant.publicKeyPem, fields.signature, 'base64'))
    throw signError('签名错误，请检查后再试', {
      field: 'signature',
      sign_information: {
        method: request.method,
        url: request.url,
        truncated_sign_message: `${message.slice(0, 120)}…`,
        sign_message_length: Buffer.byteLength(message) + request.body.length + 1,
      },
    })
}

function requireHeaders({ headers, method, body }: SignedRequest): void {
  if (!headers.accept?.includes('application/json'))
    throw paramError('Accept', 'Http头缺少Accept: application/json', headers.accept, 'header')
  if (!headers['user-agent']) throw paramError('User-Agent', 'Http头缺少User-Agent', undefined, 'header')
  if (method === 'POST' && body.length > 0 && !headers['content-type']?.startsWith('application/json'))
    throw paramError('Content-Type', '必须是 application/json', headers['content-type'], 'header')
}

function parseAuthorization(header: string): Record<(typeof FIELD_NAMES)[number], string> {
  if (!header.startsWith(SCHEME)) throw signError('Http头Authorization认证类型不正确')
  const parts = header
    .slice(SCHEME.length)
    .split(',')
    .map((part) => FIELD.exec(part.trim()))
  const fields = new Map(parts.map((match) => [match?.[1] ?? '', match?.[2] ?? '']))
  const exact = parts.length === FIELD_NAMES.length && FIELD_NAMES.every((name) => fields.get(name))
  if (!exact) throw signError('Http头Authorization格式错误')
  if (!/^\d{10}$/.test(fields.get('timestamp')!)) throw signError('Authorization中的timestamp必须是秒级时间戳')
  if (fields.get('nonce_str')!.length > 32) throw signError('Authorization中的nonce_str不能超过32个字符')
  return Object.fromEntries(fields) as Record<(typeof FIELD_NAMES)[number], string>
}

function signError(message: string, detail?: Record<string, unknown>): PayError {
  return new PayError(401, 'SIGN_ERROR', message, detail)
}
