import type { Sql } from '@xiaopu/commerce-postgres/database'
import { and, eq, inArray, notInArray } from 'drizzle-orm'
import { deselectedLines, pickupLines } from './tables'

export type Selection = ReturnType<typeof createSelection>

/** What the shopper has decided of single lines, by their ids. */
export interface Ticks {
  deselected: ReadonlySet<string>
  /** Chosen although they can only be picked up. */
  toPickUp: ReadonlySet<string>
}

const TABLES = [deselectedLines, pickupLines] as const

/** Which lines of a cart the shopper has ticked and unticked. No back end keeps this, so the gateway does. */
export function createSelection(db: Sql) {
  async function of(shopperId: string): Promise<Ticks> {
    const [deselected, toPickUp] = await Promise.all(
      TABLES.map(async (table) => {
        const rows = await db.select({ lineId: table.lineId }).from(table).where(eq(table.shopperId, shopperId))
        return new Set(rows.map(({ lineId }) => lineId))
      }),
    )
    return { deselected: deselected!, toPickUp: toPickUp! }
  }

  /** @param toPickUp those of the lines that can only be picked up, and were meant so */
  async function select(shopperId: string, lineIds: string[], toPickUp: string[]): Promise<void> {
    await forget(deselectedLines, shopperId, lineIds)
    await note(pickupLines, shopperId, toPickUp)
  }

  async function deselect(shopperId: string, lineIds: string[]): Promise<void> {
    await note(deselectedLines, shopperId, lineIds)
    await forget(pickupLines, shopperId, lineIds)
  }

  async function note(table: (typeof TABLES)[number], shopperId: string, lineIds: string[]): Promise<void> {
    if (lineIds.length === 0) return
    const rows = lineIds.map((lineId) => ({ shopperId, lineId }))
    await db.insert(table).values(rows).onConflictDoNothing()
  }

  async function forget(table: (typeof TABLES)[number], shopperId: string, lineIds: string[]): Promise<void> {
    if (lineIds.length === 0) return
    await db.delete(table).where(and(eq(table.shopperId, shopperId), inArray(table.lineId, lineIds)))
  }

  /** Forgets ticks of lines that are not in the cart any more. */
  async function keepOnly(shopperId: string, lineIds: string[]): Promise<void> {
    for (const table of TABLES) {
      const gone = lineIds.length > 0 ? notInArray(table.lineId, lineIds) : undefined
      await db.delete(table).where(and(eq(table.shopperId, shopperId), gone))
    }
  }

  return { of, select, deselect, keepOnly }
}
