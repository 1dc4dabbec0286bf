import { createHmac, timingSafeEqual } from 'node:crypto'
import type { IntegrationKeys } from '../options'

/** Why a signed request is not let in. Magento answers 401. */
export class OAuthRefusal extends Error {}

/** How far, in seconds, a timestamp may be from the server's clock. */
const CLOCK_TOLERANCE = 600

interface SignedRequest {
  method: string
  /** As the client sees it, with its query. */
  url: string
  /** The header. */
  authorization: string
}

/** OAuth 1.0a, RFC 5849, HMAC-SHA256: signature, timestamp and nonce are checked. */
export class OAuthVerifier {
  private readonly seen = new Map<string, number>()

  constructor(
    private readonly keys: IntegrationKeys,
    private readonly now: () => number,
  ) {}

  /** @throws OAuthRefusal */
  verify({ method, url, authorization }: SignedRequest): void {
    const given = parseHeader(authorization)
    for (const name of ['consumer_key', 'token', 'signature', 'signature_method', 'nonce', 'timestamp']) {
      if (!given.get(`oauth_${name}`)) throw new OAuthRefusal(`oauth_${name} is a required field.`)
    }
    if (given.get('oauth_version') !== undefined && given.get('oauth_version') !== '1.0') {
      throw new OAuthRefusal('The "oauth_version" isn\'t supported.')
    }
    if (given.get('oauth_signature_method') !== 'HMAC-SHA256') {
      throw new OAuthRefusal('Signature method is not supported')
    }
    if (given.get('oauth_consumer_key') !== this.keys.consumerKey) {
      throw new OAuthRefusal('A consumer having the specified key does not exist')
    }
    if (given.get('oauth_token') !== this.keys.accessToken) throw new OAuthRefusal('Specified token does not exist')
    if (!sameText(this.signature(method, url, given), given.get('oauth_signature')!)) {
      throw new OAuthRefusal('The signature is invalid. Verify and try again.')
    }
    this.checkFreshness(given.get('oauth_timestamp')!, given.get('oauth_nonce')!)
  }

  private checkFreshness(timestamp: string, nonce: string): void {
    const seconds = Number(timestamp)
    const now = Math.floor(this.now() / 1000)
    if (!/^\d+$/.test(timestamp) || Math.abs(now - seconds) > CLOCK_TOLERANCE) {
      throw new OAuthRefusal('The timestamp value in the oauth_timestamp parameter is invalid')
    }
    if (this.seen.has(nonce)) throw new OAuthRefusal('The nonce is already being used by the consumer')
    for (const [old, at] of this.seen) if (now - at > 2 * CLOCK_TOLERANCE) this.seen.delete(old)
    this.seen.set(nonce, now)
  }

  private signature(method: string, url: string, given: Map<string, string>): string {
    const { origin, pathname, searchParams } = new URL(url)
    const parameters = [
      ...[...given].filter(([name]) => name !== 'oauth_signature' && name !== 'realm'),
      ...searchParams,
    ]
    const normal = parameters
      .map(([name, value]) => [percent(name), percent(value)] as const)
      .sort(([a, x], [b, y]) => byBytes(a, b) || byBytes(x, y))
      .map(([name, value]) => `${name}=${value}`)
      .join('&')
    const base = [method.toUpperCase(), percent(origin + pathname), percent(normal)].join('&')
    const key = `${percent(this.keys.consumerSecret)}&${percent(this.keys.accessTokenSecret)}`
    return createHmac('sha256', key).update(base).digest('base64')
  }
}

/** RFC 3986, stricter than `encodeURIComponent`. */
function percent(text: string): string {
  return encodeURIComponent(text).replace(/[!'()*]/g, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`)
}
function byBytes(one: string, other: string): number {
  return one < other ? -1 : one > other ? 1 : 0
}
function sameText(one: string, other: string): boolean {
  const [a, b] = [Buffer.from(one), Buffer.from(other)]
  return a.length === b.length && timingSafeEqual(a, b)
}
function parseHeader(header: string): Map<string, string> {
  const fields = new Map<string, string>()
  for (const part of header.replace(/^OAuth\s+/i, '').split(',')) {
    const [, name, value] = /^\s*([^=\s]+)="([^"]*)"\s*$/.exec(part) ?? []
    if (name === undefined || value === undefined) throw new OAuthRefusal('The authorization header is malformed.')
    if (fields.has(name)) throw new OAuthRefusal(`${name} is given twice.`)
    fields.set(decodeURIComponent(name), decodeURIComponent(value))
  }
  return fields
}
