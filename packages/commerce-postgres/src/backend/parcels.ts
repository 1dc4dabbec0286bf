import { randomUUID } from 'node:crypto'
import type { Order, Shipment, ShipmentRequest } from '@xiaopu/commerce'
import { asc, eq, inArray, sql } from 'drizzle-orm'
import type { Sql } from '../database/database'
import { orderLines, shipmentLines, shipments } from '../tables'
import { withoutNul } from './text'

/** The parcels of each of the orders, the first sent first. */
export async function parcelsOf(db: Sql, orderIds: string[]): Promise<Map<string, Shipment[]>> {
  const rows = await db
    .select({ parcel: shipments, line: shipmentLines })
    .from(shipments)
    .innerJoin(shipmentLines, eq(shipmentLines.shipmentId, shipments.id))
    .where(inArray(shipments.orderId, orderIds))
    .orderBy(asc(shipments.position), asc(shipmentLines.skuId))
  const parcels = new Map<string, Shipment>()
  const ofOrders = new Map<string, Shipment[]>()
  for (const { parcel, line } of rows) {
    const { id, orderId, carrier, trackingNumber, shippedAt } = parcel
    let known = parcels.get(id)
    if (!known) {
      known = { id, carrier, trackingNumber, shippedAt, lines: [] }
      parcels.set(id, known)
      ofOrders.set(orderId, [...(ofOrders.get(orderId) ?? []), known])
    }
    known.lines.push({ skuId: line.skuId, quantity: line.quantity })
  }
  return ofOrders
}

/** Pieces by SKU that are in no parcel yet and still to be sent; of what is picked up, those nobody has come for yet. */
export async function unsentOf(db: Sql, { id, shipments, pickup }: Order): Promise<Map<string, number>> {
  if (pickup?.collectedAt) return new Map()
  const rows = await db
    .select({ skuId: orderLines.skuId, left: sql<number>`${orderLines.quantity} - ${orderLines.calledOff}` })
    .from(orderLines)
    .where(eq(orderLines.orderId, id))
  const unsent = new Map(rows.map(({ skuId, left }) => [skuId, left]))
  for (const { skuId, quantity } of shipments.flatMap((parcel) => parcel.lines)) {
    unsent.set(skuId, unsent.get(skuId)! - quantity)
  }
  return new Map([...unsent].filter(([, left]) => left > 0))
}

/** Writes the parcel down; its id. */
export async function packParcel(
  db: Sql,
  orderId: string,
  { carrier, trackingNumber }: Pick<ShipmentRequest, 'carrier' | 'trackingNumber'>,
  lines: Shipment['lines'],
  shippedAt: Date,
): Promise<string> {
  const id = randomUUID()
  const parcel = { id, orderId, shippedAt, carrier: withoutNul(carrier), trackingNumber: withoutNul(trackingNumber) }
  await db.insert(shipments).values(parcel)
  await db.insert(shipmentLines).values(lines.map((line) => ({ shipmentId: id, ...line })))
  return id
}
