import { createHash } from 'node:crypto'
import type { FastifyReply, FastifyRequest } from 'fastify'

/** How long an answer may be shown as it is, and how long while a new one is being fetched. Seconds. */
export interface PublicCaching {
  maxAge: number
  staleWhileRevalidate: number
}

/**
 * Marks a public answer as cacheable, per language, and answers 304 when the caller has it already. Runs as `onSend`:
 * the tag is over the bytes sent, so it cannot miss a change.
 */
export function cachePublicly({ maxAge, staleWhileRevalidate }: PublicCaching) {
  return async (request: FastifyRequest, reply: FastifyReply, payload: unknown) => {
    if (reply.statusCode !== 200 || typeof payload !== 'string') return payload
    const etag = `"${createHash('sha256').update(payload).digest('base64url').slice(0, 22)}"`
    reply
      .header('cache-control', `public, max-age=${maxAge}, stale-while-revalidate=${staleWhileRevalidate}`)
      .header('vary', 'Accept-Language')
      .header('etag', etag)
    if (!has(request.headers['if-none-match'], etag)) return payload
    reply.code(304).removeHeader('content-type').removeHeader('content-length')
    return ''
  }
}

function has(ifNoneMatch: string | undefined, etag: string): boolean {
  return (ifNoneMatch ?? '').split(',').some((known) => known.trim().replace(/^W\//, '') === etag)
}
