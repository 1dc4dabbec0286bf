import type { Sql } from '@xiaopu/commerce-postgres/database'
import { eq } from 'drizzle-orm'
import { magentoTime } from '../catalog/cards'
import type { Shop } from '../shop'
import { orders, type SentParcel } from '../tables'
import type { RestClient } from '../transport/rest'
import { isSent, type MagentoOrder, topItems } from './magento-order'
import { type OrderRow, tell } from './rows'

/** What we read of a shipment; the OpenAPI calls it sales-data-shipment-interface. */
interface MagentoShipment {
  entity_id: number
  created_at: string
  items: { order_item_id: number; qty: number }[]
  tracks?: { entity_id: number; track_number: string; title?: string | null; carrier_code?: string | null }[] | null
}

export type Shipments = ReturnType<typeof createShipments>

/**
 * The parcels of an order, as the merchant sends them at Magento. Each is told of once, when it is first seen; what is
 * changed of it afterwards (a number that was mistyped) is read again. Callers hold the order's lease.
 */
export function createShipments({
  database: { db },
  rest,
  ids,
  clock,
}: Pick<Shop, 'database' | 'rest' | 'ids' | 'clock'>) {
  /** Takes over what Magento has sent; an order all of which has been sent (or laid ready in its store) is `shipped`. */
  async function follow(row: OrderRow, there: MagentoOrder): Promise<OrderRow> {
    if (row.status !== 'paid' && row.status !== 'shipped' && row.status !== 'completed') return row
    const begun = topItems(there).some((item) => Number(item.qty_shipped ?? 0) > 0)
    const parcels = begun ? await parcelsOf(row, there) : row.shipments
    const status = row.status === 'paid' && isSent(there) ? ('shipped' as const) : row.status
    const isSame = status === row.status && JSON.stringify(parcels) === JSON.stringify(row.shipments)
    if (isSame) return row
    const known = new Set(row.shipments.map(({ id }) => id))
    const isReady = row.pickup !== null && status !== row.status
    const readyAt = isReady ? new Date(parcels.at(-1)?.shippedAt ?? clock()) : row.readyAt
    const change = { status, shipments: parcels, readyAt }
    await db.transaction(async (transaction: Sql) => {
      await transaction.update(orders).set(change).where(eq(orders.id, row.id))
      if (isReady) await tell(transaction, 'order.ready', row.id, readyAt!)
      if (row.pickup) return
      for (const { id, shippedAt } of parcels.filter((parcel) => !known.has(parcel.id))) {
        await tell(transaction, 'order.shipped', row.id, new Date(shippedAt), { shipmentId: id })
      }
    })
    return { ...row, ...change }
  }

  async function parcelsOf(row: OrderRow, there: MagentoOrder): Promise<SentParcel[]> {
    const skuIds = new Map<string, string>()
    for (const { skuId } of row.lines) {
      const key = await ids.skuKey(skuId)
      if (key) skuIds.set(key.sku, skuId)
    }
    const lineOf = new Map(topItems(there).map((item) => [item.item_id, skuIds.get(item.sku)]))
    return (await shipmentsOf(rest, row.magentoId)).flatMap((shipment) => {
      const lines = shipment.items.flatMap(({ order_item_id, qty }) => {
        const skuId = lineOf.get(order_item_id)
        return skuId === undefined || Number(qty) < 1 ? [] : [{ skuId, quantity: Math.floor(Number(qty)) }]
      })
      return parcelsOfShipment(shipment, lines, there.shipping_description ?? '')
    })
  }

  return { follow }
}

/** A shipment with several numbers is several parcels: which goods are in which, nobody says, so that the first has all. */
function parcelsOfShipment(
  { entity_id, created_at, tracks }: MagentoShipment,
  lines: SentParcel['lines'],
  method: string,
): SentParcel[] {
  const shippedAt = new Date(magentoTime(created_at)).toISOString()
  const [first, ...others] = tracks ?? []
  const carrierOf = (track: typeof first) => track?.title?.trim() || track?.carrier_code?.trim() || method
  const parcel = { id: String(entity_id), carrier: carrierOf(first), trackingNumber: first?.track_number ?? null }
  return [
    { ...parcel, shippedAt, lines },
    ...others.map((track) => ({
      id: `${entity_id}.${track.entity_id}`,
      carrier: carrierOf(track),
      trackingNumber: track.track_number,
      shippedAt,
      lines: [],
    })),
  ]
}

/** The oldest first. */
async function shipmentsOf(rest: RestClient, orderId: number): Promise<MagentoShipment[]> {
  const { items } = await rest.search<MagentoShipment>('shipments', {
    filters: [{ field: 'order_id', value: String(orderId) }],
    sort: [{ field: 'entity_id', direction: 'ASC' }],
    pageSize: 100,
  })
  return items ?? []
}
