import type { Sql } from '@xiaopu/commerce-postgres/database'
import { and, eq, gt, isNull, lte, or } from 'drizzle-orm'
import { after, type Clock } from '../../clock'
import { shoppers } from './tables'

/** How long deleting an account may take, ms: a gateway that ended in the middle stands in nobody's way for longer. */
const LEASE = 30_000

/** Whether the account is being deleted just now. */
export async function isLeaving(db: Sql, clock: Clock, shopperId: string): Promise<boolean> {
  const now = and(eq(shoppers.id, shopperId), gt(shoppers.leavingAt, after(clock(), -LEASE)))
  return (await db.$count(shoppers, now)) > 0
}

/** Says that it is; the moment it began, or null: it was already. */
export async function beginLeaving(db: Sql, clock: Clock, shopperId: string): Promise<Date | null> {
  const now = clock()
  const free = or(isNull(shoppers.leavingAt), lte(shoppers.leavingAt, after(now, -LEASE)))
  const [begun] = await db
    .update(shoppers)
    .set({ leavingAt: now })
    .where(and(eq(shoppers.id, shopperId), free))
    .returning({ at: shoppers.leavingAt })
  return begun?.at ?? null
}

export async function stayAfterAll(db: Sql, shopperId: string, begunAt: Date): Promise<void> {
  await db
    .update(shoppers)
    .set({ leavingAt: null })
    .where(and(eq(shoppers.id, shopperId), eq(shoppers.leavingAt, begunAt)))
}

/** Whether what began then still counts. */
export const stillLeaving = (row: { leavingAt: Date | null } | undefined, begunAt: Date, now: Date): boolean =>
  row?.leavingAt?.getTime() === begunAt.getTime() && now < after(begunAt, LEASE)
