import { type KeyObject, verify } from 'node:crypto'
import type { Clock } from '../exchange'

/** The headers of a callback as a server has them (`request.headers`), or of an answer. Names in any case. */
export type HeaderBag = Headers | Record<string, string | string[] | undefined>

/** WeChat's key for a serial (`PUB_KEY_ID_…` or a certificate's), or undefined. */
export type KeyLookup = (serial: string) => KeyObject | undefined | Promise<KeyObject | undefined>

export type SignatureProblem = 'missing-headers' | 'stale' | 'unknown-serial' | 'probe' | 'signature'

/** Why a message is not WeChat's. */
export class SignatureRefused extends Error {
  override readonly name = 'SignatureRefused'

  constructor(
    readonly problem: SignatureProblem,
    message: string,
    options?: ErrorOptions,
  ) {
    super(message, options)
  }
}

/** A timestamp this far from our clock, or farther, is refused. */
const WINDOW_SECONDS = 300

/** WeChat now and then signs wrongly on purpose, to see whether merchants check. */
const PROBE_PREFIX = 'WECHATPAY/SIGNTEST/'

/**
 * Checks that an answer or callback was signed by WeChat Pay over exactly these bytes, within 300 s of `clock`.
 * An empty body (204) is signed like any other.
 *
 * @throws SignatureRefused
 */
export async function verifyWechatSignature(
  headers: HeaderBag,
  body: Buffer,
  keyOf: KeyLookup,
  clock: Clock,
): Promise<void> {
  const { timestamp, nonce, signature, serial } = signatureHeaders(headers)
  if (signature.startsWith(PROBE_PREFIX)) throw new SignatureRefused('probe', 'a signature probe of WeChat Pay')
  const skew = Math.abs(clock() / 1000 - Number(timestamp))
  if (!(skew < WINDOW_SECONDS)) {
    throw new SignatureRefused('stale', `its timestamp is ${Math.round(skew)} s away from this machine's clock`)
  }
  const key = await findKey(keyOf, serial)
  const message = Buffer.concat([Buffer.from(`${timestamp}\n${nonce}\n`, 'utf8'), body, Buffer.from('\n')])
  if (!verify('sha256', message, key, Buffer.from(signature, 'base64'))) {
    throw new SignatureRefused('signature', `the signature does not hold for Wechatpay-Serial ${serial}`)
  }
}

async function findKey(keyOf: KeyLookup, serial: string): Promise<KeyObject> {
  let key: KeyObject | undefined
  try {
    key = await keyOf(serial)
  } catch (cause) {
    throw new SignatureRefused('unknown-serial', `the key for Wechatpay-Serial ${serial} could not be fetched`, {
      cause,
    })
  }
  if (!key) throw new SignatureRefused('unknown-serial', `no key for Wechatpay-Serial ${serial}`)
  return key
}

function signatureHeaders(headers: HeaderBag) {
  const values = {
    timestamp: headerOf(headers, 'wechatpay-timestamp'),
    nonce: headerOf(headers, 'wechatpay-nonce'),
    signature: headerOf(headers, 'wechatpay-signature'),
    serial: headerOf(headers, 'wechatpay-serial'),
  }
  const missing = Object.entries(values).filter(([, value]) => value === '')
  if (missing.length > 0) {
    throw new SignatureRefused('missing-headers', `no Wechatpay header for ${missing.map(([name]) => name).join(', ')}`)
  }
  if (!/^\d{1,12}$/.test(values.timestamp))
    throw new SignatureRefused('missing-headers', 'Wechatpay-Timestamp is no number')
  return values
}

/** One header's value; empty when it is missing or sent several times. */
function headerOf(headers: HeaderBag, name: string): string {
  if (typeof (headers as Headers).get === 'function') return (headers as Headers).get(name) ?? ''
  const entry = Object.entries(headers).find(([key]) => key.toLowerCase() === name)
  return typeof entry?.[1] === 'string' ? entry[1] : ''
}
