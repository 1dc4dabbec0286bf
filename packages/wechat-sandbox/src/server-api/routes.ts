import type { FastifyInstance, FastifyReply } from 'fastify'
import { installMishaps } from '../control/mishap-hook'
import type { World } from '../world'
import { type Code2SessionQuery, code2session } from './code2session'
import { ServerApiError } from './errors'
import { deliveryList, queryTrace, traceWaybill } from './express'
import { mediaCheck } from './media-check'
import { phoneNumber } from './phone-number'
import { isTradeManaged, shippingOrder, uploadShippingInfo } from './shipping-info'
import { sendSubscribeMessage } from './subscribe-message'
import { textCheck } from './text-check'

/** The part of api.weixin.qq.com a shop's server talks to. */
export function serverApiRoutes(world: World) {
  return async (app: FastifyInstance): Promise<void> => {
    app.removeAllContentTypeParsers()
    app.addContentTypeParser('*', { parseAs: 'buffer' }, (_request, body, done) => done(null, body))

    installMishaps(app, world, ({ errcode, message }, reply) =>
      writeError(reply, new ServerApiError(errcode ?? -1, message)),
    )
    app.setErrorHandler((error, _request, reply) => {
      const refusal = error instanceof ServerApiError ? error : new ServerApiError(-1, `system error: ${String(error)}`)
      return reply.send(writeError(reply, refusal))
    })

    app.get<{ Querystring: Code2SessionQuery }>(
      '/sns/jscode2session',
      { config: { endpoint: 'login.code2session' } },
      // The true one is JSON labelled text/plain: a client must not trust the label.
      async ({ query }, reply) => reply.type('text/plain').send(JSON.stringify(code2session(world, query))),
    )
    app.post('/cgi-bin/stable_token', { config: { endpoint: 'token.stable' } }, async (request) =>
      stableToken(world, jsonOf(request.body)),
    )
    app.get('/cgi-bin/stable_token', async () => {
      throw new ServerApiError(43002)
    })
    app.post<Authorised>(
      '/wxa/business/getuserphonenumber',
      { config: { endpoint: 'phone.number' } },
      async ({ query, body }) => {
        world.tokens.check(query.access_token, world.clock.now())
        return phoneNumber(world, jsonOf(body))
      },
    )
    app.post<Authorised>(
      '/cgi-bin/message/subscribe/send',
      { config: { endpoint: 'message.subscribe' } },
      async ({ query, body }) => {
        world.tokens.check(query.access_token, world.clock.now())
        return sendSubscribeMessage(world, jsonOf(body))
      },
    )
    app.post<Authorised>('/wxa/msg_sec_check', { config: { endpoint: 'content.text' } }, async ({ query, body }) => {
      world.tokens.check(query.access_token, world.clock.now())
      return textCheck(world, jsonOf(body))
    })
    app.post<Authorised>(
      '/wxa/media_check_async',
      { config: { endpoint: 'content.media' } },
      async ({ query, body }) => {
        world.tokens.check(query.access_token, world.clock.now())
        return mediaCheck(world, jsonOf(body))
      },
    )
    const logistics = {
      trace_waybill: { endpoint: 'express.trace', answer: traceWaybill },
      query_trace: { endpoint: 'express.query', answer: queryTrace },
      get_delivery_list: { endpoint: 'express.carriers', answer: deliveryList },
    } as const
    for (const [name, { endpoint, answer }] of Object.entries(logistics))
      app.post<Authorised>(
        `/cgi-bin/express/delivery/open_msg/${name}`,
        { config: { endpoint } },
        async ({ query, body }) => {
          world.tokens.check(query.access_token, world.clock.now())
          return answer(world, jsonOf(body))
        },
      )
    const shipping = {
      upload_shipping_info: { endpoint: 'shipping.upload', answer: uploadShippingInfo },
      get_order: { endpoint: 'shipping.order', answer: shippingOrder },
      is_trade_managed: { endpoint: 'shipping.managed', answer: isTradeManaged },
    } as const
    for (const [name, { endpoint, answer }] of Object.entries(shipping))
      app.post<Authorised>(`/wxa/sec/order/${name}`, { config: { endpoint } }, async ({ query, body }) => {
        world.tokens.check(query.access_token, world.clock.now())
        return answer(world, jsonOf(body))
      })
    for (const path of ['/cgi-bin/*', '/wxa/*'])
      app.all<Authorised>(path, async (request) => {
        world.tokens.check(request.query.access_token, world.clock.now())
        throw notModelled(request.method, request.url)
      })
    app.all('/sns/*', async (request) => {
      throw notModelled(request.method, request.url)
    })
  }
}

interface Authorised {
  Querystring: { access_token?: string }
}

function stableToken(world: World, body: Record<string, unknown>) {
  const { appid, secret } = world.options
  if (body.grant_type !== 'client_credential') throw new ServerApiError(40002)
  if (!body.appid) throw new ServerApiError(41002)
  if (!body.secret) throw new ServerApiError(41004)
  if (body.appid !== appid) throw new ServerApiError(40013)
  if (body.secret !== secret) throw new ServerApiError(40125)
  return world.tokens.issue(world.clock.now(), body.force_refresh === true)
}

function jsonOf(body: unknown): Record<string, unknown> {
  if (!Buffer.isBuffer(body) || body.length === 0) throw new ServerApiError(44002)
  try {
    const value: unknown = JSON.parse(body.toString('utf8'))
    if (typeof value === 'object' && value !== null) return value as Record<string, unknown>
  } catch {
    // Refused below, like JSON that is not an object.
  }
  throw new ServerApiError(47001)
}

function notModelled(method: string, url: string): ServerApiError {
  return new ServerApiError(40066, `invalid url: this sandbox does not model ${method} ${url.split('?')[0]}`)
}

function writeError(reply: FastifyReply, error: ServerApiError): string {
  reply.code(200).type('application/json; charset=utf-8')
  return JSON.stringify(error.toAnswer())
}
