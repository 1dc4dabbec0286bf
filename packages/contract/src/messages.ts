import { z } from 'zod'
import { Id } from './primitives'
import type { RouteContract } from './routes'

/**
 * A message about one order that the shop can send, once each time the shopper lets one through: `shipped` its first parcel has left;
 * `ready` it waits in its store; `after_sale` an after-sale was answered, or money is back; `unpaid` it is about to be closed.
 */
export const MessageKind = z.enum(['shipped', 'ready', 'after_sale', 'unpaid'])
export type MessageKind = z.infer<typeof MessageKind>

export const MessageOffer = z
  .object({ kind: MessageKind, templateId: z.string().describe('For wx.requestSubscribeMessage') })
  .meta({ id: 'MessageOffer' })
export type MessageOffer = z.infer<typeof MessageOffer>

export const OrderMessages = z
  .object({
    offers: z
      .array(MessageOffer)
      .max(3)
      .describe('What is worth asking for now: not what was let through already, nor what the shopper has refused'),
  })
  .meta({ id: 'OrderMessages' })
export type OrderMessages = z.infer<typeof OrderMessages>

/** What the shopper said to WeChat. A kind stands in one list, or in none where WeChat did not ask. */
export const MessageAnswers = z
  .strictObject({ allowed: z.array(MessageKind).max(4), refused: z.array(MessageKind).max(4) })
  .refine(({ allowed, refused }) => !allowed.some((kind) => refused.includes(kind)), {
    path: ['refused'],
    error: 'a message is allowed or refused',
  })
  .meta({ id: 'MessageAnswers' })
export type MessageAnswers = z.infer<typeof MessageAnswers>

const common = {
  path: '/v1/orders/:orderId/messages',
  auth: 'shopper',
  params: z.strictObject({ orderId: Id }),
} as const

export const messageRoutes = {
  listOrderMessages: {
    ...common,
    method: 'GET',
    summary: 'Messages about an own order that the shopper can be asked to let through now',
    status: 200,
    response: OrderMessages,
    errors: ['not_found', 'commerce_unavailable'],
  },
  answerOrderMessages: {
    ...common,
    method: 'POST',
    summary:
      'What the shopper said to being asked; the same said twice is said once. What was refused is not asked for again',
    body: MessageAnswers,
    status: 204,
    response: z.void(),
    errors: ['not_found', 'commerce_unavailable'],
  },
} as const satisfies Record<string, RouteContract>
