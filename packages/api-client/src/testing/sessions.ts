import type { Session, Shopper } from '@xiaopu/contract'
import { Refusal } from './refusal'

const WEEK = 7 * 24 * 3_600_000
export const NAMELESS = { nickname: null, avatar: null, avatarCheck: null, phone: null, keepsHistory: true }

export function createSessions({ now, shopperOf }: { now: () => number; shopperOf: (code: string) => string }) {
  const shopperByToken = new Map<string, string>()
  const expired = new Set<string>()
  const usedCodes = new Set<string>()
  const since = new Map<string, string>()
  let issued = 0

  const shopper = (id: string): Pick<Shopper, 'id' | 'since'> => {
    if (!since.has(id)) since.set(id, new Date(now()).toISOString())
    return { id, since: since.get(id)! }
  }
  const open = (id: string): Session => {
    const token = `session-${++issued}-${id}`
    shopperByToken.set(token, id)
    return { token, expiresAt: new Date(now() + WEEK).toISOString(), shopper: { ...NAMELESS, ...shopper(id) } }
  }
  return {
    open,
    shopper,
    /** A code of `wx.login` is good for one time. */
    signIn(code: string): Session {
      if (usedCodes.has(code)) throw new Refusal('sign_in_refused')
      usedCodes.add(code)
      return open(shopperOf(code))
    },
    shopperWith(token: string | null): string {
      if (token === null) throw new Refusal('session_required')
      const id = shopperByToken.get(token)
      if (id === undefined || expired.has(token)) throw new Refusal('session_expired')
      return id
    },
    end: (token: string) => void expired.add(token),
    endAllOf(id: string) {
      for (const [token, shopper] of shopperByToken) if (shopper === id) expired.add(token)
    },
    expireAll() {
      for (const token of shopperByToken.keys()) expired.add(token)
    },
  }
}

export type Sessions = ReturnType<typeof createSessions>
