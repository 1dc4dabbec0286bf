import type { FastifyInstance } from 'fastify'

/** The phone's own line to WeChat (`/~device`) and the panel's (`/~control`), both answered by the sandbox. */
export function wechatRoutes(server: FastifyInstance, wechat: string): void {
  const base = wechat.replace(/\/+$/, '')
  for (const [prefix, path] of [
    ['/~device', '/device'],
    ['/~control', '/control'],
  ] as const) {
    server.all(`${prefix}/*`, async (request, reply) => {
      const hasBody = request.method !== 'GET' && request.body !== undefined && request.body !== null
      try {
        const answer = await fetch(`${base}${path}${request.url.slice(prefix.length)}`, {
          method: request.method,
          headers: hasBody ? { 'content-type': 'application/json' } : {},
          body: hasBody ? JSON.stringify(request.body) : undefined,
        })
        return reply
          .code(answer.status)
          .type(answer.headers.get('content-type') ?? 'application/json')
          .send(Buffer.from(await answer.arrayBuffer()))
      } catch {
        return reply.code(502).send({ message: 'The WeChat sandbox does not answer' })
      }
    })
  }
}
