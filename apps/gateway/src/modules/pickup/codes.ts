import { randomInt } from 'node:crypto'
import { isToBeCollected, type Order } from '@xiaopu/commerce'
import type { Sql } from '@xiaopu/commerce-postgres/database'
import { eq, inArray } from 'drizzle-orm'
import type { Clock } from '../../clock'
import { pickupCodes } from './tables'

export type PickupCodes = ReturnType<typeof createPickupCodes>

/** 10^12 of them: two tries that both meet one that is taken do not happen. */
const ATTEMPTS = 3

/** The codes orders are picked up with. An order has one from the first time it is looked at once it is paid. */
export function createPickupCodes(db: Sql, clock: Clock) {
  /** By order id, of those of the orders that wait for somebody to come for them. */
  async function of(orders: Pick<Order, 'id' | 'status' | 'pickup'>[]): Promise<Map<string, string>> {
    const waiting = orders.filter(isToBeCollected).map(({ id }) => id)
    const codes = new Map<string, string>()
    for (let attempt = 1; codes.size < waiting.length && attempt <= ATTEMPTS; attempt++) {
      if (attempt > 1) await make(waiting.filter((id) => !codes.has(id)))
      const rows = await db.select().from(pickupCodes).where(inArray(pickupCodes.orderId, waiting))
      for (const { orderId, code } of rows) codes.set(orderId, code)
    }
    return codes
  }

  /** Two who look at once get the same one. */
  async function make(orderIds: string[]): Promise<void> {
    const rows = orderIds.map((orderId) => ({ orderId, code: String(randomInt(1e11, 1e12 - 1)), createdAt: clock() }))
    await db.insert(pickupCodes).values(rows).onConflictDoNothing()
  }

  async function orderOf(code: string): Promise<string | null> {
    const [row] = await db.select().from(pickupCodes).where(eq(pickupCodes.code, code))
    return row?.orderId ?? null
  }

  return { of, orderOf }
}
