import type { Sql } from '@xiaopu/commerce-postgres/database'
import { and, eq, inArray, notInArray } from 'drizzle-orm'
import { deselectedLines } from './tables'

export type Selection = ReturnType<typeof createSelection>

/** Which lines of a cart the shopper has unticked. No back end keeps this, so the gateway does. */
export function createSelection(db: Sql) {
  const mine = (shopperId: string) => eq(deselectedLines.shopperId, shopperId)

  async function deselected(shopperId: string): Promise<ReadonlySet<string>> {
    const rows = await db.select({ lineId: deselectedLines.lineId }).from(deselectedLines).where(mine(shopperId))
    return new Set(rows.map(({ lineId }) => lineId))
  }

  async function select(shopperId: string, lineIds: string[]): Promise<void> {
    if (lineIds.length === 0) return
    await db.delete(deselectedLines).where(and(mine(shopperId), inArray(deselectedLines.lineId, lineIds)))
  }

  async function deselect(shopperId: string, lineIds: string[]): Promise<void> {
    if (lineIds.length === 0) return
    const rows = lineIds.map((lineId) => ({ shopperId, lineId }))
    await db.insert(deselectedLines).values(rows).onConflictDoNothing()
  }

  /** Forgets ticks of lines that are not in the cart any more. */
  async function keepOnly(shopperId: string, lineIds: string[]): Promise<void> {
    const gone = lineIds.length > 0 ? notInArray(deselectedLines.lineId, lineIds) : undefined
    await db.delete(deselectedLines).where(and(mine(shopperId), gone))
  }

  return { deselected, select, deselect, keepOnly }
}
