import type { CartLine } from '@xiaopu/commerce'
import type { Sql } from '@xiaopu/commerce-postgres/database'
import { and, eq, notInArray, sql } from 'drizzle-orm'
import { addedPrices } from './tables'

export type AddedPrices = ReturnType<typeof createAddedPrices>
type Priced = Pick<CartLine, 'id' | 'skuId' | 'unitPrice'>

/** What the lines of a cart cost when their shopper put them in. */
export function createAddedPrices(db: Sql) {
  const mine = (shopperId: string) => eq(addedPrices.shopperId, shopperId)

  /** By line; one that is new here, or has another SKU than before, is known from now on. */
  async function of(shopperId: string, lines: Priced[]): Promise<ReadonlyMap<string, number>> {
    const rows = await db.select().from(addedPrices).where(mine(shopperId))
    const known = new Map(rows.map((row) => [row.lineId, row]))
    const isNew = ({ id, skuId }: Priced) => known.get(id)?.skuId !== skuId
    await note(shopperId, lines.filter(isNew))
    return new Map(lines.map((line) => [line.id, isNew(line) ? line.unitPrice : known.get(line.id)!.price]))
  }

  /** They were put in just now, at the price of now. */
  async function note(shopperId: string, lines: Priced[]): Promise<void> {
    if (lines.length === 0) return
    const rows = lines.map(({ id, skuId, unitPrice }) => ({ shopperId, lineId: id, skuId, price: unitPrice }))
    await db
      .insert(addedPrices)
      .values(rows)
      .onConflictDoUpdate({
        target: [addedPrices.shopperId, addedPrices.lineId],
        set: { skuId: sql`excluded.sku_id`, price: sql`excluded.price` },
      })
  }

  /** Forgets lines that are not in the cart any more. */
  async function keepOnly(shopperId: string, lineIds: string[]): Promise<void> {
    const gone = lineIds.length > 0 ? notInArray(addedPrices.lineId, lineIds) : undefined
    await db.delete(addedPrices).where(and(mine(shopperId), gone))
  }

  return { of, note, keepOnly }
}
