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
  '.mp4': 'video/mp4',
}

/** The files of the folders below /media/catalog/product/, and nothing beside them; in pieces, as nginx before a Magento gives them. */
export function serveMedia(app: FastifyInstance, folders: string[]): void {
  app.get<{ Params: { '*': string } }>('/media/catalog/product/*', (request, reply) => {
    const type = TYPES[extname(request.params['*']).toLowerCase()]
    const file = folders.map((folder) => fileIn(folder, request.params['*'])).find((found) => found !== null)
    if (!file || !type) return reply.code(404).send()
    const { path, size } = file
    reply.header('cache-control', 'public, max-age=31536000').header('accept-ranges', 'bytes').type(type)
    const [, first = '', last = ''] = /^bytes=(\d+)-(\d*)$/.exec(request.headers.range ?? '') ?? []
    if (first === '') return reply.header('content-length', size).send(createReadStream(path))
    const start = Number(first)
    const end = last === '' ? size - 1 : Math.min(Number(last), size - 1)
    if (start > end) return reply.code(416).header('content-range', `bytes */${size}`).send()
    return reply
      .code(206)
      .header('content-range', `bytes ${start}-${end}/${size}`)
      .header('content-length', end - start + 1)
      .send(createReadStream(path, { start, end }))
  })
}

function fileIn(folder: string, name: string): { path: string; size: number } | null {
  const path = normalize(join(folder, name))
  if (!path.startsWith(normalize(folder + sep))) return null
  const file = statSync(path, { throwIfNoEntry: false })
  return file?.isFile() ? { path, size: file.size } : null
}
