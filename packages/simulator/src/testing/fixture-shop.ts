import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import fastify from 'fastify'

/** Two seconds of one colour, of our own making: H.264, 64 × 64. */
const FILM = join(import.meta.dirname, '../fixtures/film.mp4')

/** The server behind the fixture Mini Program: a greeting, a prepay and pictures. */
export async function fixtureShop(): Promise<{ url: string; prepayId: string; close(): Promise<void> }> {
  const server = fastify({ forceCloseConnections: true })
  const shop = { url: '', prepayId: 'wx1', close: () => server.close() }
  server.post('/hello', async ({ headers }, reply) =>
    reply.header('x-shop', 'open').code(201).send({ said: '欢迎', referer: headers.referer }),
  )
  server.post('/prepay', async () => ({
    timeStamp: '1790000000',
    nonceStr: 'nonce',
    package: `prepay_id=${shop.prepayId}`,
    signType: 'RSA',
    paySign: 'signature',
  }))
  server.addContentTypeParser(/^multipart\//, { parseAs: 'buffer' }, (_request, body, done) => done(null, body))
  server.post('/pictures', async ({ headers, body }, reply) => {
    const form = (body as Buffer).toString('latin1')
    const isPhotograph = /name="file"; filename="[^"]+"\r\nContent-Type: image\/jpeg\r\n\r\nÿØÿ/.test(form)
    return reply.code(201).send({ isPhotograph, bearer: headers.authorization })
  })
  server.get<{ Params: { name: string } }>('/films/:name', async ({ params, headers }, reply) => {
    if (params.name !== 'film.mp4') return reply.code(404).send()
    const film = readFileSync(FILM)
    const [, from] = /^bytes=(\d+)-/.exec(headers.range ?? '') ?? []
    if (from === undefined) return reply.type('video/mp4').send(film)
    return reply
      .code(206)
      .type('video/mp4')
      .header('accept-ranges', 'bytes')
      .header('content-range', `bytes ${from}-${film.length - 1}/${film.length}`)
      .send(film.subarray(Number(from)))
  })
  server.get('/receipt.pdf', async (_request, reply) => reply.type('application/pdf').send('%PDF-1.4\n%%EOF\n'))
  server.get('/broken.pdf', async (_request, reply) => reply.code(500).send({ title: '坏了' }))
  server.get('/pictures/:name', async (_request, reply) =>
    reply
      .type('image/svg+xml')
      .send(
        '<svg xmlns="http://www.w3.org/2000/svg" width="60" height="60"><rect width="60" height="60" fill="#c9b79c"/></svg>',
      ),
  )
  shop.url = await server.listen({ host: '127.0.0.1', port: 0 })
  return shop
}
