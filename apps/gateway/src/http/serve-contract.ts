import { ERROR_STATUS, type ErrorCode, Problem, type RouteContract, type RouteName, routes } from '@xiaopu/contract'
import type { FastifyInstance, FastifyReply, FastifyRequest, HTTPMethods } from 'fastify'
import { cachePublicly, type PublicCaching } from './cache'
import type { Call, Handlers } from './calls'
import { contractOf } from './calls'
import { localeOf } from './locale'
import { Refusal } from './refusal'
import { requireSession } from './session-gate'

/** Reads that are the same for everybody, and for how long (seconds). Prices and stock change: never long. */
const PUBLIC_READS: Partial<Record<RouteName, PublicCaching>> = {
  getHome: { maxAge: 30, staleWhileRevalidate: 300 },
  listCategories: { maxAge: 60, staleWhileRevalidate: 600 },
  listProducts: { maxAge: 15, staleWhileRevalidate: 120 },
  getProduct: { maxAge: 10, staleWhileRevalidate: 60 },
  listRelatedProducts: { maxAge: 60, staleWhileRevalidate: 600 },
  listReviews: { maxAge: 30, staleWhileRevalidate: 300 },
}

/** Calls that get a limit of their own. */
export interface StricterLimits {
  /** Each a minute. */
  signIn: number
  placeOrder: number
}

/** Serves each row of the contract: its schemas at the edge, its session rule, its status; the handler does the rest. */
export function serveContract(app: FastifyInstance, handlers: Handlers<RouteName>, limits: StricterLimits): void {
  for (const name of Object.keys(routes) as RouteName[]) serve(app, name, handlers, limits)
  refuseOtherMethods(app)
}

function serve(app: FastifyInstance, name: RouteName, handlers: Handlers<RouteName>, limits: StricterLimits): void {
  const contract = contractOf(routes[name])
  const limit = name === 'signIn' || name === 'placeOrder' ? limits[name] : undefined
  const caching = PUBLIC_READS[name]
  // The handler's own types were checked where the module declared it; here all handlers look alike.
  const handle = handlers[name] as (call: Call<never>) => Promise<unknown>
  app.route({
    method: contract.method,
    url: contract.path,
    schema: schemaOf(name, contract),
    config: {
      needsSession: contract.auth === 'shopper',
      ...(limit !== undefined && { rateLimit: { max: limit, timeWindow: '1 minute' } }),
    },
    preParsing: contract.auth === 'shopper' ? requireSession : undefined,
    onSend: caching ? cachePublicly(caching) : undefined,
    handler: async (request, reply) => {
      if (!caching) reply.header('cache-control', 'no-store')
      const answer = await handle(callOf(request, contract) as Call<never>)
      return reply.code(contract.status).send(contract.status === 204 ? undefined : answer)
    },
  })
}

function callOf(request: FastifyRequest, contract: RouteContract) {
  return {
    params: request.params,
    query: request.query,
    body: request.body,
    locale: localeOf(request.headers['accept-language']),
    shopper: contract.auth === 'shopper' ? request.shopper : undefined,
    idempotencyKey: contract.idempotent ? idempotencyKeyOf(request) : undefined,
    log: request.log,
  }
}

/** 8 to 128 printable characters: anything shorter is no key but a counter that will collide. */
function idempotencyKeyOf(request: FastifyRequest): string {
  const key = request.headers['idempotency-key']
  if (typeof key !== 'string' || key === '') throw new Refusal('idempotency_key_required')
  if (!/^[\x21-\x7e]{8,128}$/.test(key)) {
    throw new Refusal('validation_failed', {
      fields: [{ path: 'headers.idempotency-key', message: '8 to 128 printable characters' }],
    })
  }
  return key
}

/** What every call can meet besides what its row names. */
const ALWAYS: ErrorCode[] = ['rate_limited', 'internal', 'overloaded']

function schemaOf(name: RouteName, contract: RouteContract) {
  const own: ErrorCode[] = [
    ...(contract.auth === 'shopper' ? (['session_required', 'session_expired'] as const) : []),
    ...(contract.body || contract.params || contract.query ? (['validation_failed'] as const) : []),
  ]
  const codes = [...new Set([...own, ...contract.errors, ...ALWAYS])]
  const failures = [...new Set(codes.map((code) => ERROR_STATUS[code]))].map((status) => [
    status,
    {
      description: codes.filter((code) => ERROR_STATUS[code] === status).join(', '),
      content: { 'application/problem+json': { schema: Problem } },
    },
  ])
  return {
    operationId: name,
    summary: contract.summary,
    tags: [contract.path.split('/')[2] ?? 'shop'],
    ...(contract.auth === 'shopper' && { security: [{ session: [] }] }),
    ...(contract.params && { params: contract.params }),
    ...(contract.query && { querystring: contract.query }),
    ...(contract.body && { body: contract.body }),
    response: { [contract.status]: contract.response, ...Object.fromEntries(failures) },
  }
}

/** A known path with another method is 405 with what it does know, not 404. */
function refuseOtherMethods(app: FastifyInstance): void {
  const methods: HTTPMethods[] = ['GET', 'POST', 'PUT', 'PATCH', 'DELETE']
  const contracts = Object.values(routes).map(contractOf)
  for (const path of new Set(contracts.map((contract) => contract.path))) {
    const allowed = new Set<string>(contracts.filter((contract) => contract.path === path).map(({ method }) => method))
    const refused = methods.filter((method) => !allowed.has(method))
    app.route({
      method: refused,
      url: path,
      schema: { hide: true },
      onRequest: async (_request: FastifyRequest, reply: FastifyReply) => {
        reply.header('allow', [...allowed].join(', '))
        throw new Refusal('method_not_allowed')
      },
      handler: async () => undefined,
    })
  }
}
