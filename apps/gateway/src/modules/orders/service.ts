import type { CommerceBackend, Order as CommerceOrder, PlacedOrder, ShopperContext } from '@xiaopu/commerce'
import type { CancelOrder, Order, OrderCounts, OrderPage, OrderQuery, PlaceOrder } from '@xiaopu/contract'
import type { z } from 'zod'
import { after, type Clock } from '../../clock'
import { notFound, Refusal } from '../../http/refusal'
import type { Cases } from '../after-sales/cases'
import { codesOf, pickupOf } from '../checkout/purchase'
import type { Checkout } from '../checkout/service'
import type { PictureView } from '../media/picture-view'
import type { OrdersCare } from '../order-care/service'
import type { Payments } from '../payments/service'
import type { PickupCodes } from '../pickup/codes'
import type { ReviewLedger } from '../reviews/ledger'
import type { ShippingInfoDesk } from '../shipping-info/service'
import type { Wallet } from '../wallet/wallet'
import { type IdempotencyKeys, type KeyUse, keyUseOf, referenceOf } from './idempotency'
import type { DecidedOrder } from './tables'
import { createToReview } from './to-review'
import { orderView } from './views'

interface Needs {
  backend: CommerceBackend
  checkout: Checkout
  payments: Pick<Payments, 'closeAndCancel' | 'refundedOf'>
  afterSales: Pick<Cases, 'forOrders' | 'openCount'>
  keys: IdempotencyKeys
  reviewed: ReviewLedger
  care: Pick<OrdersCare, 'of' | 'hiddenOf' | 'noteCancel'>
  shipping: Pick<ShippingInfoDesk, 'receiptsOf' | 'isReceived'>
  wallet: Pick<Wallet, 'hold' | 'release' | 'spend'>
  pickupCodes: Pick<PickupCodes, 'of'>
  picture: PictureView
  clock: Clock
  /** ms */
  orderTtl: number
}

export type Orders = ReturnType<typeof createOrders>

/** A shopper's orders. */
export function createOrders(needs: Needs) {
  const { backend, checkout, payments, afterSales, keys, reviewed, care, shipping, wallet, pickupCodes } = needs
  const { picture, clock, orderTtl } = needs
  const toReview = createToReview(backend, reviewed)

  /** Places what was quoted. The same key with the same body is the same order, also when the first answer was lost. */
  async function place(context: ShopperContext, key: string, body: PlaceOrder): Promise<Order> {
    const use = keyUseOf(context.customer.id, key, body)
    const made = await keys.claim(use)
    if (made) return get(context, made)
    const decided = await decide(context, use, body)
    if (!(await wallet.hold(context.customer.id, codesOf(decided), decided.reference))) {
      await keys.release(use)
      throw new Refusal('quote_changed')
    }
    const placed = await backend.checkout.place(context, {
      ...decided,
      coupons: codesOf(decided),
      address: body.address,
      pickup: pickupOf(body.delivery),
      fapiao: body.fapiao,
      remark: body.remark,
      expiresAt: after(clock(), orderTtl),
    })
    if (!placed.ok) {
      await wallet.release(decided.reference)
      await keys.release(use)
      throw placementRefusal(placed)
    }
    await wallet.spend(decided.reference, placed.order.id)
    await keys.settle(use, decided, placed.order.id)
    return view(placed.order)
  }

  async function decide(context: ShopperContext, use: KeyUse, body: PlaceOrder): Promise<DecidedOrder> {
    try {
      const { lines, total, ...quoted } = await checkout.confirm(context, body)
      return await keys.decide(use, {
        reference: referenceOf(use),
        items: lines.map(({ skuId, quantity }) => ({ skuId, quantity })),
        cartLineIds: lines.flatMap(({ lineId }) => lineId ?? []),
        expectedTotal: total,
        coupons: codesOf(quoted),
      })
    } catch (error) {
      // A second tap, at once or after a crash, may find the cart emptied by the first: what was decided then counts.
      const other = await keys.find(use)
      if (other?.decided) return other.decided
      if (error instanceof Refusal) await keys.release(use)
      throw error
    }
  }

  /** @throws Refusal `not_found`: unknown, or somebody else's */
  async function find(context: ShopperContext, orderId: string): Promise<CommerceOrder> {
    const order = await backend.orders.get(context, orderId)
    if (!order) throw notFound('order')
    return order
  }

  async function get(context: ShopperContext, orderId: string): Promise<Order> {
    return view(await find(context, orderId))
  }

  async function list(context: ShopperContext, query: z.output<typeof OrderQuery>): Promise<OrderPage> {
    const { status, ...asked } = query
    const range = { ...asked, except: await care.hiddenOf(context.customer.id) }
    const page = await (status === 'review'
      ? toReview.page(context, range)
      : backend.orders.list(context, { ...range, status }))
    return { ...page, items: await views(page.items) }
  }

  async function counts(context: ShopperContext): Promise<OrderCounts> {
    const except = await care.hiddenOf(context.customer.id)
    const counts = await backend.orders.counts(context, { except })
    const some = counts.shipped + counts.completed > 0
    const review = some ? await toReview.count(context, except) : 0
    return { ...counts, review, afterSales: await afterSales.openCount(context.customer.id) }
  }

  /** Cancels an unpaid order: WeChat's side first, then ours. Cancelling it again changes nothing. */
  async function cancel(context: ShopperContext, orderId: string, said?: CancelOrder | null): Promise<Order> {
    const ended = await end(await find(context, orderId))
    if (said && ended.cancelledBecause === 'shopper') await care.noteCancel(ended, said)
    return view(ended)
  }

  async function end(order: CommerceOrder): Promise<CommerceOrder> {
    if (order.status === 'cancelled') return order
    if (order.status !== 'pending_payment') throw new Refusal('order_not_cancellable')
    const ended = await payments.closeAndCancel(order, 'shopper')
    if (ended.outcome === 'paid') throw new Refusal('order_not_cancellable')
    return ended.order
  }

  /** Everything has arrived. Saying it again changes nothing. */
  async function confirmReceipt(context: ShopperContext, orderId: string): Promise<Order> {
    const confirmed = await backend.orders.confirmReceipt(context, orderId)
    if (!confirmed) throw notFound('order')
    if (confirmed.outcome === 'not_shipped') throw new Refusal('order_not_shipped')
    return view(confirmed.order)
  }

  /** The order as it stands once WeChat was asked: its shopper may have confirmed receipt there. @throws Refusal `wechat_unavailable` */
  async function checkReceipt(context: ShopperContext, orderId: string): Promise<Order> {
    const order = await find(context, orderId)
    return (await shipping.isReceived(order)) ? confirmReceipt(context, orderId) : view(order)
  }

  async function view(order: CommerceOrder): Promise<Order> {
    const [shown] = await views([order])
    return shown!
  }

  async function views(orders: CommerceOrder[]): Promise<Order[]> {
    const [cares, refunded, afterSale, reviews, codes, receipts] = await Promise.all([
      care.of(orders),
      payments.refundedOf(orders),
      afterSales.forOrders(orders),
      reviewed.saidOf(orders.map(({ id }) => id)),
      pickupCodes.of(orders),
      shipping.receiptsOf(orders),
    ])
    const now = clock()
    return orders.map((order) =>
      orderView(picture, order, {
        care: cares.get(order.id)!,
        refunded: refunded.get(order.id) ?? 0,
        afterSale: afterSale.get(order.id)!,
        receipt: receipts.get(order.id) ?? null,
        pickupCode: codes.get(order.id) ?? null,
        reviewed: reviews.get(order.id)!.reviewed,
        followable: reviews.get(order.id)!.followable.size > 0,
        now,
      }),
    )
  }

  return { place, find, get, list, counts, cancel, confirmReceipt, checkReceipt }
}

function placementRefusal(placed: Extract<PlacedOrder, { ok: false }>): Refusal {
  switch (placed.problem) {
    case 'lines_unavailable':
    case 'store_out_of_stock':
      return new Refusal(placed.problem, { lines: placed.lines })
    case 'price_changed':
      return new Refusal('quote_changed')
    default:
      return new Refusal(placed.problem)
  }
}
