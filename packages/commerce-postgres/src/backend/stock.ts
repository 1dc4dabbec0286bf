import { and, asc, eq, gte, inArray, type SQL, sql } from 'drizzle-orm'
import type { Sql } from '../database/database'
import { skus, storeStock } from '../tables'

interface Pieces {
  skuId: string
  quantity: number
}

/** Where goods come from: the warehouse, or the shelves of a store. */
export type StockPlace = 'warehouse' | { storeId: string }

export const placeOf = (pickup: { store: { id: string } } | null): StockPlace =>
  pickup ? { storeId: pickup.store.id } : 'warehouse'

/** Sets pieces aside for an unpaid order. The caller holds the rows of the SKUs there and has seen that there are enough. */
export async function reserve(db: Sql, pieces: Pieces[], place: StockPlace): Promise<void> {
  for (const { skuId, quantity } of inSkuOrder(pieces)) {
    const table = tableOf(place)
    const reserved = await db
      .update(table)
      .set({ reserved: sql`${table.reserved} + ${quantity}` })
      .where(and(at(place, skuId), gte(sql`${table.onHand} - ${table.reserved}`, quantity)))
      .returning({ reserved: table.reserved })
    if (reserved.length === 0) throw new Error(`SKU ${skuId} was given away while its row was held`)
  }
}

/** The unpaid order is gone: its pieces can be bought again. */
export async function release(db: Sql, pieces: Pieces[], place: StockPlace): Promise<void> {
  for (const { skuId, quantity } of inSkuOrder(pieces)) {
    const table = tableOf(place)
    await db
      .update(table)
      .set({ reserved: sql`${table.reserved} - ${quantity}` })
      .where(at(place, skuId))
  }
}

/** The order is paid: its pieces are nobody else's any more. Those of every place count as sold. */
export async function commit(db: Sql, pieces: Pieces[], place: StockPlace): Promise<void> {
  for (const { skuId, quantity } of inSkuOrder(pieces)) {
    const table = tableOf(place)
    const left = { onHand: sql`${table.onHand} - ${quantity}`, reserved: sql`${table.reserved} - ${quantity}` }
    const sold = { sold: sql`${skus.sold} + ${quantity}` }
    if (place === 'warehouse') {
      await db
        .update(skus)
        .set({ ...left, ...sold })
        .where(at(place, skuId))
    } else {
      await db.update(skus).set(sold).where(at('warehouse', skuId))
      await db.update(storeStock).set(left).where(at(place, skuId))
    }
  }
}

/** Pieces of a paid order can be sold again after all: they did not leave their place, or came back. */
export async function putBack(db: Sql, pieces: Pieces[], place: StockPlace): Promise<void> {
  for (const { skuId, quantity } of inSkuOrder(pieces)) {
    const table = tableOf(place)
    const fewer = { sold: sql`greatest(${skus.sold} - ${quantity}, 0)` }
    await db.update(skus).set(fewer).where(at('warehouse', skuId))
    await db
      .update(table)
      .set({ onHand: sql`${table.onHand} + ${quantity}` })
      .where(at(place, skuId))
  }
}

/**
 * Two that want the same goods wait for each other here, in SKU order whatever order they were asked in, so that neither
 * ever holds what the other one waits for. Price and stock cannot change from here on.
 */
export async function lockSkus(db: Sql, pieces: Pieces[]) {
  return db
    .select({ id: skus.id, onHand: skus.onHand, reserved: skus.reserved })
    .from(skus)
    .where(
      inArray(
        skus.id,
        pieces.map(({ skuId }) => skuId),
      ),
    )
    .orderBy(asc(sql`${skus.id} collate "C"`))
    .for('no key update')
}

/** Holds the rows of the SKUs on the shelves of a store, in SKU order; the SKUs' own rows are held before them. */
export async function lockShelves(db: Sql, skuIds: string[], storeId: string): Promise<void> {
  await db
    .select({ skuId: storeStock.skuId })
    .from(storeStock)
    .where(and(eq(storeStock.storeId, storeId), inArray(storeStock.skuId, skuIds)))
    .orderBy(asc(sql`${storeStock.skuId} collate "C"`))
    .for('no key update')
}

const tableOf = (place: StockPlace) => (place === 'warehouse' ? skus : storeStock)

function at(place: StockPlace, skuId: string): SQL | undefined {
  if (place === 'warehouse') return eq(skus.id, skuId)
  return and(eq(storeStock.storeId, place.storeId), eq(storeStock.skuId, skuId))
}

/**
 * Every transaction takes SKU rows in the same order, so that two of them never wait for each other in a circle.
 * Compared by code point, as the ids (ASCII only) are ordered when they are locked together.
 */
function inSkuOrder(pieces: Pieces[]): Pieces[] {
  return [...pieces].sort((a, b) => (a.skuId < b.skuId ? -1 : 1))
}
