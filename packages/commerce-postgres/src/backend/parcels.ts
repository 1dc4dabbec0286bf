import { randomUUID } from 'node:crypto'
import type { Shipment, ShipmentRequest } from '@xiaopu/commerce'
import { asc, eq, inArray } from 'drizzle-orm'
import type { Sql } from '../database/database'
import { shipmentLines, shipments } from '../tables'
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
