import type { FastifyInstance } from 'fastify'

/** Each resolves when that part answers. */
export type Checks = Record<string, () => Promise<unknown>>

const WITHIN = 3_000

/**
 * `/healthz`: this process lives. `/readyz`: what it needs answers, so that a balancer may send it shoppers; while it
 * stops it says no.
 */
export function serveHealth(app: FastifyInstance, checks: Checks, isStopping: () => boolean): void {
  const quiet = { schema: { hide: true }, config: { rateLimit: false as const }, logLevel: 'warn' as const }
  app.get('/healthz', quiet, async (_request, reply) =>
    reply.header('cache-control', 'no-store').send({ status: 'ok' }),
  )
  app.get('/readyz', quiet, async (request, reply) => {
    const results = await Promise.all(
      Object.entries(checks).map(
        async ([name, check]) =>
          [name, await answers(check, (err) => request.log.warn({ err, check: name }, 'not ready'))] as const,
      ),
    )
    const ready = !isStopping() && results.every(([, ok]) => ok)
    const parts = Object.fromEntries(results.map(([name, ok]) => [name, ok ? 'ok' : 'failed']))
    return reply
      .code(ready ? 200 : 503)
      .header('cache-control', 'no-store')
      .send({ status: ready ? 'ok' : 'not_ready', ...parts })
  })
}

async function answers(check: () => Promise<unknown>, failed: (error: unknown) => void): Promise<boolean> {
  let timer: NodeJS.Timeout | undefined
  const tooLong = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error(`no answer within ${WITHIN} ms`)), WITHIN)
  })
  try {
    await Promise.race([check(), tooLong])
    return true
  } catch (error) {
    failed(error)
    return false
  } finally {
    clearTimeout(timer)
  }
}
