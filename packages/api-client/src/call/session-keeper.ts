import { ApiError, isApiError } from '../api-error'
import type { AbortSignalLike } from '../wire/abort'
import type { Clock } from '../wire/clock'
import { TransportError } from '../wire/transport'
import { settleWithin } from '../wire/waiting'

/** Where the session token lives and how a new one is had; the storefront's business (`wx.login`, storage). */
export interface SessionSource {
  read(): string | null
  /** Signs in anew and keeps the new token. null: the shopper cannot be signed in. May reject with an ApiError. */
  renew(): Promise<string | null>
  /** The token is worth nothing any more. */
  forget(): void
}

const renewalTimeoutMs = 30_000

/** Sees to it that any number of calls share one renewal. */
export function createSessionKeeper(source: SessionSource, clock: Clock) {
  let renewal: Promise<string | null> | null = null

  function renewOnce(): Promise<string | null> {
    renewal ??= settleWithin(() => source.renew(), { clock, timeoutMs: renewalTimeoutMs }).finally(() => {
      renewal = null
    })
    return renewal
  }

  /** A caller that gives up leaves the renewal to the others. */
  async function renewed(signal: AbortSignalLike | undefined, otherwise: 'session_required' | 'session_expired') {
    try {
      const token = await settleWithin(renewOnce, { clock, timeoutMs: renewalTimeoutMs, signal })
      if (token !== null) return token
    } catch (error) {
      if (isApiError(error) || error instanceof TransportError) throw error
      throw new ApiError(otherwise, { cause: error })
    }
    throw new ApiError(otherwise)
  }

  return {
    async token(signal?: AbortSignalLike): Promise<string> {
      return source.read() ?? (await renewed(signal, 'session_required'))
    },

    /** A token to try instead of `refused`: one that has come meanwhile, or a renewed one. */
    async instead(refused: string, signal?: AbortSignalLike): Promise<string> {
      const current = source.read()
      return current !== null && current !== refused ? current : await renewed(signal, 'session_expired')
    },

    /** Forgets `token`, but not a newer one. */
    forget(token: string): void {
      if (source.read() === token) source.forget()
    },
  }
}

export type SessionKeeper = ReturnType<typeof createSessionKeeper>
