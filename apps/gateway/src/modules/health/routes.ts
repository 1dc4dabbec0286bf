import type { FastifyInstance } from 'fastify'

/** Each resolves when that part answers. */
export type Checks = Record<string, () => Promise<unknown>>

interface Parts {
  /** Nothing works without these. */
  needed: Checks
  /** Without these the shop is worse, and still a shop. Who watches them says when they go and come. */
  helpful?: Checks
}

const WITHIN = 3_000

/**
 * `/healthz`: this process lives. `/readyz`: what it needs answers, so that a balancer may send it shoppers (200 `ok`, or
 * `degraded` where only something helpful is away; the body says which); while it stops it says no.
 */
export function serveHealth(app: FastifyInstance, { needed, helpful = {} }: Parts, isStopping: () => boolean): void {
  const quiet = { schema: { hide: true }, config: { rateLimit: false as const }, logLevel: 'warn' as const }
  app.get('/healthz', quiet, async (_request, reply) =>
    reply.header('cache-control', 'no-store').send({ status: 'ok' }),
  )
  app.get('/readyz', quiet, async (request, reply) => {
    const [must, should] = await Promise.all([
      ask(needed, (check, err) => request.log.warn({ err, check }, 'not ready')),
      ask(helpful, () => {}),
    ])
    const all = (results: [string, boolean][]) => results.every(([, ok]) => ok)
    const ready = !isStopping() && all(must)
    const parts = Object.fromEntries([...must, ...should].map(([name, ok]) => [name, ok ? 'ok' : 'failed']))
    return reply
      .code(ready ? 200 : 503)
      .header('cache-control', 'no-store')
      .send({ status: !ready ? 'not_ready' : all(should) ? 'ok' : 'degraded', ...parts })
  })
}

function ask(checks: Checks, failed: (name: string, error: unknown) => void): Promise<[string, boolean][]> {
  const answered = async ([name, check]: [string, Checks[string]]): Promise<[string, boolean]> => [
    name,
    await answers(check, (error) => failed(name, error)),
  ]
  return Promise.all(Object.entries(checks).map(answered))
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
