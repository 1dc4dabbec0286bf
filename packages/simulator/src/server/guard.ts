import type { FastifyInstance } from 'fastify'

const LOOPBACK = /^(127\.0\.0\.1|localhost|\[::1\])(:\d+)?$/

/**
 * Only this machine's own pages may use the forwarder: a foreign web page could otherwise reach the gateway through it,
 * by a DNS name that points here or by a cross-site form.
 */
export function guardOrigin(server: FastifyInstance, host: string): void {
  const local = LOOPBACK.test(host) || host === '::1'
  server.addHook('onRequest', async (request, reply) => {
    if (local && !LOOPBACK.test(request.headers.host ?? '')) return reply.code(403).send('Wrong host')
    const { origin } = request.headers
    if (origin && origin !== 'null' && new URL(origin).host !== request.headers.host) {
      return reply.code(403).send('Wrong origin')
    }
  })
}
