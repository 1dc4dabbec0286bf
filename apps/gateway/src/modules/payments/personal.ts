import type { Sql } from '@xiaopu/commerce-postgres/database'
import { and, eq, inArray, isNull, sql } from 'drizzle-orm'
import type { PersonalPart } from '../account/personal-part'
import { paymentEvents, payments, refunds } from './tables'

/** Payments stay in the books, without what WeChat knows the payer by: refunds of them are over, so that nothing needs it. */
export const paymentsPart = (db: Sql): PersonalPart => ({
  name: 'payments',
  tables: ['payments'],
  withAccount: 'stays',
  async show({ customer }) {
    const { orderId, outTradeNo, amount, description, state, transactionId, paidAt, createdAt } = payments
    const paid = await db
      .select({ orderId, outTradeNo, amount, description, state, transactionId, paidAt, createdAt })
      .from(payments)
      .where(eq(payments.shopperId, customer.id))
    const { outRefundNo, reason, finishedAt } = refunds
    const given = await db
      .select({
        orderId: refunds.orderId,
        outRefundNo,
        amount: refunds.amount,
        reason,
        state: refunds.state,
        finishedAt,
      })
      .from(refunds)
      .innerJoin(payments, eq(payments.orderId, refunds.orderId))
      .where(eq(payments.shopperId, customer.id))
    return { paid, refunds: given }
  },
  async blockers({ customer }) {
    const open = await db
      .selectDistinct({ orderId: refunds.orderId })
      .from(refunds)
      .innerJoin(payments, eq(payments.orderId, refunds.orderId))
      .where(and(eq(payments.shopperId, customer.id), isNull(refunds.finishedAt)))
      .limit(5)
    return open.map(({ orderId }) => ({ kind: 'refund_on_its_way', orderId }))
  },
  async forget(transaction, shopperId) {
    const mine = eq(payments.shopperId, shopperId)
    const numbers = transaction.select({ no: payments.outTradeNo }).from(payments).where(mine)
    await transaction
      .update(paymentEvents)
      .set({ body: '', resource: sql`${paymentEvents.resource} - 'payer'` })
      .where(inArray(paymentEvents.outTradeNo, numbers))
    await transaction.update(payments).set({ openid: '' }).where(mine)
  },
})
