import type { PushQuery } from '@xiaopu/wechat'
import type { FastifyInstance } from 'fastify'
import { bodiesAsBytes, bytesOf } from '../../http/raw-body'
import { PushRefused, type WechatEvents } from './service'

export const PUSH_PATH = '/v1/notify/wechat'

/** The address of WeChat's message push. It answers as WeChat asks, in plain text: `echostr`, or `success`. */
export async function serveWechatEvents(app: FastifyInstance, events: WechatEvents): Promise<void> {
  await app.register(async (pushes) => {
    bodiesAsBytes(pushes)
    pushes.setErrorHandler((error, request, reply) => {
      const refused = error instanceof PushRefused
      if (refused) request.log.warn({ reason: error.reason }, 'a pushed message was refused')
      else request.log.error({ err: error }, 'a pushed message failed')
      const tooLarge = (error as { statusCode?: number }).statusCode === 413
      const status = refused ? (error.reason === 'signature' ? 401 : 400) : tooLarge ? 413 : 500
      return reply.code(status).type('text/plain').send('refused')
    })
    const options = { schema: { hide: true }, config: { rateLimit: false as const } }
    pushes.get(PUSH_PATH, options, async ({ query }, reply) =>
      reply.type('text/plain').send(events.echo(query as PushQuery)),
    )
    pushes.post(PUSH_PATH, options, async (request, reply) => {
      await events.receive(request.query as PushQuery, bytesOf(request))
      return reply.type('text/plain').send('success')
    })
  })
}
