import type { MerchantPort } from '@xiaopu/commerce'
import { and, asc, eq, gt, notInArray, sql } from 'drizzle-orm'
import type { Sql } from '../database/database'
import { orders, storeStock, stores } from '../tables'
import { inTransaction } from './transaction'

/** All the shops there are, opening and closing them. */
export function storeBook(db: Sql): Pick<MerchantPort, 'stores' | 'putStore' | 'removeStore'> {
  return {
    async stores() {
      const rows = await db.select().from(stores).orderBy(asc(stores.position), asc(stores.id))
      return rows.map(({ position: _, picture: __, latitude, longitude, ...store }) => ({
        ...store,
        location: { latitude, longitude },
      }))
    },

    async putStore({ id, location, ...store }) {
      const row = { ...store, ...location }
      await db
        .insert(stores)
        .values({ id, ...row, position: sql`(select coalesce(max(position) + 1, 0) from commerce.stores)` })
        .onConflictDoUpdate({ target: stores.id, set: row })
    },

    removeStore: (storeId) =>
      inTransaction(db, async (transaction) => {
        const [store] = await transaction.select().from(stores).where(eq(stores.id, storeId)).for('update')
        if (!store) return { ok: false, problem: 'not_found' }
        // An order that takes of a shelf just now is waited for, or finds the shelf gone.
        await transaction.select().from(storeStock).where(eq(storeStock.storeId, storeId)).for('update')
        const held = await transaction.$count(
          storeStock,
          and(eq(storeStock.storeId, storeId), gt(storeStock.reserved, 0)),
        )
        const waiting = and(
          sql`${orders.pickup} ->> 'storeId' = ${storeId}`,
          notInArray(orders.status, ['completed', 'cancelled']),
        )
        if (held > 0 || (await transaction.$count(orders, waiting)) > 0) return { ok: false, problem: 'reserved' }
        await transaction.delete(stores).where(eq(stores.id, storeId))
        return { ok: true }
      }),
  }
}
