import type { FastifyInstance } from 'fastify'
import { notFound } from '../../http/refusal'
import { byteRange } from './byte-range'
import { isSlot } from './slots'
import { isMediaKey, type MediaStorage } from './storage'
import type { VideoStorage } from './video-storage'

/** A year: the address holds a hash of what is there, so another picture has another address. */
const FOR_EVER = 'public, max-age=31536000, immutable'

/** Serves pictures and films. Not part of the contract: the storefront gets whole addresses. */
export function serveMedia(app: FastifyInstance, storage: MediaStorage, videos: VideoStorage): void {
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

  // iOS asks for the first two bytes, and plays nothing from a server that answers with more than was asked for.
  app.get<{ Params: { key: string } }>(
    '/media/:key/video.mp4',
    { schema: { hide: true }, config: { rateLimit: false } },
    async (request, reply) => {
      const { key } = request.params
      const video = await videos.find(key)
      if (!video) throw notFound('video')
      const { range, 'if-range': ifRange } = request.headers
      const etag = `"${key}"`
      reply
        .header('cache-control', FOR_EVER)
        .header('cross-origin-resource-policy', 'cross-origin')
        .header('accept-ranges', 'bytes')
        .header('etag', etag)
        .type('video/mp4')
      const part = ifRange === undefined || ifRange === etag ? byteRange(range, video.bytes) : 'whole'
      if (part === 'nothing') return reply.code(416).header('content-range', `bytes */${video.bytes}`).send()
      if (part === 'whole') return reply.header('content-length', video.bytes).send(video.read())
      return reply
        .code(206)
        .header('content-range', `bytes ${part.from}-${part.to}/${video.bytes}`)
        .header('content-length', part.to - part.from + 1)
        .send(video.read(part))
    },
  )
}
