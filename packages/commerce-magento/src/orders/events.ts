import type { DomainEvent, EventsPort } from '@xiaopu/commerce'
import type { Sql } from '@xiaopu/commerce-postgres/database'
import { and, inArray, isNull, sql } from 'drizzle-orm'
import { outbox } from '../tables'
import { rowsOf } from '../tables/rows'

interface Claimed {
  id: string | number
  type: DomainEvent['type']
  order_id: string
  details: Record<string, string | number> | null
  ms: string | number
}

export function eventsPort(db: Sql, clock: () => Date): EventsPort {
  return {
    async claim(limit, leaseMs) {
      const now = clock()
      const at = (time: Date) => sql`${time.toISOString()}::timestamptz`
      // Only the first unconfirmed event of an order: the next one waits until that is confirmed. Rows another claimer
      // is taking at this moment are passed over.
      const claimed = await rowsOf<Claimed>(
        db,
        sql`
        update magento.outbox set leased_until = ${at(new Date(now.getTime() + leaseMs))} where id in (
          select event.id from magento.outbox event
          where event.confirmed_at is null and (event.leased_until is null or event.leased_until <= ${at(now)})
            and not exists (select from magento.outbox earlier
              where earlier.order_id = event.order_id and earlier.id < event.id and earlier.confirmed_at is null)
          order by event.id limit ${limit} for update skip locked)
        returning id, type, order_id, details, floor(extract(epoch from occurred_at) * 1000)::bigint as ms`,
      )
      return claimed
        .sort((one, other) => Number(one.id) - Number(other.id))
        .map(
          ({ id, type, order_id, details, ms }) =>
            // Each type is written with the details it has.
            ({ id: String(id), type, orderId: order_id, ...details, occurredAt: new Date(Number(ms)) }) as DomainEvent,
        )
    },

    async confirm(eventIds) {
      const ids = eventIds.map(Number).filter(Number.isSafeInteger)
      if (ids.length === 0) return
      await db
        .update(outbox)
        .set({ confirmedAt: clock() })
        .where(and(inArray(outbox.id, ids), isNull(outbox.confirmedAt)))
    },
  }
}
