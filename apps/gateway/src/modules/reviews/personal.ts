import type { CommerceBackend } from '@xiaopu/commerce'
import type { Sql } from '@xiaopu/commerce-postgres/database'
import { eq, inArray } from 'drizzle-orm'
import type { PersonalPart } from '../account/personal-part'
import { reviewedProducts, reviewFollowUps, reviews } from './tables'

/** What was written stays for other buyers, without the name; pictures go, as they may show their maker. */
export const reviewsPart = (db: Sql, { shoppers }: Pick<CommerceBackend, 'shoppers'>): PersonalPart => ({
  name: 'reviews',
  tables: ['reviewed_products', 'reviews'],
  withAccount: 'stays',
  async show(context) {
    const { orderId, productId, writtenAt } = reviewedProducts
    const mine = context.customer.id
    const reviewed = await db
      .select({ orderId, productId, writtenAt })
      .from(reviewedProducts)
      .where(eq(reviewedProducts.shopperId, mine))
    const written = await db
      .select({ review: reviews, followUp: reviewFollowUps })
      .from(reviews)
      .leftJoin(reviewFollowUps, eq(reviewFollowUps.reviewId, reviews.id))
      .where(eq(reviews.shopperId, mine))
    return {
      reviewed,
      reviews: written.map(({ review: { shopperId: _, marks: __, tellFrom: ___, ...review }, followUp }) => ({
        ...review,
        followUp,
      })),
      ...(await shoppers.kept(context)),
    }
  },
  async forget(transaction, shopperId) {
    const mine = transaction.select({ id: reviews.id }).from(reviews).where(eq(reviews.shopperId, shopperId))
    await transaction.update(reviewFollowUps).set({ pictures: [] }).where(inArray(reviewFollowUps.reviewId, mine))
    await transaction
      .update(reviews)
      .set({ nickname: null, pictures: [], tellFrom: null })
      .where(eq(reviews.shopperId, shopperId))
  },
})
