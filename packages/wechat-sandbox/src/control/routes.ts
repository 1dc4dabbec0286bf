import type { FastifyInstance } from 'fastify'
import type { CallbackSigner } from '../notify/engine'
import type { NextCallbackInput } from '../notify/misbehaviour'
import type { ConfirmedBy } from '../notify/settlement'
import type { ParcelStatus } from '../server-api/express'
import type { MediaSuggestion } from '../server-api/media-check'
import type { RefundOutcome } from '../state/records'
import { type Control, ControlError } from './control'
import type { Mishap, NextPayment } from './mishaps'

/** The control object over HTTP, to be mounted at `/control`. What changes something answers 204. */
export function controlRoutes(control: Control) {
  return async (app: FastifyInstance): Promise<void> => {
    app.setErrorHandler((error: Error & { statusCode?: number }, _request, reply) => {
      const status = error instanceof ControlError ? error.status : (error.statusCode ?? 500)
      return reply.code(status).send({ error: error.name, message: error.message })
    })

    app.get('/orders', async () => control.orders())
    app.get('/payments', async () => control.payments())
    app.get('/shippings', async () => control.shippings())
    app.get('/refunds', async () => control.refunds())
    app.get('/callbacks', async () => control.callbacks())
    app.get('/messages', async () => control.messages())
    app.get('/pushes', async () => control.pushes())
    app.get('/clock', async () => ({ now: control.now() }))

    app.post<{ Params: { outTradeNo: string } }>('/orders/:outTradeNo/approve', async ({ params }, reply) => {
      control.approve(params.outTradeNo)
      return reply.code(204).send()
    })
    app.post<{ Params: { outTradeNo: string }; Body: { by?: ConfirmedBy } | null }>(
      '/orders/:outTradeNo/receive',
      async ({ params, body }, reply) => {
        control.receive(params.outTradeNo, body?.by)
        return reply.code(204).send()
      },
    )
    app.post<{ Params: { outTradeNo: string } }>('/orders/:outTradeNo/cancel', async ({ params }, reply) => {
      control.cancel(params.outTradeNo)
      return reply.code(204).send()
    })
    app.post<{ Params: { outRefundNo: string }; Body: { outcome: RefundOutcome } }>(
      '/refunds/:outRefundNo/settle',
      async ({ params, body }, reply) => {
        control.settleRefund(params.outRefundNo, objectOf(body).outcome)
        return reply.code(204).send()
      },
    )
    app.post<{ Body: NextCallbackInput[] }>('/callbacks/next', async ({ body }, reply) => {
      control.nextCallbacks(listOf(body))
      return reply.code(204).send()
    })
    app.post<{ Body: NextPayment[] }>('/payments/next', async ({ body }, reply) => {
      control.nextPayments(listOf(body))
      return reply.code(204).send()
    })
    app.post<{ Body: RefundOutcome[] }>('/refunds/next', async ({ body }, reply) => {
      control.nextRefunds(listOf(body))
      return reply.code(204).send()
    })
    app.post<{ Params: { waybillId: string }; Body: { status: ParcelStatus } }>(
      '/parcels/:waybillId/move',
      async ({ params, body }, reply) => {
        control.moveParcel(params.waybillId, objectOf(body).status)
        return reply.code(204).send()
      },
    )
    app.post<{ Params: { id: string }; Body: { what: string[] | 'cancellation' | 'modified' } }>(
      '/people/:id/revoke',
      async ({ params, body }, reply) => {
        control.revoke(params.id, objectOf(body).what)
        return reply.code(204).send()
      },
    )
    app.post<{ Body: { count?: number } | null }>('/pushes/lose', async ({ body }, reply) => {
      control.losePushes(body?.count)
      return reply.code(204).send()
    })
    app.post<{ Body: MediaSuggestion[] }>('/media-checks/next', async ({ body }, reply) => {
      control.nextMediaChecks(listOf(body))
      return reply.code(204).send()
    })
    app.post<{ Body: { signer: CallbackSigner } }>('/callbacks/signer', async ({ body }, reply) => {
      control.signCallbacksWith(objectOf(body).signer)
      return reply.code(204).send()
    })
    app.post('/callbacks/deliver-now', async (_request, reply) => {
      await control.deliverNow()
      return reply.code(204).send()
    })
    app.post<{ Params: { id: string } }>('/callbacks/:id/replay', async ({ params }) => control.replay(params.id))
    app.post<{ Body: Mishap }>('/fail', async ({ body }, reply) => {
      control.fail(objectOf(body))
      return reply.code(204).send()
    })
    app.post<{ Body: { ms: number } }>('/clock/advance', async ({ body }) => {
      await control.advance(objectOf(body).ms)
      return { now: control.now() }
    })
    app.post('/access-tokens/revoke', async (_request, reply) => {
      control.revokeAccessTokens()
      return reply.code(204).send()
    })
    /** Answers when nothing is in flight or due. */
    app.get('/idle', async (_request, reply) => {
      await control.whenIdle()
      return reply.code(204).send()
    })
    app.post('/reset', async (_request, reply) => {
      await control.reset()
      return reply.code(204).send()
    })
  }
}

function objectOf<T>(body: T): T {
  if (typeof body !== 'object' || body === null) throw new ControlError(400, 'a JSON object is required')
  return body
}

function listOf<T>(body: T[]): T[] {
  if (!Array.isArray(body)) throw new ControlError(400, 'a JSON array is required')
  return body
}
