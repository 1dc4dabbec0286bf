import type { Sql } from '@xiaopu/commerce-postgres/database'
import { eq } from 'drizzle-orm'
import type { PersonalPart } from '../account/personal-part'
import { orderCare } from './tables'

/** What was said and done about orders goes; the orders themselves stay. */
export const orderCarePart = (db: Sql): PersonalPart => ({
  name: 'order_notes',
  tables: ['order_care'],
  withAccount: 'goes',
  show: ({ customer }) => db.select().from(orderCare).where(eq(orderCare.shopperId, customer.id)),
})
