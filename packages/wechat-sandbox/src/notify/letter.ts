import { randomBytes } from 'node:crypto'
import { encryptResource } from '../pay/encryption'
import type { PlatformIdentity } from '../pay/platform-identity'
import { beijingTime } from '../state/clock'
import { nonce } from '../state/ids'
import type { Callback } from '../state/records'
import type { NextCallback } from './misbehaviour'

/** One callback as it goes over the wire. */
export interface Letter {
  headers: Record<string, string>
  body: string
}

export interface LetterContext {
  platform: PlatformIdentity
  /** `PUB_KEY_ID_…` or the certificate's serial. */
  serial: string
  apiV3Key: string
  now: number
}

const DEFAULT_STALE_MS = 10 * 60_000

/** Encrypts and signs a callback, once, with a fresh nonce and timestamp; misbehaving as told. */
export function writeLetter(callback: Callback, behaviour: NextCallback, context: LetterContext): Letter {
  const originalType = callback.event.startsWith('REFUND') ? 'refund' : 'transaction'
  const plaintext = JSON.stringify(resourceToSend(callback, behaviour))
  const resource = encryptResource(plaintext, context.apiV3Key, originalType)
  if (behaviour.do === 'tamper-ciphertext') resource.ciphertext = withOneByteChanged(resource.ciphertext)
  const body = JSON.stringify({
    id: callback.id,
    create_time: beijingTime(callback.createdAt),
    resource_type: 'encrypt-resource',
    event_type: callback.event,
    summary: callback.summary,
    resource: { original_type: originalType, ...resource },
  })
  const age = behaviour.do === 'stale-timestamp' ? (behaviour.ageMs ?? DEFAULT_STALE_MS) : 0
  return { body, headers: signedHeaders(body, behaviour, { ...context, now: context.now - age }) }
}

function signedHeaders(body: string, behaviour: NextCallback, context: LetterContext): Record<string, string> {
  const timestamp = String(Math.floor(context.now / 1000))
  const nonceStr = nonce()
  const message = `${timestamp}\n${nonceStr}\n${body}\n`
  return {
    Accept: '*/*',
    'Content-Type': 'application/json',
    'User-Agent': 'Mozilla/4.0',
    'Request-ID': `0${randomBytes(8).toString('hex').toUpperCase()}-0`,
    'Wechatpay-Nonce': nonceStr,
    'Wechatpay-Serial': context.serial,
    'Wechatpay-Signature': signatureToSend(message, behaviour, context),
    'Wechatpay-Signature-Type': 'WECHATPAY2-SHA256-RSA2048',
    'Wechatpay-Timestamp': timestamp,
  }
}

function signatureToSend(message: string, behaviour: NextCallback, { platform, serial }: LetterContext): string {
  if (behaviour.do === 'forge-signature') return platform.forge(message)
  if (behaviour.do === 'signtest') return `WECHATPAY/SIGNTEST/${platform.forge(message)}`
  return platform.sign(message, serial)
}

function resourceToSend({ resource }: Callback, behaviour: NextCallback): Record<string, unknown> {
  if (behaviour.do === 'wrong-mchid') return { ...resource, mchid: '1900000000' }
  if (behaviour.do === 'wrong-appid') return { ...resource, appid: 'wx0000000000000000' }
  if (behaviour.do !== 'wrong-amount') return resource
  const amount = resource.amount as { total: number; payer_total: number }
  const total = behaviour.total ?? amount.total + 1
  return { ...resource, amount: { ...amount, total, payer_total: total } }
}

function withOneByteChanged(base64: string): string {
  const bytes = Buffer.from(base64, 'base64')
  bytes.writeUInt8(bytes.readUInt8(0) ^ 0x01, 0)
  return bytes.toString('base64')
}
