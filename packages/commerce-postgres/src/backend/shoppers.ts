import type { ShoppersPort } from '@xiaopu/commerce'
import { eq, inArray } from 'drizzle-orm'
import type { Sql } from '../database/database'
import { carts, reviewFollowUps, reviews } from '../tables'

export const shoppersPort = (db: Sql): ShoppersPort => ({
  async kept({ customer }) {
    const written = await db
      .select({ review: reviews, followUp: reviewFollowUps })
      .from(reviews)
      .leftJoin(reviewFollowUps, eq(reviewFollowUps.reviewId, reviews.id))
      .where(eq(reviews.customerId, customer.id))
    return {
      reviews: written.map(({ review: { customerId: _, createdAt, ...review }, followUp }) => ({
        ...review,
        createdAt: createdAt.toISOString(),
        followUp: followUp && { ...followUp, createdAt: followUp.createdAt.toISOString() },
      })),
    }
  },

  /** Reviews and orders keep the id: it says nothing, and whoever it stood for is not kept any more. Pictures may show them. */
  async forget(customerId) {
    await db.transaction(async (transaction) => {
      await transaction.delete(carts).where(eq(carts.customerId, customerId))
      const mine = transaction.select({ id: reviews.id }).from(reviews).where(eq(reviews.customerId, customerId))
      await transaction.update(reviewFollowUps).set({ pictures: [] }).where(inArray(reviewFollowUps.reviewId, mine))
      await transaction.update(reviews).set({ nickname: null, pictures: [] }).where(eq(reviews.customerId, customerId))
    })
  },
})
