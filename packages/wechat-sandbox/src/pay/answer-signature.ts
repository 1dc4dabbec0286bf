import { nonce } from '../state/ids'
import { paramError } from './errors'
import type { PlatformIdentity } from './platform-identity'

/** How an answer's signature may be made to misbehave. */
export type SignatureFault = 'forged' | 'missing' | 'stale'

/**
 * Which key signs the answer: the public key's when the request names it, else the platform certificate's.
 *
 * @throws PayError 400 for a serial the platform does not own.
 */
export function answerSerial(requested: string | undefined, platform: PlatformIdentity): string {
  if (!requested) return platform.public.certificateSerial
  if (!platform.owns(requested))
    throw paramError('Wechatpay-Serial', '平台公钥ID或证书序列号不存在', requested, 'header')
  return requested
}

/** Headers that sign `body`, which must be the exact text of the answer. */
export function signatureHeaders(
  platform: PlatformIdentity,
  serial: string,
  body: string,
  now: number,
  fault?: SignatureFault,
): Record<string, string> {
  if (fault === 'missing') return {}
  const timestamp = String(Math.floor(now / 1000) - (fault === 'stale' ? 3600 : 0))
  const nonceStr = nonce()
  const message = `${timestamp}\n${nonceStr}\n${body}\n`
  return {
    'Wechatpay-Timestamp': timestamp,
    'Wechatpay-Nonce': nonceStr,
    'Wechatpay-Serial': serial,
    'Wechatpay-Signature': fault === 'forged' ? platform.forge(message) : platform.sign(message, serial),
    'Wechatpay-Signature-Type': 'WECHATPAY2-SHA256-RSA2048',
  }
}
