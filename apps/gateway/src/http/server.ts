import { randomUUID } from 'node:crypto'
import type { Socket } from 'node:net'
import helmet from '@fastify/helmet'
import multipart from '@fastify/multipart'
import rateLimit from '@fastify/rate-limit'
import fastify, { type FastifyInstance, type FastifyReply, type FastifyRequest } from 'fastify'
import { serializerCompiler, validatorCompiler } from 'fastify-type-provider-zod'
import type { DestinationStream } from 'pino'
import type { GatewayConfig } from '../config/config'
import { handleErrors, sendProblem } from './error-handler'
import { loggerOptions } from './logging'
import { problemOf } from './problem'
import { Refusal } from './refusal'
import { type FindSession, readSessions } from './session-gate'
import { type FindStaff, readStaff } from './staff-gate'
import { keepTextStorable } from './storable-text'

/** The largest honest body is an order with an address and a fapiao: a few kB. */
const BODY_LIMIT = 256 * 1024
/** A request that is still coming in after this long is dropped, ms. */
const REQUEST_TIMEOUT = 30_000
/** While stopping, ms. */
const CLOSE_IDLE_EVERY = 50

export interface ServerNeeds {
  config: Pick<GatewayConfig, 'logLevel' | 'trustProxy' | 'rateLimits'>
  findSession: FindSession
  findStaff: FindStaff
  /** Where the log goes; stdout unless given. */
  logStream?: DestinationStream
}

/** The bare server: ids, log, problem documents, limits; no route of the shop yet. */
export async function createServer({
  config,
  findSession,
  findStaff,
  logStream,
}: ServerNeeds): Promise<FastifyInstance> {
  const app = fastify({
    logger: { ...loggerOptions(config.logLevel), ...(logStream && { stream: logStream }) },
    bodyLimit: BODY_LIMIT,
    requestTimeout: REQUEST_TIMEOUT,
    trustProxy: config.trustProxy,
    // An id from the balancer is kept, so that one call is one id everywhere; anything odd is not let into logs.
    genReqId: ({ headers }) => acceptable(headers['x-request-id']) ?? randomUUID(),
    forceCloseConnections: 'idle',
    routerOptions: { maxParamLength: 200 },
    // An address that cannot even be read: no route, no hook, but still a problem document.
    frameworkErrors: (_error: unknown, request: FastifyRequest, reply: FastifyReply) => {
      sendProblem(reply, problemOf('not_found', request.id))
    },
  })
  app.setValidatorCompiler(validatorCompiler)
  app.setSerializerCompiler(serializerCompiler)
  acceptEmptyJson(app)
  closeAfterAnswers(app)
  handleErrors(app)
  keepTextStorable(app)
  app.addHook('onRequest', async (request, reply) => {
    reply.header('x-request-id', request.id)
  })
  readSessions(app, findSession)
  readStaff(app, findStaff)
  await app.register(helmet, { contentSecurityPolicy: false, crossOriginResourcePolicy: { policy: 'cross-origin' } })
  await app.register(multipart)
  await app.register(rateLimit, {
    max: config.rateLimits.all,
    timeWindow: '1 minute',
    keyGenerator: (request) => request.shopper?.sessionId ?? request.staff?.id ?? request.ip,
    errorResponseBuilder: () => new Refusal('rate_limited'),
  })
  return app
}

/**
 * When it stops, Fastify closes the connections that are idle; one that is answering just then would be kept, and the process
 * with it, until its keep-alive ends 72 seconds later. So would one that somebody has opened and asked nothing on: Node does not
 * call that one idle.
 */
function closeAfterAnswers(app: FastifyInstance): void {
  const open = new Set<Socket>()
  app.server.on('connection', (socket: Socket) => {
    open.add(socket)
    socket.once('close', () => open.delete(socket))
  })
  app.addHook('preClose', async () => {
    if (!app.server.listening) return
    const sweep = setInterval(() => {
      app.server.closeIdleConnections()
      for (const socket of open) if (socket.bytesRead === 0) socket.destroy()
    }, CLOSE_IDLE_EVERY)
    app.server.once('close', () => clearInterval(sweep))
  })
}

/** `wx.request` says `application/json` on every call, also on one that has nothing to say. */
function acceptEmptyJson(app: FastifyInstance): void {
  const parse = app.getDefaultJsonParser('error', 'error')
  app.addContentTypeParser('application/json', { parseAs: 'string' }, (request, body, done) => {
    if (body === '') done(null, undefined)
    else parse(request, body as string, done)
  })
}

const acceptable = (id: string | string[] | undefined) =>
  typeof id === 'string' && /^[\w.-]{8,64}$/.test(id) ? id : undefined
