import type { MessageTemplates, RestockReminder } from '@xiaopu/contract'
import type { Caller, CallOptions } from '../call/caller'
import { endpoint } from '../call/endpoint'

const PATH = '/v1/restock-reminders'
const listMessageTemplates = endpoint({
  name: 'listMessageTemplates',
  method: 'GET',
  path: '/v1/message-templates',
  auth: 'anyone',
  status: 200,
})
const listRestockReminders = endpoint({
  name: 'listRestockReminders',
  method: 'GET',
  path: PATH,
  auth: 'shopper',
  status: 200,
})
const addRestockReminder = endpoint({
  name: 'addRestockReminder',
  method: 'PUT',
  path: PATH,
  auth: 'shopper',
  status: 204,
})
const removeRestockReminder = endpoint({
  name: 'removeRestockReminder',
  method: 'POST',
  path: `${PATH}/remove`,
  auth: 'shopper',
  status: 204,
})

export interface RestockResource {
  /** What WeChat knows the shop's messages by; the phone asks for permission with it. */
  templates(options?: CallOptions): Promise<MessageTemplates>
  /** SKUs of the product that the shopper waits for. */
  waitedFor(productId: string, options?: CallOptions): Promise<string[]>
  /**
   * One message when the SKU can be bought again; the shopper has let one through before.
   * @throws {ApiError} `not_found`, `in_stock`, `not_supported`
   */
  remind(reminder: RestockReminder, options?: CallOptions): Promise<void>
  forget(reminder: RestockReminder, options?: CallOptions): Promise<void>
}

export const restockResource = (call: Caller): RestockResource => ({
  templates: (options) => call(listMessageTemplates, options),
  waitedFor: async (product, options) => (await call(listRestockReminders, { ...options, query: { product } })).skuIds,
  remind: (body, options) => call(addRestockReminder, { ...options, body }),
  forget: (body, options) => call(removeRestockReminder, { ...options, body }),
})
