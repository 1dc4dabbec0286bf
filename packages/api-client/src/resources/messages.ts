import type { MessageAnswers, MessageOffer } from '@xiaopu/contract'
import type { Caller, CallOptions } from '../call/caller'
import { endpoint } from '../call/endpoint'

const PATH = '/v1/orders/:orderId/messages'
const listOrderMessages = endpoint({
  name: 'listOrderMessages',
  method: 'GET',
  path: PATH,
  auth: 'shopper',
  status: 200,
})
const answerOrderMessages = endpoint({
  name: 'answerOrderMessages',
  method: 'POST',
  path: PATH,
  auth: 'shopper',
  status: 204,
})

export interface MessagesResource {
  /** Messages about an own order that are worth asking for now, three at most. @throws {ApiError} `not_found` */
  offers(orderId: string, options?: CallOptions): Promise<MessageOffer[]>
  /** What the shopper said when WeChat asked. @throws {ApiError} `not_found` */
  answer(orderId: string, answers: MessageAnswers, options?: CallOptions): Promise<void>
}

export const messagesResource = (call: Caller): MessagesResource => ({
  offers: async (orderId, options) => (await call(listOrderMessages, { ...options, params: { orderId } })).offers,
  answer: (orderId, body, options) => call(answerOrderMessages, { ...options, params: { orderId }, body }),
})
