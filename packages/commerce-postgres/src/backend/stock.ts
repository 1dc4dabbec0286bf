import { and, eq, gte, sql } from 'drizzle-orm'
import type { Sql } from '../database/database'
import { skus } from '../tables'

interface Pieces {
  skuId: string
  quantity: number
}

/** Sets pieces aside for an unpaid order. The caller holds the SKUs' rows and has seen that there are enough. */
export async function reserve(db: Sql, pieces: Pieces[]): Promise<void> {
  for (const { skuId, quantity } of inSkuOrder(pieces)) {
    const reserved = await db
      .update(skus)
      .set({ reserved: sql`${skus.reserved} + ${quantity}` })
      .where(and(eq(skus.id, skuId), gte(sql`${skus.onHand} - ${skus.reserved}`, quantity)))
      .returning({ id: skus.id })
    if (reserved.length === 0) throw new Error(`SKU ${skuId} was given away while its row was held`)
  }
}

/** The unpaid order is gone: its pieces can be bought again. */
export async function release(db: Sql, pieces: Pieces[]): Promise<void> {
  for (const { skuId, quantity } of inSkuOrder(pieces)) {
    await db
      .update(skus)
      .set({ reserved: sql`${skus.reserved} - ${quantity}` })
      .where(eq(skus.id, skuId))
  }
}

/** The order is paid: its pieces leave the warehouse. */
export async function commit(db: Sql, pieces: Pieces[]): Promise<void> {
  for (const { skuId, quantity } of inSkuOrder(pieces)) {
    await db
      .update(skus)
      .set({
        onHand: sql`${skus.onHand} - ${quantity}`,
        reserved: sql`${skus.reserved} - ${quantity}`,
        sold: sql`${skus.sold} + ${quantity}`,
      })
      .where(eq(skus.id, skuId))
  }
}

/** Pieces of a paid order are in the warehouse after all: they did not leave it, or came back. */
export async function putBack(db: Sql, pieces: Pieces[]): Promise<void> {
  for (const { skuId, quantity } of inSkuOrder(pieces)) {
    await db
      .update(skus)
      .set({ onHand: sql`${skus.onHand} + ${quantity}`, sold: sql`greatest(${skus.sold} - ${quantity}, 0)` })
      .where(eq(skus.id, skuId))
  }
}

/**
 * Every transaction takes SKU rows in the same order, so that two of them never wait for each other in a circle.
 * Compared by code point, as the ids (ASCII only) are ordered when they are locked together.
 */
function inSkuOrder(pieces: Pieces[]): Pieces[] {
  return [...pieces].sort((a, b) => (a.skuId < b.skuId ? -1 : 1))
}
