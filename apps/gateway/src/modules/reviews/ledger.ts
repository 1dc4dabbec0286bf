import type { Sql } from '@xiaopu/commerce-postgres/database'
import { FOLLOW_UP_DAYS } from '@xiaopu/contract'
import { and, eq, inArray, isNotNull, isNull, lt, ne } from 'drizzle-orm'
import { after, type Clock } from '../../clock'
import { reviewedProducts, reviews } from './tables'

/** A claim this old was left by a gateway that ended in the middle: the review may be written again. */
const ABANDONED = 60_000
const DAY = 24 * 60 * 60_000

/** What was written into the shop system before reviews were kept here, or was refused, cannot be added to. */
const keptHere = and(
  eq(reviews.orderId, reviewedProducts.orderId),
  eq(reviews.productId, reviewedProducts.productId),
  ne(reviews.status, 'rejected'),
)

export interface ReviewedProduct {
  orderId: string
  productId: string
}

/** What a shopper has said of an order: ids of its products. */
export interface SaidOfOrder {
  reviewed: ReadonlySet<string>
  followable: ReadonlySet<string>
}

export type ReviewLedger = ReturnType<typeof createReviewLedger>

/** Which products of which orders have been reviewed. */
export function createReviewLedger(db: Sql, clock: Clock) {
  const row = ({ orderId, productId }: ReviewedProduct) =>
    and(eq(reviewedProducts.orderId, orderId), eq(reviewedProducts.productId, productId))

  /** True for one caller, however many ask at once; the others, and all after the review was written, get false. */
  async function claim(shopperId: string, product: ReviewedProduct): Promise<boolean> {
    const claimedAt = clock()
    const claimed = await db
      .insert(reviewedProducts)
      .values({ orderId: product.orderId, productId: product.productId, shopperId, claimedAt })
      .onConflictDoUpdate({
        target: [reviewedProducts.orderId, reviewedProducts.productId],
        set: { claimedAt },
        setWhere: and(isNull(reviewedProducts.writtenAt), lt(reviewedProducts.claimedAt, after(claimedAt, -ABANDONED))),
      })
      .returning({ orderId: reviewedProducts.orderId })
    return claimed.length > 0
  }

  async function settle(product: ReviewedProduct): Promise<void> {
    await db.update(reviewedProducts).set({ writtenAt: clock() }).where(row(product))
  }

  /** Nothing was written: the shopper may try again. */
  async function release(product: ReviewedProduct): Promise<void> {
    await db.delete(reviewedProducts).where(and(row(product), isNull(reviewedProducts.writtenAt)))
  }

  /** Something was added to the review. */
  async function followUp(product: ReviewedProduct): Promise<void> {
    await db.update(reviewedProducts).set({ followedUpAt: clock() }).where(row(product))
  }

  /** By order, ids of the products that have their review, and of those that can be added to. */
  async function saidOf(orderIds: string[]): Promise<Map<string, SaidOfOrder>> {
    const said = new Map(orderIds.map((id) => [id, { reviewed: new Set<string>(), followable: new Set<string>() }]))
    if (orderIds.length === 0) return said
    const rows = await db
      .select({ product: reviewedProducts, review: reviews.id })
      .from(reviewedProducts)
      .leftJoin(reviews, keptHere)
      .where(and(inArray(reviewedProducts.orderId, orderIds), isNotNull(reviewedProducts.writtenAt)))
    const tooOld = after(clock(), -FOLLOW_UP_DAYS * DAY)
    for (const { product, review } of rows) {
      const { orderId, productId, writtenAt, followedUpAt } = product
      said.get(orderId)?.reviewed.add(productId)
      if (review && !followedUpAt && writtenAt! > tooOld) said.get(orderId)?.followable.add(productId)
    }
    return said
  }

  return { claim, settle, release, followUp, saidOf }
}
