import { type Handlers, shopperContext } from '../../http/calls'
import type { RestockReminders } from './service'

type RestockRoute = 'listMessageTemplates' | 'listRestockReminders' | 'addRestockReminder' | 'removeRestockReminder'

export const restockHandlers = (reminders: RestockReminders): Handlers<RestockRoute> => ({
  listMessageTemplates: async () => ({ restock: reminders.templateId }),
  listRestockReminders: async ({ shopper, query }) => ({
    skuIds: await reminders.waitedFor(shopper.id, query.product),
  }),
  addRestockReminder: (call) => reminders.add(shopperContext(call), call.body),
  removeRestockReminder: ({ shopper, body }) => reminders.remove(shopper.id, body.skuId),
})
