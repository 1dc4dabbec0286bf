import type { DomainEvent, EventsPort } from '@xiaopu/commerce'
import { and, inArray, isNull, sql } from 'drizzle-orm'
import type { Sql } from '../database/database'
import { outbox } from '../tables'
import { at, rowsOf } from './rows'
import type { Shop } from './settings'

/** What this back end tells of; refunds are the gateway's here. */
type Told =
  | { type: Exclude<DomainEvent['type'], 'order.shipped' | 'order.refunded'>; orderId: string }
  | { type: 'order.shipped'; orderId: string; shipmentId: string }

interface EventRow {
  id: string | number
  type: Told['type']
  order_id: string
  shipment_id: string | null
  ms: string | number
}

/** Writes an event into the transaction that makes it true. */
export async function tell(db: Sql, shop: Shop, event: Told): Promise<void> {
  await db.insert(outbox).values({ ...event, occurredAt: shop.clock() })
}

export function eventsPort(db: Sql, shop: Shop): EventsPort {
  return {
    async claim(limit, leaseMs) {
      const now = shop.clock()
      const until = new Date(now.getTime() + leaseMs)
      // Only the first unconfirmed event of an order: the next one waits until that is confirmed. Rows another
      // claimer is taking at this moment are passed over.
      const claimed = await rowsOf<EventRow>(
        db,
        sql`
        update commerce.outbox set leased_until = ${at(until)} where id in (
          select event.id from commerce.outbox event
          where event.confirmed_at is null and (event.leased_until is null or event.leased_until <= ${at(now)})
            and not exists (select from commerce.outbox earlier
              where earlier.order_id = event.order_id and earlier.id < event.id and earlier.confirmed_at is null)
          order by event.id limit ${limit} for update skip locked)
        returning id, type, order_id, shipment_id, floor(extract(epoch from occurred_at) * 1000)::bigint as ms`,
      )
      return claimed.map((row) => eventOf(row)).sort((a, b) => Number(a.id) - Number(b.id))
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

function eventOf({ id, type, order_id: orderId, shipment_id: shipmentId, ms }: EventRow): DomainEvent {
  const common = { id: String(id), orderId, occurredAt: new Date(Number(ms)) }
  // The table has a parcel with `order.shipped`, and with nothing else.
  return type === 'order.shipped' ? { ...common, type, shipmentId: shipmentId! } : { ...common, type }
}
