import { REMIND_EVERY } from '@xiaopu/commerce'
import type { Sql } from '@xiaopu/commerce-postgres/database'
import type { CancelOrder } from '@xiaopu/contract'
import { and, asc, eq, inArray, isNotNull, isNull, lte, or, sql } from 'drizzle-orm'
import { after, type Clock } from '../../clock'
import { orderCare } from './tables'

export type CareRow = typeof orderCare.$inferSelect
export type CareBook = ReturnType<typeof createCareBook>

/** An order, and whose it is. */
export interface Owned {
  id: string
  customerId: string
}

/** What is written down about orders here; each change is one statement, so that two at once do no more than one. */
export function createCareBook(db: Sql, clock: Clock) {
  async function ofOrders(orderIds: readonly string[]): Promise<Map<string, CareRow>> {
    if (orderIds.length === 0) return new Map()
    const rows = await db
      .select()
      .from(orderCare)
      .where(inArray(orderCare.orderId, [...orderIds]))
    return new Map(rows.map((row) => [row.orderId, row]))
  }

  const key = ({ id, customerId }: Owned) => ({ orderId: id, shopperId: customerId })

  /** What was said first stays: a second tap says nothing new. */
  async function noteCancel(order: Owned, { reason, words }: CancelOrder): Promise<void> {
    const said = { cancelReason: reason, cancelWords: words }
    await db
      .insert(orderCare)
      .values({ ...key(order), ...said })
      .onConflictDoUpdate({ target: orderCare.orderId, set: said, setWhere: isNull(orderCare.cancelReason) })
  }

  /** false: it was reminded of within the last day, perhaps just now. */
  async function remind(order: Owned): Promise<boolean> {
    const now = clock()
    const [row] = await db
      .insert(orderCare)
      .values({ ...key(order), remindedSince: now, remindedAt: now, reminders: 1 })
      .onConflictDoUpdate({
        target: orderCare.orderId,
        set: {
          remindedSince: sql`coalesce(${orderCare.remindedSince}, excluded.reminded_since)`,
          remindedAt: now,
          reminders: sql`${orderCare.reminders} + 1`,
        },
        setWhere: or(isNull(orderCare.remindedAt), lte(orderCare.remindedAt, after(now, -REMIND_EVERY))),
      })
      .returning()
    return row !== undefined
  }

  /** false: it was extended before. */
  async function extend(order: Owned): Promise<boolean> {
    const [row] = await db
      .insert(orderCare)
      .values({ ...key(order), receiptExtended: true })
      .onConflictDoUpdate({
        target: orderCare.orderId,
        set: { receiptExtended: true },
        setWhere: eq(orderCare.receiptExtended, false),
      })
      .returning()
    return row !== undefined
  }

  async function hide(order: Owned): Promise<void> {
    const deletedAt = clock()
    await db
      .insert(orderCare)
      .values({ ...key(order), deletedAt })
      .onConflictDoUpdate({ target: orderCare.orderId, set: { deletedAt }, setWhere: isNull(orderCare.deletedAt) })
  }

  async function hiddenOf(shopperId: string): Promise<string[]> {
    const rows = await db
      .select({ id: orderCare.orderId })
      .from(orderCare)
      .where(and(eq(orderCare.shopperId, shopperId), isNotNull(orderCare.deletedAt)))
    return rows.map(({ id }) => id)
  }

  async function reminded(limit: number): Promise<CareRow[]> {
    return db
      .select()
      .from(orderCare)
      .where(isNotNull(orderCare.remindedSince))
      .orderBy(asc(orderCare.remindedSince), asc(orderCare.orderId))
      .limit(limit)
  }

  /** It was sent, or will not be: nobody need be reminded of it. */
  async function forgetReminders(orderId: string): Promise<void> {
    await db
      .update(orderCare)
      .set({ remindedSince: null, remindedAt: null, reminders: 0 })
      .where(eq(orderCare.orderId, orderId))
  }

  return {
    ofOrders,
    noteCancel,
    remind,
    extend,
    hide,
    hiddenOf,
    reminded,
    forgetReminders,
  }
}
