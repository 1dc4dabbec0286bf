import { isAfterSaleOpen } from '@xiaopu/commerce'
import type { Sql } from '@xiaopu/commerce-postgres/database'
import { eq } from 'drizzle-orm'
import type { PersonalPart } from '../account/personal-part'
import { afterSales } from './tables'

/** After-sales stay with the orders in the books, without what the shopper wrote and photographed. */
export const afterSalesPart = (db: Sql): PersonalPart => ({
  name: 'after_sales',
  tables: ['after_sales'],
  withAccount: 'stays',
  async show({ customer }) {
    const mine = await db.select().from(afterSales).where(eq(afterSales.shopperId, customer.id))
    return mine.map(({ idempotencyKey: _, bodyHash: __, shopperId: ___, ...row }) => row)
  },
  async blockers({ customer }) {
    const mine = await db.select().from(afterSales).where(eq(afterSales.shopperId, customer.id))
    const open = mine.filter(({ state }) => isAfterSaleOpen(state)).slice(0, 5)
    return open.map(({ orderId }) => ({ kind: 'refund_on_its_way', orderId }))
  },
  async forget(transaction, shopperId) {
    await transaction
      .update(afterSales)
      .set({ words: '', pictures: [], waybill: null })
      .where(eq(afterSales.shopperId, shopperId))
  },
})
