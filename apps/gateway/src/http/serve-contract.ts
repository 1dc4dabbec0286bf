import {
  type AnyErrorCode,
  MerchantProblem,
  Problem,
  type RouteContract,
  type RouteName,
  type StaffMember,
} from '@xiaopu/contract'
import type { FastifyInstance, FastifyReply, FastifyRequest, HTTPMethods } from 'fastify'
import { cachePublicly, type PublicCaching } from './cache'
import { type AnyRouteName, allRoutes, type Call, contractOf, type Handlers } from './calls'
import { localeOf } from './locale'
import { receiveFile } from './receive-file'
import { Refusal, STATUS } from './refusal'
import { requireSession } from './session-gate'
import { requireOwner, requireStaff } from './staff-gate'

/** Reads that are the same for everybody, and for how long (seconds). Prices and stock change: never long. */
const PUBLIC_READS: Partial<Record<RouteName, PublicCaching>> = {
  getHome: { maxAge: 30, staleWhileRevalidate: 300 },
  listCategories: { maxAge: 60, staleWhileRevalidate: 600 },
  listProducts: { maxAge: 15, staleWhileRevalidate: 120 },
  suggest: { maxAge: 60, staleWhileRevalidate: 600 },
  listHotWords: { maxAge: 60, staleWhileRevalidate: 600 },
  listRegions: { maxAge: 86_400, staleWhileRevalidate: 864_000 },
  getProduct: { maxAge: 10, staleWhileRevalidate: 60 },
  estimateDelivery: { maxAge: 30, staleWhileRevalidate: 300 },
  listRelatedProducts: { maxAge: 60, staleWhileRevalidate: 600 },
  listMessageTemplates: { maxAge: 300, staleWhileRevalidate: 3_600 },
  listReviews: { maxAge: 30, staleWhileRevalidate: 300 },
}

/** Calls that get a limit of their own. */
export interface StricterLimits {
  /** Each a minute. */
  signIn: number
  placeOrder: number
  uploadPicture: number
}

/** Writes down what one of the shop's people is about to do, does it, and writes down what came of it. */
export type Recorder = <Result>(
  act: { staff: StaffMember; name: string; subject: string | null; detail: unknown },
  work: () => Promise<Result>,
) => Promise<Result>

export interface Serving {
  limits: StricterLimits
  record: Recorder
}

/** Serves each row of the contract: its schemas at the edge, who may call, its status; the handler does the rest. */
export function serveContract(app: FastifyInstance, handlers: Handlers<AnyRouteName>, serving: Serving): void {
  for (const name of Object.keys(allRoutes) as AnyRouteName[]) serve(app, name, handlers, serving)
  refuseOtherMethods(app)
}

const GATES = { anyone: undefined, shopper: requireSession, staff: requireStaff, owner: requireOwner }

function serve(app: FastifyInstance, name: AnyRouteName, handlers: Handlers<AnyRouteName>, serving: Serving): void {
  const { limits, record } = serving
  const contract = contractOf(allRoutes[name])
  const limit = name in limits ? limits[name as keyof StricterLimits] : undefined
  const caching = PUBLIC_READS[name as RouteName]
  // The handler's own types were checked where the module declared it; here all handlers look alike.
  const handle = handlers[name] as (call: Call<never>) => Promise<unknown>
  app.route({
    method: contract.method,
    url: contract.path,
    schema: schemaOf(name, contract),
    config: {
      needsSession: contract.auth === 'shopper',
      needsStaff: contract.auth === 'staff' || contract.auth === 'owner',
      file: contract.file,
      ...(limit !== undefined && { rateLimit: { max: limit, timeWindow: '1 minute' } }),
    },
    ...(contract.bodyLimit !== undefined && { bodyLimit: contract.bodyLimit }),
    preParsing: GATES[contract.auth],
    onSend: caching ? cachePublicly(caching) : undefined,
    handler: async (request, reply) => {
      if (!caching) reply.header('cache-control', 'no-store')
      const file = contract.file && (await receiveFile(request, contract.file))
      const work = () => handle({ ...callOf(request, contract), file } as Call<never>)
      const { staff, body } = request
      const answer =
        staff && contract.method !== 'GET'
          ? await record({ staff, name, subject: subjectOf(request), detail: inBrief(body) }, work)
          : await work()
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
    staff: request.staff,
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

/** What a merchant's call is about: what its path names. */
function subjectOf({ params }: FastifyRequest): string | null {
  const [subject] = Object.values((params ?? {}) as Record<string, string>)
  return subject ?? null
}

const LONGEST = 2_000

/** A document that came with a call is not written down with it. */
function inBrief(body: unknown): unknown {
  if (typeof body !== 'object' || body === null) return body ?? null
  const cut = (value: unknown) =>
    typeof value === 'string' && value.length > LONGEST ? `${value.length} characters` : value
  return Object.fromEntries(Object.entries(body).map(([name, value]) => [name, cut(value)]))
}

/** What every call can meet besides what its row names. */
const ALWAYS: AnyErrorCode[] = ['rate_limited', 'internal', 'overloaded']

function schemaOf(name: AnyRouteName, contract: RouteContract) {
  const isStaffs = contract.auth === 'staff' || contract.auth === 'owner'
  const own: AnyErrorCode[] = [
    ...(isStaffs ? (['staff_required'] as const) : []),
    ...(contract.auth === 'owner' ? (['owner_required'] as const) : []),
    ...(contract.auth === 'shopper' ? (['session_required', 'session_expired'] as const) : []),
    ...(contract.body || contract.params || contract.query ? (['validation_failed'] as const) : []),
  ]
  const codes = [...new Set([...own, ...contract.errors, ...ALWAYS])]
  const failures = [...new Set(codes.map((code) => STATUS[code]))].map((status) => [
    status,
    {
      description: codes.filter((code) => STATUS[code] === status).join(', '),
      content: { 'application/problem+json': { schema: isStaffs ? MerchantProblem : Problem } },
    },
  ])
  return {
    operationId: name,
    summary: contract.summary,
    tags: [contract.path.split('/')[2] ?? 'shop'],
    ...(contract.auth === 'shopper' && { security: [{ session: [] }] }),
    ...(isStaffs && { security: [{ staff: [] }] }),
    ...(contract.params && { params: contract.params }),
    ...(contract.query && { querystring: contract.query }),
    ...(contract.body && { body: contract.body }),
    response: { [contract.status]: contract.response, ...Object.fromEntries(failures) },
  }
}

/** A known path with another method is 405 with what it does know, not 404. */
function refuseOtherMethods(app: FastifyInstance): void {
  const methods: HTTPMethods[] = ['GET', 'POST', 'PUT', 'PATCH', 'DELETE']
  const contracts = Object.values(allRoutes).map(contractOf)
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
