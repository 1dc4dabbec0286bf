import type { ShoppersPort } from '@xiaopu/commerce'
import { eq } from 'drizzle-orm'
import type { Sql } from '../database/database'
import { carts } from '../tables'

export const shoppersPort = (db: Sql): ShoppersPort => ({
  /** Cart and orders have ports of their own. */
  async kept() {
    return {}
  },

  /** Orders keep the id: it says nothing, and whoever it stood for is not kept any more. */
  async forget(customerId) {
    await db.delete(carts).where(eq(carts.customerId, customerId))
  },
})
