import type { FastifyInstance } from 'fastify'
import { type Handlers, shopperContext } from '../../http/calls'
import { notFound } from '../../http/refusal'
import type { Orders } from '../orders/service'
import type { FapiaoBook } from './book'
import type { FapiaoDesk } from './desk'
import type { FapiaoTitles } from './titles'

type FapiaoRoute =
  | 'requestFapiao'
  | 'listFapiaoTitles'
  | 'saveFapiaoTitle'
  | 'changeFapiaoTitle'
  | 'removeFapiaoTitle'
  | 'listWaitingFapiao'
  | 'issueFapiao'
  | 'refuseFapiao'

export const fapiaoHandlers = (
  desk: FapiaoDesk,
  titles: FapiaoTitles,
  orders: Pick<Orders, 'get'>,
): Handlers<FapiaoRoute> => ({
  requestFapiao: async (call) => {
    await desk.request(shopperContext(call), call.params.orderId, call.body)
    return orders.get(shopperContext(call), call.params.orderId)
  },
  listFapiaoTitles: async ({ shopper }) => ({ titles: await titles.list(shopper.id) }),
  saveFapiaoTitle: ({ shopper, body }) => titles.save(shopper.id, body),
  changeFapiaoTitle: ({ shopper, params, body }) => titles.change(shopper.id, params.titleId, body),
  removeFapiaoTitle: ({ shopper, params }) => titles.remove(shopper.id, params.titleId),
  listWaitingFapiao: async () => ({ fapiao: await desk.waiting() }),
  issueFapiao: ({ params, body }) => desk.issue(params.orderId, body),
  refuseFapiao: ({ params, body }) => desk.refuse(params.orderId, body.reason),
})

/**
 * Serves the PDFs. Not part of the contract: a shopper gets the whole address, and may pass it on to who keeps the books.
 * There is no session to ask for, so that the name is what nobody can guess.
 */
export function serveFapiao(app: FastifyInstance, book: Pick<FapiaoBook, 'document'>): void {
  app.get<{ Params: { file: string } }>('/fapiao/:file', { schema: { hide: true } }, async (request, reply) => {
    const [, key] = /^([\w-]{32})\.pdf$/.exec(request.params.file) ?? []
    const document = key ? await book.document(key) : null
    if (!document) throw notFound('document')
    return reply
      .header('cache-control', 'private, max-age=3600')
      .header('x-robots-tag', 'noindex')
      .header('content-disposition', `inline; filename="fapiao-${document.number}.pdf"`)
      .type('application/pdf')
      .send(document.pdf)
  })
}
