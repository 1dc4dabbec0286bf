import type { FastifyInstance, FastifyRequest } from 'fastify'
import type { SignedInShopper } from './calls'
import { Refusal } from './refusal'

/** Finds who holds a token: the shopper, or why not. */
export type FindSession = (token: string) => Promise<SignedInShopper | 'expired' | 'blocked'>

declare module 'fastify' {
  interface FastifyContextConfig {
    /** The route is for signed-in shoppers. Public reads cost no look-up, whatever header comes with them. */
    needsSession?: boolean
  }
  interface FastifyRequest {
    shopper: SignedInShopper | undefined
    sessionProblem: 'session_required' | 'session_expired' | 'account_blocked' | undefined
  }
}

/**
 * Reads the session of each call before anything else, without judging it: the rate limiter that comes next counts by
 * session where there is one and by address where a token is invented. `requireSession` judges.
 */
export function readSessions(app: FastifyInstance, find: FindSession): void {
  app.decorateRequest('shopper', undefined)
  app.decorateRequest('sessionProblem', undefined)
  app.addHook('onRequest', async (request) => {
    if (!request.routeOptions.config.needsSession) return
    const token = /^Bearer ([\w-]{20,200})$/i.exec(request.headers.authorization ?? '')?.[1]
    if (token === undefined) {
      request.sessionProblem = 'session_required'
      return
    }
    const found = await find(token)
    if (found === 'expired') request.sessionProblem = 'session_expired'
    else if (found === 'blocked') request.sessionProblem = 'account_blocked'
    else request.shopper = found
  })
}

/** Runs before the body is read: who is not signed in does not get to send one. */
export async function requireSession(request: FastifyRequest): Promise<void> {
  if (!request.shopper) throw new Refusal(request.sessionProblem ?? 'session_required')
}
