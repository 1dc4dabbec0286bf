import { randomBytes } from 'node:crypto'
import type { FastifyInstance, FastifyReply } from 'fastify'
import { installMishaps } from '../control/mishap-hook'
import type { World } from '../world'
import { answerSerial, signatureHeaders } from './answer-signature'
import { authorize } from './authorization'
import { platformCertificates } from './certificates'
import { PayError } from './errors'
import { Fields } from './fields'
import { checkMerchant, closeOrder, findOrder, findTransaction, placeOrder } from './order-desk'
import { acceptRefund, findRefund } from './refund-desk'
import { refundShape, transactionShape } from './shapes'

interface OrderPath {
  Params: { outTradeNo: string }
  Querystring: { mchid?: string }
}

/** WeChat Pay v3, to be mounted at `/v3`: every request judged before it is read, every answer signed. */
export function payRoutes(world: World) {
  return async (app: FastifyInstance): Promise<void> => {
    // The signature covers the exact bytes, so no parser may touch them first.
    app.removeAllContentTypeParsers()
    app.addContentTypeParser('*', { parseAs: 'buffer' }, (_request, body, done) => done(null, body))

    app.addHook('preHandler', async (request) => {
      const { method, url, headers } = request.raw
      const signed = { method: method!, url: url!, headers, body: bytesOf(request.body) }
      authorize(signed, world.options.merchant, world.clock.now())
      answerSerial(headerOf(headers['wechatpay-serial']), world.platform)
    })
    installMishaps(app, world, ({ status, code, message }, reply) =>
      writeError(reply, new PayError(status ?? 500, code ?? 'SYSTEM_ERROR', message ?? '系统异常，请稍后重试')),
    )
    // Last of the onSend hooks: it signs what really leaves.
    app.addHook('onSend', async (request, reply, payload) => {
      const requested = headerOf(request.headers['wechatpay-serial'])
      const { platform, clock } = world
      const serial = requested && platform.owns(requested) ? requested : platform.public.certificateSerial
      const body = typeof payload === 'string' ? payload : ''
      reply.headers(signatureHeaders(platform, serial, body, clock.now(), request.mishap?.signature))
      if (!reply.hasHeader('Request-ID')) reply.header('Request-ID', requestId('0'))
      return payload
    })
    app.setErrorHandler((error, _request, reply) => {
      const refusal = error instanceof PayError ? error : unexpected(error)
      return reply.send(writeError(reply, refusal))
    })
    app.setNotFoundHandler((request, reply) => {
      const message = `本沙箱没有这个接口：${request.method} ${request.url}`
      return reply.send(writeError(reply, new PayError(404, 'RESOURCE_NOT_EXISTS', message)))
    })

    const orders = '/pay/transactions'
    app.post(`${orders}/jsapi`, { config: { endpoint: 'pay.jsapi' } }, async (request) =>
      placeOrder(world, Fields.ofBody(bytesOf(request.body))),
    )
    app.get<OrderPath>(
      `${orders}/out-trade-no/:outTradeNo`,
      { config: { endpoint: 'pay.query' } },
      async ({ params, query }) => {
        checkMerchant(world, query.mchid, 'query')
        return transactionShape(findOrder(world, params.outTradeNo))
      },
    )
    app.get<{ Params: { transactionId: string }; Querystring: { mchid?: string } }>(
      `${orders}/id/:transactionId`,
      { config: { endpoint: 'pay.query' } },
      async ({ params, query }) => {
        checkMerchant(world, query.mchid, 'query')
        return transactionShape(findTransaction(world, params.transactionId))
      },
    )
    app.post<OrderPath>(
      `${orders}/out-trade-no/:outTradeNo/close`,
      { config: { endpoint: 'pay.close' } },
      async (request, reply) => {
        closeOrder(world, request.params.outTradeNo, Fields.ofBody(bytesOf(request.body)))
        return reply.code(204).send()
      },
    )
    app.post('/refund/domestic/refunds', { config: { endpoint: 'refund.apply' } }, async (request) =>
      acceptRefund(world, Fields.ofBody(bytesOf(request.body))),
    )
    app.get<{ Params: { outRefundNo: string } }>(
      '/refund/domestic/refunds/:outRefundNo',
      { config: { endpoint: 'refund.query' } },
      async ({ params }) => refundShape(findRefund(world, params.outRefundNo)),
    )
    app.get('/certificates', { config: { endpoint: 'pay.certificates' } }, async () => platformCertificates(world))
  }
}

function writeError(reply: FastifyReply, { status, code, message, detail, subcode }: PayError): string {
  reply.code(status).type('application/json; charset=utf-8').header('Request-ID', requestId(subcode))
  return JSON.stringify({ code, message, ...(detail ? { detail } : {}) })
}

/** WeChat's support reads the number after the last `-`. */
function requestId(subcode: string): string {
  return `08${randomBytes(16).toString('hex').toUpperCase()}-${subcode}`
}

/** A body too large or cut off is the caller's fault; anything else is a bug of the sandbox and says so. */
function unexpected(error: unknown): PayError {
  const { statusCode, message } = error as { statusCode?: number; message?: string }
  if (statusCode !== undefined && statusCode < 500) return new PayError(statusCode, 'PARAM_ERROR', String(message))
  return new PayError(500, 'SYSTEM_ERROR', `sandbox bug: ${message}`)
}

function bytesOf(body: unknown): Buffer {
  return Buffer.isBuffer(body) ? body : Buffer.alloc(0)
}

function headerOf(value: string | string[] | undefined): string | undefined {
  return Array.isArray(value) ? value[0] : value
}
