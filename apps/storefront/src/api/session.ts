import type { SessionSource } from '@xiaopu/api-client'
import { forget, remember, remembered } from '../wechat/storage'

const KEY = 'session'

interface KeptSession {
  token: string
  /** UTC, ISO 8601. */
  expiresAt: string
}

const isKept = (value: unknown): value is KeptSession =>
  typeof value === 'object' &&
  value !== null &&
  typeof (value as KeptSession).token === 'string' &&
  typeof (value as KeptSession).expiresAt === 'string'

/** What a full phone could not keep: good until the app is closed. */
let unkept: KeptSession | null = null

function kept(): KeptSession | null {
  const value = unkept ?? remembered(KEY)
  return isKept(value) ? value : null
}

/** Whether this phone has a session, good or not: who merely looks around has none. */
export const isSignedIn = () => kept() !== null

/** Whether this phone has a session that is still good, as far as a phone can tell: what is not worth a sign-in asks this. */
export function hasLiveSession(now = Date.now()): boolean {
  const session = kept()
  return session !== null && Date.parse(session.expiresAt) > now
}

const listeners = new Set<() => void>()

/** Tells each time a shopper has been signed in. Returns the way to stop. */
export function onSignIn(tell: () => void): () => void {
  listeners.add(tell)
  return () => void listeners.delete(tell)
}

/**
 * Keeps the session token on the phone and renews it silently. Browsing never comes here: the client asks for a token
 * with the first call that needs one.
 * @param signIn asks WeChat for a login code and the gateway for a session; null when WeChat gave no code
 */
export function createSessionSource(signIn: () => Promise<KeptSession | null>, now = Date.now): SessionSource {
  let session: KeptSession | null | undefined
  const current = () => {
    if (session === undefined) session = kept()
    return session
  }
  return {
    read() {
      const known = current()
      return known && Date.parse(known.expiresAt) > now() ? known.token : null
    },
    async renew() {
      const renewed = await signIn()
      if (!renewed) return null
      session = { token: renewed.token, expiresAt: renewed.expiresAt }
      unkept = remember(KEY, session) ? null : session
      for (const tell of listeners) tell()
      return session.token
    },
    forget() {
      session = null
      unkept = null
      forget(KEY)
    },
  }
}
