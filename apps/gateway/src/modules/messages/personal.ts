import type { Sql } from '@xiaopu/commerce-postgres/database'
import { eq } from 'drizzle-orm'
import type { PersonalPart } from '../account/personal-part'
import { messagePermits, messageRefusals, messages } from './tables'

/** What a shopper let through and refused, and what is on its way to them. */
export const messagesPart = (db: Sql): PersonalPart => ({
  name: 'messages',
  tables: ['message_permits', 'message_refusals', 'messages'],
  withAccount: 'goes',
  async show({ customer }) {
    const [allowed, refused, sent] = await Promise.all([
      db.select().from(messagePermits).where(eq(messagePermits.shopperId, customer.id)),
      db.select().from(messageRefusals).where(eq(messageRefusals.shopperId, customer.id)),
      db.select().from(messages).where(eq(messages.shopperId, customer.id)),
    ])
    return {
      allowed: allowed.map(({ orderId, kind, allowedAt, usedAt }) => ({ orderId, kind, allowedAt, usedAt })),
      refused: refused.map(({ templateId, refusedAt }) => ({ templateId, refusedAt })),
      messages: sent.map(({ page, values, state, createdAt }) => ({ page, values, state, createdAt })),
    }
  },
})
