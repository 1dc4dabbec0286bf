import { z } from 'zod'
import { Id } from './primitives'
import type { RouteContract } from './routes'

/** Which messages the shop can send, by the template WeChat knows them by; null: it does not send that one. */
export const MessageTemplates = z
  .object({ restock: z.string().nullable().describe('For wx.requestSubscribeMessage, before a reminder is set') })
  .meta({ id: 'MessageTemplates' })
export type MessageTemplates = z.infer<typeof MessageTemplates>

export const RestockReminder = z.strictObject({ productId: Id, skuId: Id }).meta({ id: 'RestockReminder' })
export type RestockReminder = z.infer<typeof RestockReminder>

const SkuIds = z.object({ skuIds: z.array(Id) })

export const restockRoutes = {
  listMessageTemplates: {
    method: 'GET',
    path: '/v1/message-templates',
    summary: 'Messages that can be asked for',
    auth: 'anyone',
    status: 200,
    response: MessageTemplates,
    errors: [],
  },
  listRestockReminders: {
    method: 'GET',
    path: '/v1/restock-reminders',
    summary: 'SKUs of a product the shopper waits for',
    auth: 'shopper',
    query: z.strictObject({ product: Id }),
    status: 200,
    response: SkuIds,
    errors: [],
  },
  addRestockReminder: {
    method: 'PUT',
    path: '/v1/restock-reminders',
    summary: 'One message when a SKU can be bought again; setting it twice is one. The oldest beyond 50 are let go',
    auth: 'shopper',
    body: RestockReminder,
    status: 204,
    response: z.void(),
    errors: ['not_found', 'in_stock', 'not_supported', 'commerce_unavailable'],
  },
  removeRestockReminder: {
    method: 'POST',
    path: '/v1/restock-reminders/remove',
    summary: 'Wait no longer; not waiting is no error',
    auth: 'shopper',
    body: RestockReminder,
    status: 204,
    response: z.void(),
    errors: [],
  },
} as const satisfies Record<string, RouteContract>
