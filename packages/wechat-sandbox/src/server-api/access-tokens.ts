import { nonce } from '../state/ids'
import { ServerApiError } from './errors'

const TOKEN_LIFE_MS = 7200_000
const RENEWED_BEFORE_EXPIRY_MS = 5 * 60_000
const FORCED_REFRESHES_A_DAY = 20
const FORCED_REFRESH_GAP_MS = 30_000
const DAY_MS = 86_400_000

interface Token {
  value: string
  expiresAt: number
}

/**
 * Stable access tokens: everyone who asks gets the same one until five minutes before its end, then the next; both are
 * good in those five minutes. A forced refresh ends the old one at once.
 */
export class AccessTokens {
  private live: Token[] = []
  private forcedAt: number[] = []

  /** @throws ServerApiError 45009 more than 20 forced refreshes a day, 45011 two within 30 s. */
  issue(now: number, force: boolean): { access_token: string; expires_in: number } {
    if (force) this.killAll(now)
    const latest = this.live.at(-1)
    const reusable = latest !== undefined && latest.expiresAt - now > RENEWED_BEFORE_EXPIRY_MS
    const token = reusable ? latest : this.mint(now)
    return { access_token: token.value, expires_in: Math.floor((token.expiresAt - now) / 1000) }
  }

  /** @throws ServerApiError 41001 missing, 42001 expired, 40001 unknown or replaced by force. */
  check(value: string | undefined, now: number): void {
    if (!value) throw new ServerApiError(41001)
    const token = this.live.find((candidate) => candidate.value === value)
    if (!token) throw new ServerApiError(40001)
    if (now >= token.expiresAt) throw new ServerApiError(42001)
  }

  /** Makes every token fail with 40001, as a secret reset in the console would. */
  revokeAll(): void {
    this.live = []
  }

  reset(): void {
    this.live = []
    this.forcedAt = []
  }

  private killAll(now: number): void {
    this.forcedAt = this.forcedAt.filter((at) => now - at < DAY_MS)
    if (this.forcedAt.length >= FORCED_REFRESHES_A_DAY) throw new ServerApiError(45009)
    if (this.forcedAt.some((at) => now - at < FORCED_REFRESH_GAP_MS)) throw new ServerApiError(45011)
    this.forcedAt.push(now)
    this.live = []
  }

  private mint(now: number): Token {
    const token = { value: `9${nonce(135)}`, expiresAt: now + TOKEN_LIFE_MS }
    this.live.push(token)
    return token
  }
}
