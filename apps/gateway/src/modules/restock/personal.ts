import type { Sql } from '@xiaopu/commerce-postgres/database'
import { eq } from 'drizzle-orm'
import type { PersonalPart } from '../account/personal-part'
import { restockReminders } from './tables'

export const restockPart = (db: Sql): PersonalPart => ({
  name: 'reminders',
  tables: ['restock_reminders'],
  withAccount: 'goes',
  show: ({ customer }) =>
    db
      .select({
        productId: restockReminders.productId,
        skuId: restockReminders.skuId,
        askedAt: restockReminders.askedAt,
      })
      .from(restockReminders)
      .where(eq(restockReminders.shopperId, customer.id)),
})
