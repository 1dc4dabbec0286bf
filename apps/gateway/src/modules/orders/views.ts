import {
  type Order as CommerceOrder,
  type Shipment as CommerceShipment,
  mostWantedFirst,
  type OrderPickup,
  orderActions,
} from '@xiaopu/commerce'
import type { Order, OrderDelivery, Shipment } from '@xiaopu/contract'
import { goodsView } from '../cart/views'
import type { PictureView } from '../media/picture-view'
import { careView, type OrderCare } from '../order-care/views'

/** What the gateway knows of an order besides the back end. */
export interface OrderSurroundings {
  /** What its shopper and this gateway have done with it. */
  care: OrderCare
  /** fen that WeChat has given back. */
  refunded: number
  /** What has been asked for after buying, and whether more can be. */
  afterSale: { has: Order['afterSales']; offered: boolean }
  /** Ids of the products that have their review. */
  reviewed: ReadonlySet<string>
  /** WeChat was told that it was sent, and its shopper can say there that it arrived. */
  receipt: Order['receipt']
  /** Once there is one to show. */
  pickupCode: string | null
  /** Something can be added to one of its reviews. */
  followable: boolean
  now: Date
}

/** An order as its owner sees it at `now`. The back end's customer id stays inside. */
export function orderView(
  picture: PictureView,
  order: CommerceOrder,
  { care, refunded, afterSale, reviewed, receipt, pickupCode, followable, now }: OrderSurroundings,
): Order {
  const { id, number, status, cancelledBecause, amounts, coupons, address, remark } = order
  const lines = order.lines.map((line) => ({
    ...goodsView(picture, line),
    discount: line.discount,
    reviewed: reviewed.has(line.productId),
  }))
  const { actions: careActions, ...cared } = careView(order, care, now)
  return {
    id,
    number,
    status,
    cancelledBecause,
    placedAt: order.placedAt.toISOString(),
    expiresAt: order.expiresAt?.toISOString() ?? null,
    paidAt: order.paidAt?.toISOString() ?? null,
    serverTime: now.toISOString(),
    lines,
    pieces: order.lines.reduce((sum, { quantity }) => sum + quantity, 0),
    amounts,
    coupon: coupons[0] ?? null,
    coupons,
    shipments: order.shipments.map(shipmentView),
    delivery: order.pickup ? pickupView(order.pickup, pickupCode) : { kind: 'parcel' },
    receipt,
    address,
    ...cared,
    remark,
    paymentStatus: care.payment,
    refunded,
    afterSales: afterSale.has,
    actions: mostWantedFirst([
      ...orderActions(order, now, {
        unreviewed: lines.some((line) => !line.reviewed),
        followable,
        afterSale: afterSale.offered,
      }),
      ...careActions,
    ]),
  }
}

const shipmentView = ({ shippedAt, ...parcel }: CommerceShipment): Shipment => ({
  ...parcel,
  shippedAt: shippedAt.toISOString(),
})

const pickupView = ({ readyAt, collectedAt, ...pickup }: OrderPickup, code: string | null): OrderDelivery => ({
  kind: 'pickup',
  ...pickup,
  code,
  readyAt: readyAt?.toISOString() ?? null,
  collectedAt: collectedAt?.toISOString() ?? null,
})
