import { type CouponTerms, type Desk, type DeskOrder, type DeskOrderState, DeskRefusal, ORDERS_SHOWN } from './desk'
import type { ShopApi } from './shop-api'
import { suggestedWaybills } from './waybills'

/** As much of the gateway's answers as the desk shows. */
interface Order {
  id: string
  number: string
  status: DeskOrderState
  placedAt: string
  lines: { skuId: string; name: string; options: string[]; quantity: number }[]
  amounts: { total: number }
  remark: string
  cancelReason: { reason: string; words: string } | null
  reminder: { since: string; times: number } | null
  refunded: number
  refunds: { state: string }[]
  refundable: { amount: number; lines: { skuId: string; pieces: number; amounts: number[] }[] } | null
  shipments: { carrier: string; trackingNumber: string | null }[]
  shippingInfo: { state: string; problem: string | null } | null
  paymentStatus: string
  delivery: { kind: 'parcel' } | { kind: 'pickup'; store: { id: string; name: string } }
}
interface Review {
  id: string
  productName: string
  stars: number
  text: string
  nickname: string | null
  pictures: { thumb: string }[]
  followUpTo: { text: string } | null
}
interface Coupon {
  code: string
  name: { 'zh-CN': string; en: string }
  benefit: CouponTerms['benefit']
  threshold: number
  stackable: boolean
  usageLimit: number | null
  used: number
}
interface ShippingRules {
  charge: { by: 'order'; fee: number } | { by: 'weight' | 'piece'; firstFee: number }
  freeFrom: number | null
  undeliverable: string[]
}
interface List<Item> {
  items: Item[]
}

const REVIEWS_SHOWN = 20

/** The code is the gateway's, wherever the shop is run. */
export const collecting =
  (ask: ShopApi): Desk['collect'] =>
  async (storeId, pickupCode) => {
    await ask('POST', '/v1/merchant/pickups', { body: { pickupCode, storeId } })
  }

const at = (...steps: string[]) => ['/v1/merchant', ...steps.map(encodeURIComponent)].join('/')

/** What is written here is looked at at the gateway, wherever the shop is run. */
export const reviewing = (ask: ShopApi, gatewayUrl: string): Pick<Desk, 'reviews' | 'decideReview'> => ({
  async reviews() {
    const { items } = await ask<List<Review>>('GET', `${at('reviews')}?limit=${REVIEWS_SHOWN}`)
    return items.map(({ id, productName, stars, text, nickname, pictures, followUpTo }) => ({
      ...{ id, productName, stars, text, nickname },
      // Addresses are those of the shop on the internet; the gateway they lead to runs here.
      pictures: pictures.map(({ thumb }) => gatewayUrl + new URL(thumb).pathname),
      followUpTo: followUpTo?.text ?? null,
    }))
  },
  decideReview: (reviewId, decision) => ask('PUT', at('reviews', reviewId), { body: decision }),
})

/** The desk of a shop that is kept in our own database: the gateway's merchant calls. */
export function gatewayDesk(ask: ShopApi, gatewayUrl: string): Desk {
  return {
    runBy: 'gateway',
    can: { refundParts: true, couponLimit: true, couponStack: true },

    async orders() {
      const { items } = await ask<List<Order>>('GET', `${at('orders')}?limit=${ORDERS_SHOWN}`)
      return items.map(deskOrder)
    },
    async ship(orderId, parcel) {
      await ask('POST', at('orders', orderId, 'shipments'), { body: { ...parcel, lines: null } })
    },
    async markReady(orderId) {
      await ask('POST', at('orders', orderId, 'ready'))
    },
    collect: collecting(ask),
    async refund(orderId, part) {
      if (!part) throw new DeskRefusal('validation_failed', 400, 'amount')
      const { key, ...body } = part
      await ask('POST', at('orders', orderId, 'refunds'), { body, key })
    },

    ...reviewing(ask, gatewayUrl),

    setStock: (skuCode, onHand) => ask('PUT', at('skus', skuCode, 'stock'), { body: { onHand } }),
    setPrice: (skuCode, price) => ask('PUT', at('skus', skuCode, 'price'), { body: price }),

    async coupons() {
      const { coupons } = await ask<{ coupons: Coupon[] }>('GET', at('coupons'))
      return coupons.map(({ code, name, benefit, threshold, stackable, usageLimit, used }) => ({
        ...{ code, name: { zh: name['zh-CN'], en: name.en } },
        ...{ benefit, threshold, stackable, usageLimit, used },
      }))
    },
    async putCoupon({ code, name, benefit, threshold, stackable, usageLimit }) {
      await ask('PUT', at('coupons', code), {
        body: {
          name: { 'zh-CN': name.zh, en: name.en },
          benefit,
          threshold,
          stackable,
          usageLimit,
          scope: null,
          firstOrderOnly: false,
          startsAt: null,
          endsAt: null,
          perCustomer: 1,
        },
      })
    },

    async shipping() {
      const { charge, freeFrom, undeliverable } = await ask<ShippingRules>('GET', at('shipping'))
      return { fee: charge.by === 'order' ? charge.fee : charge.firstFee, freeFrom, undeliverable }
    },
    async setShipping({ fee, freeFrom, undeliverable }) {
      // What regions say of their own stays.
      const rules = await ask<ShippingRules>('GET', at('shipping'))
      const places = undeliverable ?? rules.undeliverable
      const body = { ...rules, charge: { by: 'order', fee }, freeFrom, undeliverable: places }
      await ask('PUT', at('shipping'), { body })
    },
  }
}

const nameOf = (line: Order['lines'][number] | undefined) => (line ? [line.name, ...line.options].join(' · ') : '')

/** What the last refund came to, where WeChat did not pay it out. */
const troubleOf = (refunds: Order['refunds']): DeskOrder['refundTrouble'] => {
  const { state } = refunds.at(-1) ?? {}
  return state === 'abnormal' || state === 'closed' ? state : null
}

/** An order whose money is on its way back is not sent, whatever its state says. */
function deskOrder(order: Order): DeskOrder {
  const { id, number, status, placedAt, lines, amounts, shipments, paymentStatus, delivery, refundable } = order
  const refunded = paymentStatus === 'refunding' || paymentStatus === 'refunded'
  return {
    id,
    number,
    state: refunded ? 'refunded' : status,
    placedAt,
    total: amounts.total,
    lines: lines.map(({ name, options, quantity }) => ({ name, options, quantity })),
    parcels: shipments.map(({ carrier, trackingNumber }) => ({ carrier, trackingNumber })),
    pickup: delivery.kind === 'pickup' ? { storeId: delivery.store.id, store: delivery.store.name } : null,
    waybills: status === 'paid' && !refunded && delivery.kind === 'parcel' ? suggestedWaybills(number) : [],
    remark: order.remark,
    cancelled: order.cancelReason,
    reminded: order.reminder && { times: order.reminder.times, since: order.reminder.since },
    refunded: order.refunded,
    refundTrouble: troubleOf(order.refunds),
    untold: order.shippingInfo?.state === 'refused' ? (order.shippingInfo.problem ?? '') : null,
    refundable: refundable?.amount ?? 0,
    refundLines: (refundable?.lines ?? []).map(({ skuId, pieces, amounts: worth }) => ({
      ...{ skuId, pieces, worth },
      name: nameOf(lines.find((line) => line.skuId === skuId)),
    })),
  }
}
