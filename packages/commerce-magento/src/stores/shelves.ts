import type { StoreStock } from '@xiaopu/commerce'
import { and, inArray, isNotNull } from 'drizzle-orm'
import { encodeId } from '../mapping/ids'
import type { Shop } from '../shop'
import { orders, type PlacementDraft, placements } from '../tables'

/** What we read of a source item; the OpenAPI calls it inventory-api-data-source-item-interface. */
interface SourceItem {
  sku: string
  source_code: string
  quantity: number
  /** 1: in stock. */
  status: number
}

export type Shelves = ReturnType<typeof createShelves>

const PAGE = 200

/**
 * What the stores have. A source of Magento's knows what lies in it; what is promised of it nobody knows there, because
 * reservations are of the whole stock (MSI). What our own orders hold of a store, until the merchant's shipment takes it
 * out of the source, is taken off here.
 */
export function createShelves({ database: { db }, rest, ids }: Pick<Shop, 'database' | 'rest' | 'ids'>) {
  async function stock(skuIds: string[]): Promise<StoreStock[]> {
    const skuIdOf = new Map<string, string>()
    for (const skuId of skuIds) {
      const key = await ids.skuKey(skuId)
      if (key) skuIdOf.set(key.sku, skuId)
    }
    if (skuIdOf.size === 0) return []
    const [items, held] = await Promise.all([itemsOf([...skuIdOf.keys()]), heldPieces()])
    return items.flatMap(({ sku, source_code, quantity, status }) => {
      const [storeId, skuId] = [encodeId(source_code), skuIdOf.get(sku)]
      const available = status === 1 && skuId ? Math.floor(quantity) - (held.get(`${storeId} ${skuId}`) ?? 0) : 0
      return skuId && available > 0 ? [{ storeId, skuId, available }] : []
    })
  }

  async function itemsOf(skus: string[]): Promise<SourceItem[]> {
    const found: SourceItem[] = []
    for (let page = 1; ; page++) {
      const { items, total_count } = await rest.search<SourceItem>('inventory/source-items', {
        filters: [{ field: 'sku', value: skus.join(','), condition: 'in' }],
        pageSize: PAGE,
        page,
      })
      found.push(...(items ?? []))
      if (!items || items.length < PAGE || found.length >= (total_count ?? 0)) return found
    }
  }

  /** By store and SKU: placed or being placed, and not laid ready yet. */
  async function heldPieces(): Promise<Map<string, number>> {
    const open = await db
      .select({ pickup: orders.pickup, lines: orders.lines, shipments: orders.shipments })
      .from(orders)
      .where(and(isNotNull(orders.pickup), inArray(orders.status, ['pending_payment', 'paid'])))
    const asked = await db.select({ draft: placements.draft }).from(placements)
    const held = new Map<string, number>()
    for (const { pickup, lines, shipments } of [...open, ...asked.map(({ draft }) => asOrder(draft))]) {
      if (!pickup) continue
      const gone = shipments.flatMap((parcel) => parcel.lines.map((line) => ({ ...line, quantity: -line.quantity })))
      for (const { skuId, quantity } of [...lines, ...gone]) {
        const key = `${pickup.store.id} ${skuId}`
        held.set(key, (held.get(key) ?? 0) + quantity)
      }
    }
    return held
  }

  return { stock }
}

const asOrder = ({ pickup = null, lines }: PlacementDraft) => ({ pickup, lines, shipments: [] })
