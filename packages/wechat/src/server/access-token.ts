import type { Clock } from '../exchange'
import { singleFlight } from '../single-flight'
import { WechatApiError } from './errors'
import { type ApiHost, requestApi } from './request'

const PATH = '/cgi-bin/stable_token'

/** From 5 min before expiry WeChat hands out the next token, and both work until then: the time to change over. */
const RENEW_BEFORE_EXPIRY_MS = 5 * 60_000
/** WeChat's rule: forced refreshes at least 30 s apart (and 20 a day). */
const FORCED_REFRESH_APART_MS = 30_000

export interface StoredAccessToken {
  accessToken: string
  /** Epoch ms from which a holder should ask for the next token; the old one works until `expiresAt`. */
  renewAt: number
  /** Epoch ms. */
  expiresAt: number
}

/** Where the token lives. Several gateways of one appid share one store (Redis, a table); the default is this process's memory. */
export interface AccessTokenStore {
  get(appid: string): Promise<StoredAccessToken | undefined>
  set(appid: string, token: StoredAccessToken): Promise<void>
}

export function memoryTokenStore(): AccessTokenStore {
  const tokens = new Map<string, StoredAccessToken>()
  return {
    get: async (appid) => tokens.get(appid),
    set: async (appid, token) => void tokens.set(appid, token),
  }
}

export interface AccessTokens {
  /** A token that works now, renewed in time; concurrent callers share one request. */
  current(): Promise<string>
  /** The token to use after WeChat refused `refused` with 40001 or 42001. */
  replace(refused: string): Promise<string>
}

interface Holder {
  host: ApiHost
  appid: string
  secret: string
  store: AccessTokenStore
  clock: Clock
}

/** The one holder of the stable access token in this process (`POST /cgi-bin/stable_token`). */
export function createAccessTokens({ host, appid, secret, store, clock }: Holder): AccessTokens {
  let lastForcedAt = Number.NEGATIVE_INFINITY

  async function fetchToken(force: boolean): Promise<StoredAccessToken> {
    const body = { grant_type: 'client_credential', appid, secret, force_refresh: force }
    // A forced refresh kills the old token each time, so it alone is not safe to repeat.
    const answer = await requestApi(host, { method: 'POST', path: PATH, body, safe: !force })
    const { access_token: accessToken, expires_in: seconds } = answer
    if (typeof accessToken !== 'string' || accessToken === '' || typeof seconds !== 'number' || !(seconds > 0)) {
      throw new WechatApiError({
        kind: 'system',
        path: PATH,
        httpStatus: 200,
        message: 'no access token in the answer',
      })
    }
    const lifeMs = seconds * 1000
    const expiresAt = clock() + lifeMs
    // The tenth: a token handed out near its end must not be renewed again by every single call.
    return { accessToken, expiresAt, renewAt: expiresAt - Math.min(RENEW_BEFORE_EXPIRY_MS, lifeMs / 10) }
  }

  const current = singleFlight(async () => {
    const stored = await store.get(appid)
    if (stored && clock() < stored.renewAt) return stored.accessToken
    const token = await fetchToken(false)
    await store.set(appid, token)
    return token.accessToken
  })

  const replace = singleFlight(async (refused: string) => {
    const stored = await store.get(appid)
    if (stored && stored.accessToken !== refused && clock() < stored.expiresAt) return stored.accessToken
    // Ask before forcing: if another holder forced a refresh, this returns its token. Two holders that both force
    // would kill each other's token for ever and spend the day's 20.
    let token = await fetchToken(false)
    if (token.accessToken === refused && clock() - lastForcedAt >= FORCED_REFRESH_APART_MS) {
      lastForcedAt = clock()
      token = await fetchToken(true)
    }
    await store.set(appid, token)
    return token.accessToken
  })

  return { current, replace }
}
