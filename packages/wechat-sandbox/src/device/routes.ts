import type { FastifyInstance } from 'fastify'
import { openidOf, type Person } from '../state/people'
import type { PayOrder } from '../state/records'
import type { World } from '../world'
import type { PaymentRequest } from './payment-request'
import { confirmable, type ReceiptKey, receiptSheet, receive, unreceivable } from './receipt'

interface OnePerson {
  Params: { id: string }
}

interface FromPhone {
  Body: { appid?: string; person?: string } | null
}

interface FromSubscribeSheet {
  Body: { appid?: string; person?: string; answers?: Record<string, 'accept' | 'reject'> } | null
}

interface FromReceipt {
  Body: (ReceiptKey & { appid?: string; person?: string }) | null
}

interface FromSheet {
  Body: (PaymentRequest & { password?: string }) | null
}

/** What a phone asks WeChat, to be mounted at `/device`. Refusals are `{ error, message }`. */
export function deviceRoutes(world: World) {
  const { people, options, clock } = world

  return async (app: FastifyInstance): Promise<void> => {
    app.setErrorHandler((error: Error & { statusCode?: number }, _request, reply) =>
      reply.code(error.statusCode ?? 500).send({ error: error.name, message: error.message }),
    )

    app.get('/people', async () =>
      people.all().map(({ id, name }) => ({ id, name, openid: openidOf(id, options.appid) })),
    )
    app.get<OnePerson>('/people/:id/addresses', async ({ params }) => personOf(params.id).addresses)
    app.get<OnePerson>('/people/:id/invoice-titles', async ({ params }) => personOf(params.id).invoiceTitles)
    app.get<OnePerson>('/people/:id/location', async ({ params }) => personOf(params.id).location)

    app.post<FromPhone>('/login', async ({ body }) => {
      const person = callerOf(body)
      return { errMsg: 'login:ok', code: world.loginCodes.issue(person.id, clock.now()) }
    })
    app.post<FromPhone>('/phone-number', async ({ body }) => {
      const person = callerOf(body)
      return { errMsg: 'getPhoneNumber:ok', code: world.phoneCodes.issue(person.id, clock.now()) }
    })

    // `wx.requestSubscribeMessage` knows only templates of this Mini Program (20001).
    app.post<FromSubscribeSheet>('/subscriptions', async ({ body }) => {
      const person = callerOf(body)
      const answers = Object.entries(body?.answers ?? {})
      if (answers.some(([template]) => !options.templates?.[template])) throw refusal(400, 'No template data return')
      for (const [template, answer] of answers) if (answer === 'accept') world.subscriptions.allow(person.id, template)
      return { errMsg: 'requestSubscribeMessage:ok', ...body?.answers }
    })

    // `wx.openBusinessView` with `weappOrderConfirm`: what the component shows, and its button.
    app.post<FromReceipt>('/receipts/preview', async ({ body }) => receiptSheet(world, receiptOf(body)))
    app.post<FromReceipt>('/receipts/confirm', async ({ body }) => {
      const order = receiptOf(body)
      const reason = unreceivable(world, order)
      if (reason) throw refusal(409, reason)
      receive(world, order)
      return receiptSheet(world, order)
    })

    app.post<FromSheet>('/payments/preview', async ({ body }) => world.cashier.preview(sheetOf(body)))
    app.post<FromSheet>('/payments/pay', async ({ body }) => world.cashier.pay(sheetOf(body), body?.password ?? ''))
    app.post<FromSheet>('/payments/cancel', async ({ body }) => world.cashier.cancel(sheetOf(body)))
  }

  function personOf(id: string): Person {
    const person = people.find(id)
    if (!person) throw refusal(404, `no such person: ${id}`)
    return person
  }

  function receiptOf(body: FromReceipt['Body']): PayOrder {
    const person = callerOf(body)
    const order = confirmable(world, body ?? {})
    if (!order || order.openid !== openidOf(person.id, options.appid))
      throw refusal(404, 'no such order of this person')
    return order
  }

  function callerOf(body: FromPhone['Body']): Person {
    if (body?.appid !== options.appid) throw refusal(400, 'invalid appid')
    return personOf(body.person ?? '')
  }
}

function sheetOf(body: FromSheet['Body']): PaymentRequest {
  if (typeof body !== 'object' || body === null) throw refusal(400, 'a JSON object is required')
  return body
}

function refusal(statusCode: number, message: string): Error {
  return Object.assign(new Error(message), { statusCode, name: 'DeviceRefusal' })
}
