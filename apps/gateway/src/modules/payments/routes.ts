import type { FastifyInstance } from 'fastify'
import { type Handlers, shopperContext } from '../../http/calls'
import { bodiesAsBytes, bytesOf } from '../../http/raw-body'
import { CallbackRefused, type Notifications } from './notifications'
import type { Payments } from './service'

export const NOTIFY_PATH = '/v1/notify/wechat-pay'

export const paymentsRoutes = (payments: Payments): Handlers<'startPayment' | 'getPayment'> => ({
  startPayment: (call) => payments.start(shopperContext(call), call.params.orderId),
  getPayment: (call) => payments.state(shopperContext(call), call.params.orderId),
})

/**
 * WeChat Pay's callback address. It answers as WeChat asks (204, or `{ code: 'FAIL' }`), not with problem documents,
 * and takes the body as bytes: the signature is over exactly these.
 */
export async function servePayCallbacks(app: FastifyInstance, notifications: Notifications): Promise<void> {
  await app.register(async (callbacks) => {
    bodiesAsBytes(callbacks)
    callbacks.setErrorHandler((error, request, reply) => {
      const refused = error instanceof CallbackRefused
      if (refused) request.log.warn({ reason: error.reason }, 'a payment callback was refused')
      else request.log.error({ err: error }, 'a payment callback failed')
      const tooLarge = (error as { statusCode?: number }).statusCode === 413
      return reply
        .code(refused ? error.status : tooLarge ? 413 : 500)
        .send({ code: 'FAIL', message: refused ? error.reason : '失败' })
    })
    callbacks.post(NOTIFY_PATH, { schema: { hide: true }, config: { rateLimit: false } }, async (request, reply) => {
      await notifications.receive(request.headers, bytesOf(request))
      return reply.code(204).send()
    })
  })
}
