import type { CouponFixture, MagentoOrder, MagentoStandIn } from '@xiaopu/magento-stand-in'
import { type CouponTerms, type Desk, type DeskOrder, type DeskOrderState, DeskRefusal, ORDERS_SHOWN } from './desk'
import { suggestedWaybills } from './waybills'

/** Magento's state of an order, in the shop's words. */
const STATES: Record<MagentoOrder['state'], DeskOrderState> = {
  new: 'pending_payment',
  pending_payment: 'pending_payment',
  processing: 'paid',
  complete: 'shipped',
  closed: 'refunded',
  canceled: 'cancelled',
  holded: 'on_hold',
}

/** Of orders whose shoppers ask where they are, by order number. */
export type Reminders = Map<string, NonNullable<DeskOrder['reminded']>>

/**
 * The desk of a shop that is run in Magento: what its admin would do there, done at the stand-in, which does not count how
 * often everybody together used a coupon. An order has one.
 *
 * @param atGateway what is decided there, wherever the shop is run: Magento knows no codes, and has no answers to reviews
 * @param reminders at the gateway: Magento has no word for them
 */
export function magentoDesk(
  control: MagentoStandIn['control'],
  atGateway: Pick<Desk, 'collect' | 'reviews' | 'decideReview'>,
  reminders: () => Promise<Reminders> = async () => new Map(),
): Desk {
  const found = (orderId: string) => {
    const order = control.order(orderId)
    if (!order) throw new DeskRefusal('not_found', 404, `There is no order ${orderId}`)
    return order
  }
  return {
    runBy: 'magento',
    can: { refundParts: false, couponLimit: false, couponStack: false },

    async orders() {
      const newest = control.orders().sort((one, other) => other.id - one.id)
      const reminded = await reminders()
      return newest.slice(0, ORDERS_SHOWN).map((order) => deskOrder(order, reminded.get(order.number) ?? null))
    },
    async ship(orderId, { carrier, trackingNumber }) {
      const order = found(orderId)
      // Magento itself would let an unpaid order leave.
      if (order.state === 'new' || order.state === 'pending_payment') throw new DeskRefusal('order_not_paid', 409)
      refusing('more_than_ordered', () =>
        control.shipOrder(order.number, [{ carrierCode: 'custom', title: carrier, number: trackingNumber }]),
      )
    },
    async markReady(orderId) {
      const order = found(orderId)
      if (order.state === 'new' || order.state === 'pending_payment') throw new DeskRefusal('order_not_paid', 409)
      refusing('more_than_ordered', () => control.shipOrder(order.number))
    },
    ...atGateway,
    async refund(orderId, part) {
      if (part) throw new DeskRefusal('not_supported', 501)
      const order = found(orderId)
      refusing('nothing_to_refund', () => control.refundOrder(order.number))
    },

    async setStock(skuCode, pieces) {
      refusing('not_found', () => control.setStock(skuCode, pieces))
    },
    async setPrice(skuCode, { price }) {
      refusing('not_found', () => control.setPrice(skuCode, price / 100))
    },

    async coupons() {
      const orders = control.orders().filter(({ state }) => state !== 'canceled')
      return control.coupons().map((coupon) => ({
        ...termsOf(coupon),
        used: orders.filter((order) => order.coupon?.code.toUpperCase() === coupon.code.toUpperCase()).length,
      }))
    },
    async putCoupon({ code, name, benefit, threshold, stackable, usageLimit }) {
      if (usageLimit !== null || stackable) throw new DeskRefusal('not_supported', 501)
      control.addCoupon({
        code,
        label: { default: name.zh, en: name.en },
        ...(benefit.kind === 'fixed' ? { amount: benefit.amount / 100 } : { percent: benefit.percent }),
        ...(threshold > 0 && { from: threshold / 100 }),
        perCustomer: 1,
      })
    },

    async shipping() {
      const { flatRate, freeShippingFrom } = control.settings()
      const freeFrom = freeShippingFrom === null ? null : Math.round(freeShippingFrom * 100)
      return { fee: Math.round(flatRate * 100), freeFrom, undeliverable: null }
    },
    async setShipping({ fee, freeFrom, undeliverable }) {
      if (undeliverable !== null) throw new DeskRefusal('not_supported', 501)
      control.configure({ flatRate: fee / 100, freeShippingFrom: freeFrom === null ? null : freeFrom / 100 })
    },
  }
}

/** As our gateway writes it into the order's history. */
const remarkOf = ({ comments }: MagentoOrder): string =>
  comments.flatMap(({ comment }) => /^备注：(.+)/m.exec(comment)?.[1] ?? [])[0] ?? ''

/** The stand-in says no by throwing a sentence. */
function refusing(code: string, act: () => void): void {
  try {
    act()
  } catch (error) {
    throw new DeskRefusal(code, code === 'not_found' ? 404 : 409, (error as Error).message)
  }
}

function termsOf({ code, label, percent, amount = 0, from = 0 }: CouponFixture): CouponTerms {
  const [zh = code, en = zh] = typeof label === 'string' ? [label] : [label.default, label.en]
  return {
    code,
    name: { zh, en },
    benefit: percent === undefined ? { kind: 'fixed', amount: Math.round(amount * 100) } : { kind: 'percent', percent },
    threshold: Math.round(from * 100),
    stackable: false,
    usageLimit: null,
  }
}

function deskOrder(order: MagentoOrder, reminded: DeskOrder['reminded']): DeskOrder {
  const { number, state, createdAt, items, grandTotal, shipments, invoices, creditMemos, shippingAddress } = order
  const { pickupLocationCode } = order
  const sum = (of: { total: number }[]) => of.reduce((total, one) => total + one.total, 0)
  const isLeft = items.some(({ ordered, canceled, refunded, shipped }) => ordered - canceled - refunded - shipped > 0)
  return {
    id: number,
    number,
    state: STATES[state],
    placedAt: new Date(createdAt).toISOString(),
    total: grandTotal,
    lines: items.map(({ name, options, ordered }) => ({
      name,
      options: options.map(({ value }) => value),
      quantity: ordered,
    })),
    parcels: shipments.flatMap(({ tracks }) =>
      tracks.map((track) => ({ carrier: track.title, trackingNumber: track.number })),
    ),
    pickup: pickupLocationCode ? { storeId: pickupLocationCode, store: shippingAddress?.street.join(' ') ?? '' } : null,
    waybills:
      state === 'processing' && shippingAddress && isLeft && !pickupLocationCode ? suggestedWaybills(number) : [],
    remark: remarkOf(order),
    // Of what was cancelled unpaid only the gateway knows why.
    cancelled: null,
    reminded: state === 'processing' ? reminded : null,
    refunded: sum(creditMemos),
    refundTrouble: null,
    untold: null,
    refundLines: [],
    refundable: Math.max(0, sum(invoices) - sum(creditMemos)),
  }
}
