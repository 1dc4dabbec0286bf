import type { ShoppersPort } from '@xiaopu/commerce'
import { eq } from 'drizzle-orm'
import type { Sql } from '../database/database'
import { carts, reviews } from '../tables'

export const shoppersPort = (db: Sql): ShoppersPort => ({
  async kept({ customer }) {
    const written = await db.select().from(reviews).where(eq(reviews.customerId, customer.id))
    return {
      reviews: written.map(({ customerId: _, createdAt, ...review }) => ({
        ...review,
        createdAt: createdAt.toISOString(),
      })),
    }
  },

  /** Reviews and orders keep the id: it says nothing, and whoever it stood for is not kept any more. */
  async forget(customerId) {
    await db.transaction(async (transaction) => {
      await transaction.delete(carts).where(eq(carts.customerId, customerId))
      await transaction.update(reviews).set({ nickname: null }).where(eq(reviews.customerId, customerId))
    })
  },
})
