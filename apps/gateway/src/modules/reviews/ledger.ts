import type { Sql } from '@xiaopu/commerce-postgres/database'
import { and, eq, inArray, isNotNull, isNull, lt } from 'drizzle-orm'
import { after, type Clock } from '../../clock'
import { reviewedProducts } from './tables'

/** A claim this old was left by a gateway that ended in the middle: the review may be written again. */
const ABANDONED = 60_000

export interface ReviewedProduct {
  orderId: string
  productId: string
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

  /** Ids of the reviewed products, by order. */
  async function reviewedIn(orderIds: string[]): Promise<Map<string, Set<string>>> {
    const reviewed = new Map(orderIds.map((id) => [id, new Set<string>()]))
    if (orderIds.length === 0) return reviewed
    const rows = await db
      .select({ orderId: reviewedProducts.orderId, productId: reviewedProducts.productId })
      .from(reviewedProducts)
      .where(and(inArray(reviewedProducts.orderId, orderIds), isNotNull(reviewedProducts.writtenAt)))
    for (const { orderId, productId } of rows) reviewed.get(orderId)?.add(productId)
    return reviewed
  }

  return { claim, settle, release, reviewedIn }
}
