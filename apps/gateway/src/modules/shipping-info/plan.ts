import type { Order, OrderLine, Shipment } from '@xiaopu/commerce'
import type { ShippingInfo } from '@xiaopu/wechat'

/** What WeChat is to be told next. `parcel` is missing where none has a number of its own. */
export interface ShippingPlan extends Pick<ShippingInfo, 'kind' | 'mode'> {
  parcels: { goods: string; parcel?: Shipment }[]
}

/** WeChat takes no more of one order. */
const MOST_PARCELS = 15

/**
 * What is to be told of an order now that WeChat does not know yet; null: nothing, until more is sent. `known`: the numbers WeChat has.
 * Only parcels with a number can be told of one by one: what the shop brings itself is told of when all of it is on its way.
 */
export function shippingPlan(order: Order, known: readonly string[]): ShippingPlan | null {
  const allSent = order.status === 'shipped' || order.status === 'completed'
  const everything = [{ goods: wordsFor(order.lines) }]
  if (order.pickup) return allSent ? { kind: 'pickup', mode: { type: 'one' }, parcels: everything } : null

  const numbered = order.shipments.filter(({ trackingNumber }) => trackingNumber)
  if (numbered.length === 0) {
    const isOnItsWay = allSent && order.shipments.length > 0
    return isOnItsWay ? { kind: 'local', mode: { type: 'one' }, parcels: everything } : null
  }
  if (allSent && numbered.length === 1 && known.length === 0)
    return { kind: 'express', mode: { type: 'one' }, parcels: [{ goods: everything[0]!.goods, parcel: numbered[0]! }] }

  const fresh = numbered.filter(({ trackingNumber }) => !known.includes(trackingNumber!))
  if (fresh.length === 0 && !allSent) return null
  // The rest was given back and never sent: the last parcel is told of again, with the word that it was the last.
  const told = fresh.length > 0 ? fresh.slice(0, Math.max(1, MOST_PARCELS - known.length)) : numbered.slice(-1)
  return {
    kind: 'express',
    mode: { type: 'split', allSent },
    parcels: told.map((parcel) => ({ goods: wordsFor(linesIn(order, parcel)), parcel })),
  }
}

/** 纸灯×1、马克杯×2 */
const wordsFor = (lines: Pick<OrderLine, 'name' | 'quantity'>[]) =>
  lines.map(({ name, quantity }) => `${name}×${quantity}`).join('、')

function linesIn({ lines }: Order, { lines: packed }: Shipment) {
  const inParcel = packed.flatMap(({ skuId, quantity }) => {
    const line = lines.find((one) => one.skuId === skuId)
    return line ? [{ name: line.name, quantity }] : []
  })
  return inParcel.length > 0 ? inParcel : lines
}
