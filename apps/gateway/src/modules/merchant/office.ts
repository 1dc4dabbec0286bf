import type { CommerceBackend, Order as CommerceOrder, Coupon } from '@xiaopu/commerce'
import type { MerchantCoupon, MerchantOrder, MerchantOrderQuery, Page, ShippingRules } from '@xiaopu/contract'
import type { z } from 'zod'
import type { Clock } from '../../clock'
import { notFound, Refusal } from '../../http/refusal'
import type { AfterSalesModule } from '../after-sales/module'
import type { PictureView } from '../media/picture-view'
import type { OrdersCare } from '../order-care/service'
import { orderView } from '../orders/views'
import type { Payments } from '../payments/service'
import type { ShippingInfoDesk } from '../shipping-info/service'
import { knownPlaces } from './shipping-places'

interface Needs {
  backend: CommerceBackend
  payments: Payments
  afterSales: Pick<AfterSalesModule, 'cases' | 'desk'>
  care: Pick<OrdersCare, 'of'>
  shipping: Pick<ShippingInfoDesk, 'stateOf'>
  picture: PictureView
  clock: Clock
}

export type Office = ReturnType<typeof createOffice>

/** What the people of the shop decide, where the shop is run here and not in another system. */
export function createOffice({ backend, payments, afterSales, care, shipping, picture, clock }: Needs) {
  /** @throws Refusal `not_supported`: it is decided in the shop system behind us */
  function desk() {
    if (!backend.merchant) throw new Refusal('not_supported', { detail: `this is decided in ${backend.name}` })
    return backend.merchant
  }

  async function orders(query: z.output<typeof MerchantOrderQuery>): Promise<Page<MerchantOrder>> {
    const page = await desk().orders(query)
    return { ...page, items: await Promise.all(page.items.map(view)) }
  }

  async function order(orderId: string): Promise<MerchantOrder> {
    return view(await known(orderId))
  }

  async function known(orderId: string): Promise<CommerceOrder> {
    const order = await backend.orders.find(orderId)
    if (!order) throw notFound('order')
    return order
  }

  async function ship(
    orderId: string,
    request: { carrier: string; trackingNumber: string | null; lines: { skuId: string; quantity: number }[] | null },
  ): Promise<MerchantOrder> {
    const merchant = desk()
    if (await afterSales.desk.isBeingRefunded(await known(orderId))) throw new Refusal('refund_on_its_way')
    const sent = await merchant.ship(orderId, request)
    if (sent.ok) return view(sent.order)
    if (sent.problem === 'other_delivery') throw new Refusal('other_delivery')
    throw new Refusal(sent.problem === 'not_paid' ? 'order_not_paid' : 'more_than_ordered')
  }

  async function setStock(skuCode: string, onHand: number): Promise<void> {
    const answer = await desk().setStock(skuCode, onHand)
    if (answer.ok) return
    throw answer.problem === 'reserved' ? new Refusal('stock_reserved') : notFound('SKU')
  }

  async function setPrice(skuCode: string, price: { price: number; compareAt: number | null }): Promise<void> {
    if (!(await desk().setPrice(skuCode, price)).ok) throw notFound('SKU')
  }

  async function coupons(): Promise<MerchantCoupon[]> {
    return (await desk().coupons()).map(({ startsAt, endsAt, ...coupon }) => ({
      ...coupon,
      startsAt: startsAt?.toISOString() ?? null,
      endsAt: endsAt?.toISOString() ?? null,
    }))
  }

  async function putCoupon(coupon: Coupon): Promise<void> {
    await desk().putCoupon(coupon)
  }

  const shippingRules = async (): Promise<ShippingRules> => desk().shippingRules()

  /** @throws Refusal `validation_failed` naming each place there is not, and each that is said twice */
  async function putShippingRules(rules: ShippingRules): Promise<void> {
    const merchant = desk()
    await merchant.putShippingRules(knownPlaces(rules))
  }

  async function view(order: CommerceOrder): Promise<MerchantOrder> {
    const [cares, refunded, afterSale, { refunds, refundable }, shippingInfo] = await Promise.all([
      care.of([order]),
      payments.refundedOf([order]),
      afterSales.cases.forOrders([order]),
      afterSales.cases.refundsFor(order),
      shipping.stateOf(order.id),
    ])
    const { actions: _, ...seen } = orderView(picture, order, {
      care: cares.get(order.id)!,
      refunded: refunded.get(order.id) ?? 0,
      afterSale: afterSale.get(order.id)!,
      // Whether it was reviewed is between the shopper and the product.
      reviewed: new Set(),
      receipt: null,
      // Who comes for the goods says it; who hands them over must not know it.
      pickupCode: null,
      followable: false,
      now: clock(),
    })
    return { ...seen, refunds, shippingInfo, refundable: backend.capabilities.refundsByMerchant ? null : refundable }
  }

  return {
    view,
    orders,
    order,
    ship,
    setStock,
    setPrice,
    coupons,
    putCoupon,
    shippingRules,
    putShippingRules,
  }
}
