import type { Sql } from '@xiaopu/commerce-postgres/database'
import { eq } from 'drizzle-orm'
import type { PersonalPart } from '../account/personal-part'
import { fapiaoTitles, orderFapiao } from './tables'

/** Titles go. What was issued, or is owed, stays: the books have to show to whom. */
export const fapiaoParts = (db: Sql): PersonalPart[] => [
  {
    name: 'fapiao_titles',
    tables: ['fapiao_titles'],
    withAccount: 'goes',
    show: ({ customer }) => db.select().from(fapiaoTitles).where(eq(fapiaoTitles.shopperId, customer.id)),
  },
  {
    name: 'fapiao',
    tables: ['order_fapiao'],
    withAccount: 'stays',
    show: ({ customer }) => db.select().from(orderFapiao).where(eq(orderFapiao.shopperId, customer.id)),
  },
]
