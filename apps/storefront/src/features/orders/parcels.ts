import type { Order, OrderLine, Shipment } from '@xiaopu/contract'

export interface Packed {
  line: OrderLine
  quantity: number
}

export interface Parcel extends Omit<Shipment, 'lines'> {
  goods: Packed[]
}

type Sent = Pick<Order, 'lines' | 'shipments'>

/**
 * What is in which parcel, and what is in none yet, in the order's own lines. A SKU that the order does not name is not shown: a
 * merchant may send a present along.
 */
export function parcelsOf({ lines, shipments }: Sent): { parcels: Parcel[]; waiting: Packed[] } {
  const left = new Map(lines.map(({ skuId, quantity }) => [skuId, quantity]))
  const parcels = shipments.map(({ lines: packed, ...shipment }) => {
    const goods = packed.flatMap(({ skuId, quantity }) => {
      const line = lines.find((ordered) => ordered.skuId === skuId)
      if (!line) return []
      left.set(skuId, (left.get(skuId) ?? 0) - quantity)
      return [{ line, quantity }]
    })
    return { ...shipment, goods }
  })
  const waiting = lines
    .map((line) => ({ line, quantity: left.get(line.skuId) ?? 0 }))
    .filter(({ quantity }) => quantity > 0)
  return { parcels, waiting }
}

/** Some of it is on its way and the rest is not: the order is still `paid`. */
export const isPartlySent = ({ status, shipments }: Pick<Order, 'status' | 'shipments'>) =>
  status === 'paid' && shipments.length > 0
