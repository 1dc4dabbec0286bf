import type { FastifyInstance } from 'fastify'
import { notFound } from '../../http/refusal'
import { isSlot } from './slots'
import { isMediaKey, type MediaStorage } from './storage'

/** A year: the address holds a hash of the picture, so another picture has another address. */
const FOR_EVER = 'public, max-age=31536000, immutable'

/** Serves pictures. Not part of the contract: the storefront gets whole addresses. */
export function serveMedia(app: FastifyInstance, storage: MediaStorage): void {
  app.get<{ Params: { key: string; file: string } }>(
    '/media/:key/:file',
    { schema: { hide: true }, config: { rateLimit: false } },
    async (request, reply) => {
      const { key, file } = request.params
      const slot = file.replace(/\.webp$/, '')
      const picture = file.endsWith('.webp') && isSlot(slot) && isMediaKey(key) ? await storage.read(key, slot) : null
      if (!picture) throw notFound('picture')
      return reply
        .header('cache-control', FOR_EVER)
        .header('cross-origin-resource-policy', 'cross-origin')
        .type('image/webp')
        .send(picture)
    },
  )
}
