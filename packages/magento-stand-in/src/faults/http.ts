import type { FastifyInstance } from 'fastify'
import type { Control } from './control'

/** What can be done over HTTP: the same calls, their arguments as a JSON array. */
const CALLS = [
  'arm',
  'disarm',
  'faults',
  'requests',
  'clearRequests',
  'setStock',
  'salable',
  'setPrice',
  'putOffSale',
  'putOnSale',
  'orders',
  'order',
  'customers',
  'invoiceOrder',
  'shipOrder',
  'cancelOrder',
  'refundOrder',
  'approveReviews',
  'reviews',
  'approveReview',
  'editReview',
  'coupons',
  'addCoupon',
  'withdrawCoupon',
  'configure',
  'pointWebhookAt',
  'webhooksSettled',
  'advance',
] as const satisfies (keyof Control)[]

/** `POST /__control/setStock` with `["LAMP", 0]` is `control.setStock('LAMP', 0)`. */
export function serveControl(app: FastifyInstance, control: Control): void {
  app.get('/__control', () => ({ calls: CALLS, bugs: control.bugs.map(({ stack }) => stack) }))
  app.post<{ Params: { call: string }; Body: unknown }>('/__control/:call', async (request, reply) => {
    const call = CALLS.find((name) => name === request.params.call)
    if (!call) return reply.code(404).send({ message: `There is no ${request.params.call}` })
    const given = Array.isArray(request.body) ? request.body : []
    try {
      const act = control[call] as (...args: unknown[]) => unknown
      return reply.send({ result: (await act.apply(control, given)) ?? null })
    } catch (error) {
      return reply.code(400).send({ message: (error as Error).message })
    }
  })
}
