import { createReadStream, statSync } from 'node:fs'
import { extname, join, normalize, sep } from 'node:path'
import type { FastifyInstance } from 'fastify'

const TYPES: Record<string, string> = {
  '.jpg': 'image/jpeg',
  '.jpeg': 'image/jpeg',
  '.png': 'image/png',
  '.webp': 'image/webp',
  '.gif': 'image/gif',
  '.svg': 'image/svg+xml',
}

/** The files of a folder below /media/catalog/product/, and nothing beside it. */
export function serveMedia(app: FastifyInstance, folder: string | null): void {
  app.get<{ Params: { '*': string } }>('/media/catalog/product/*', (request, reply) => {
    const type = TYPES[extname(request.params['*']).toLowerCase()]
    const path = folder && normalize(join(folder, request.params['*']))
    if (!path?.startsWith(normalize(folder + sep)) || !type) return reply.code(404).send()
    const file = statSync(path, { throwIfNoEntry: false })
    if (!file?.isFile()) return reply.code(404).send()
    return reply
      .header('content-length', file.size)
      .header('cache-control', 'public, max-age=31536000')
      .type(type)
      .send(createReadStream(path))
  })
}
