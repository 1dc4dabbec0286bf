import type { Sql } from '@xiaopu/commerce-postgres/database'
import { eq } from 'drizzle-orm'
import type { PersonalPart } from '../account/personal-part'
import { idempotencyKeys } from '../orders/tables'
import { quotes } from './tables'

/** What was worked out and tried on the way to an order; kept for a day. */
export const checkoutPart = (db: Sql): PersonalPart => ({
  name: 'checkouts',
  tables: ['quotes', 'idempotency_keys'],
  withAccount: 'goes',
  async show({ customer }) {
    const { purchase, createdAt } = quotes
    const quoted = await db.select({ at: createdAt, purchase }).from(quotes).where(eq(quotes.shopperId, customer.id))
    const attempts = await db
      .select({ at: idempotencyKeys.createdAt, orderId: idempotencyKeys.orderId })
      .from(idempotencyKeys)
      .where(eq(idempotencyKeys.shopperId, customer.id))
    return { quoted, attempts }
  },
})
