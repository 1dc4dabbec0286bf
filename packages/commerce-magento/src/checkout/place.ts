import { randomUUID } from 'node:crypto'
import {
  type Amounts,
  type AppliedCoupon,
  BackendUnavailable,
  canBuy,
  destinationOf,
  type GoodsLine,
  linesRefusal,
  type OrderPickup,
  type OrderRequest,
  type PlacedOrder,
  pickupAt,
  refusedLine,
  type ShopperContext,
} from '@xiaopu/commerce'
import { and, eq } from 'drizzle-orm'
import type { Account } from '../customers/account'
import { PayByDocument, PlaceOrderDocument } from '../operations/documents'
import { findRow, orderOf } from '../orders/rows'
import { tillPickupOf } from '../stores/locations'
import { orders, type PlacementDraft } from '../tables'
import { MagentoMisconfigured, MagentoRefusal, NotSent } from '../transport/errors'
import type { Asking } from '../transport/graphql'
import { joined, marked, separated, type Wanted, wantedAt, wantedOf } from './lines'
import type { Placements } from './placements'
import { type CheckoutNeeds, withPrices } from './quote'

export interface PlacingNeeds extends CheckoutNeeds {
  placements: Placements
  paymentMethod: string
}

/** Codes by which Magento may mean that there is an order already (magento2#38308). */
const PERHAPS_PLACED = ['CART_NOT_ACTIVE', 'CART_NOT_FOUND', 'UNDEFINED']

/**
 * Places the order, once per reference. What Magento was asked to place is written down before it is asked; while it is
 * not known what became of it, the order is looked for and nothing else is done.
 */
export async function placeOrder(
  needs: PlacingNeeds,
  context: ShopperContext,
  request: OrderRequest,
): Promise<PlacedOrder> {
  if (request.items.length === 0) return { ok: false, problem: 'nothing_to_buy' }
  return needs.leases.exclusively(`till ${context.customer.id}`, async () => {
    const replayed = await findPlaced(needs, context, request.reference)
    if (replayed) return replayed
    await needs.placements.settle(context.customer)
    const found = await findPlaced(needs, context, request.reference)
    if (found) return found
    const work = () =>
      needs.tokens.as(context.customer, (asking, account) => place(needs, context, request, asking, account))
    // Magento reserves of the whole stock: what lies in one store is given out one order at a time.
    return request.pickup ? needs.leases.exclusively(`store ${request.pickup.storeId}`, work) : work()
  })
}

async function findPlaced({ trade }: PlacingNeeds, { customer }: ShopperContext, reference: string) {
  const which = and(eq(orders.customerId, customer.id), eq(orders.reference, reference))
  const row = await findRow(trade.database.db, which)
  return row ? ({ ok: true, order: orderOf(row), replayed: true } as const) : null
}

async function place(
  needs: PlacingNeeds,
  context: ShopperContext,
  request: OrderRequest,
  asking: Asking,
  account: Account,
): Promise<PlacedOrder> {
  const { trade, till } = needs
  const store = request.pickup ? await needs.stores.get(context, request.pickup.storeId) : null
  const pickup = request.pickup && store && (await tillPickupOf(trade.views, request.pickup))
  if (request.pickup && !pickup) return { ok: false, problem: 'store_unavailable' }
  const wanted = await wantedHere(needs, context, request)
  if (wanted.lines.some(({ status }) => !canBuy(status))) return unavailable(wanted.lines, pickup)
  const { address } = request
  // Those that did not count when it was quoted are not in the order any more.
  const coupon = request.coupons?.[0] ?? null
  const rung = await till.ring(asking, account, { pieces: wanted.pieces, address, pickup, coupon })
  if (!rung.ok) {
    if (rung.problem === 'undeliverable') {
      return { ok: false, problem: pickup ? 'store_unavailable' : 'address_undeliverable' }
    }
    return unavailable(await marked(trade, context.locale, wanted, rung.skus), pickup)
  }
  if (rung.amounts.total !== request.expectedTotal) return { ok: false, problem: 'price_changed' }
  const cart = rung.till.id
  await payBy(needs, asking, rung.till)
  const kept = request.pickup && store ? pickupAt(store, request.pickup) : null
  const draft = draftOf(context, { ...request, pickup: kept }, wanted, rung)
  await needs.placements.begin(context.customer, cart, draft)
  const answer = await ask(needs, cart, asking)
  if (answer.number !== null) return needs.placements.finish(draft, answer.number)
  if (answer.codes.some((code) => PERHAPS_PLACED.includes(code))) {
    const found = await needs.placements.look(context.customer, draft)
    if (found) return found
  }
  await needs.placements.forget(context.customer, draft.reference)
  return refused(needs, context, request)
}

/** What is asked for against the shop of now, or against the shelves of the store it is picked up from. */
async function wantedHere(
  { trade, stores }: PlacingNeeds,
  { locale }: ShopperContext,
  request: OrderRequest,
): Promise<Wanted> {
  const wanted = await wantedOf(trade, locale, joined(request.items))
  if (!request.pickup) return separated(trade, wanted, request.address, { now: true })
  return wantedAt(wanted, request.pickup.storeId, await stores.stock(wanted.lines.map(({ skuId }) => skuId)))
}

/** The method has to be offered in an earlier answer: set and placed in one, a disabled one was taken (magento2#37983). */
async function payBy(
  { trade, paymentMethod }: PlacingNeeds,
  asking: Asking,
  till: { id: string; available_payment_methods: ({ code: string } | null)[] | null },
): Promise<void> {
  const offered = (till.available_payment_methods ?? []).map((method) => method?.code)
  if (!offered.includes(paymentMethod)) {
    throw new MagentoMisconfigured(`Magento does not offer the payment method ${paymentMethod}: enable it for China`)
  }
  await trade.graphql.change(PayByDocument, { cart: till.id, code: paymentMethod }, asking)
}

/** Asks Magento once. Where the answer is lost, or is none, the draft stays: it is looked for from now on. */
async function ask(
  { trade, placements }: PlacingNeeds,
  cart: string,
  asking: Asking,
): Promise<{ number: string; codes: string[] } | { number: null; codes: string[] }> {
  try {
    const { placeOrder: placed } = await trade.graphql.change(PlaceOrderDocument, { cart }, asking)
    const codes = (placed?.errors ?? []).flatMap((error) => error?.code ?? [])
    return { number: placed?.orderV2?.number ?? null, codes: placed ? codes : ['UNDEFINED'] }
  } catch (error) {
    // Nobody was there; or refused for who asked, and then the caller tries again with another token.
    const nothingDone = error instanceof NotSent || (error instanceof MagentoRefusal && error.isAboutIdentity)
    if (nothingDone) {
      await placements.forgetCart(cart)
      throw error
    }
    if (error instanceof MagentoRefusal) return { number: null, codes: ['UNDEFINED'] }
    const found = error instanceof BackendUnavailable ? await placements.lookForCart(cart) : null
    if (found) return { number: found, codes: [] }
    throw error
  }
}

async function refused(needs: PlacingNeeds, context: ShopperContext, request: OrderRequest): Promise<PlacedOrder> {
  const now = await wantedHere(needs, context, request)
  if (now.lines.some(({ status }) => !canBuy(status))) return unavailable(now.lines, request.pickup)
  throw new BackendUnavailable('Magento could not place the order')
}

function unavailable(lines: GoodsLine[], pickup: object | null | undefined): PlacedOrder {
  const gone = lines.filter(({ status }) => !canBuy(status))
  return {
    ok: false,
    problem: linesRefusal(gone, pickup),
    lines: gone.map(refusedLine),
  }
}

function draftOf(
  { customer }: ShopperContext,
  request: Omit<OrderRequest, 'pickup'> & { pickup: OrderPickup | null },
  wanted: Wanted,
  { amounts, prices, coupon }: { amounts: Amounts; prices: Map<string, number>; coupon: AppliedCoupon | null },
): PlacementDraft {
  const { reference, pickup, fapiao, remark, expiresAt, cartLineIds } = request
  const lines = withPrices(wanted, prices).map(({ productId, skuId, name, options, picture, unitPrice, quantity }) => ({
    ...{ productId, skuId, name, options, picture, unitPrice, quantity },
  }))
  return {
    id: randomUUID(),
    customerId: customer.id,
    ...{ reference, lines, ...amounts, coupon, fapiao, cartLineIds },
    address: destinationOf(request, pickup),
    pickup: pickup && { store: pickup.store, name: pickup.name, phone: pickup.phone },
    remark: remark.replaceAll('\0', ''),
    expiresAt: expiresAt.toISOString(),
    pieces: wanted.pieces.map(({ sku, quantity }) => ({ sku, quantity })),
  }
}
