import type { DomainEvent, EventsPort } from '@xiaopu/commerce'
import { and, inArray, isNull, sql } from 'drizzle-orm'
import type { Sql } from '../database/database'
import { outbox } from '../tables'
import { at, rowsOf } from './rows'
import type { Shop } from './settings'

/** Writes an event into the transaction that makes it true. */
export async function tell(db: Sql, shop: Shop, type: DomainEvent['type'], orderId: string): Promise<void> {
  await db.insert(outbox).values({ type, orderId, occurredAt: shop.clock() })
}

export function eventsPort(db: Sql, shop: Shop): EventsPort {
  return {
    async claim(limit, leaseMs) {
      const now = shop.clock()
      const until = new Date(now.getTime() + leaseMs)
      // Only the first unconfirmed event of an order: the next one waits until that is confirmed. Rows another
      // claimer is taking at this moment are passed over.
      const claimed = await rowsOf<{
        id: string | number
        type: DomainEvent['type']
        order_id: string
        ms: string | number
      }>(
        db,
        sql`
        update commerce.outbox set leased_until = ${at(until)} where id in (
          select event.id from commerce.outbox event
          where event.confirmed_at is null and (event.leased_until is null or event.leased_until <= ${at(now)})
            and not exists (select from commerce.outbox earlier
              where earlier.order_id = event.order_id and earlier.id < event.id and earlier.confirmed_at is null)
          order by event.id limit ${limit} for update skip locked)
        returning id, type, order_id, floor(extract(epoch from occurred_at) * 1000)::bigint as ms`,
      )
      return claimed
        .map((row) => ({
          id: String(row.id),
          type: row.type,
          orderId: row.order_id,
          occurredAt: new Date(Number(row.ms)),
        }))
        .sort((a, b) => Number(a.id) - Number(b.id))
    },

    async confirm(eventIds) {
      const ids = eventIds.map(Number).filter(Number.isSafeInteger)
      if (ids.length === 0) return
      await db
        .update(outbox)
        .set({ confirmedAt: shop.clock() })
        .where(and(inArray(outbox.id, ids), isNull(outbox.confirmedAt)))
    },
  }
}
