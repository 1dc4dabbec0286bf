import type { FastifyInstance, FastifyRequest } from 'fastify'

/** The routes of this part of the server get their bodies as bytes: a signature is over exactly these. */
export function bodiesAsBytes(app: FastifyInstance): void {
  app.removeAllContentTypeParsers()
  app.addContentTypeParser('*', { parseAs: 'buffer' }, (_request, body, done) => done(null, body))
}

export const bytesOf = ({ body }: FastifyRequest): Buffer => (Buffer.isBuffer(body) ? body : Buffer.alloc(0))
