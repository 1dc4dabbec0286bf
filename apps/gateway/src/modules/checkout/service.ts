import {
  type CartLine,
  type CommerceBackend,
  type Quote as CommerceQuote,
  type CouponRefusal,
  canBuy,
  type GoodsLine,
  type PurchaseItem,
  refusedLine,
  type ShopperContext,
} from '@xiaopu/commerce'
import type { Sql } from '@xiaopu/commerce-postgres/database'
import type { PlaceOrder, PurchaseSource, Quote, QuoteRequest } from '@xiaopu/contract'
import { and, eq, lt } from 'drizzle-orm'
import { after, type Clock } from '../../clock'
import { notFound, Refusal } from '../../http/refusal'
import type { Selection } from '../cart/selection'
import { goodsView, isSelected } from '../cart/views'
import type { PictureView } from '../media/picture-view'
import type { Wallet } from '../wallet/wallet'
import {
  codesOf,
  type Destination,
  destinationOf,
  type PurchaseLine,
  type QuotedPurchase,
  quoteIdOf,
  samePurchase,
} from './purchase'
import { quotes } from './tables'

interface Needs {
  db: Sql
  backend: CommerceBackend
  selection: Selection
  wallet: Pick<Wallet, 'objection'>
  picture: PictureView
  clock: Clock
}

export type Checkout = ReturnType<typeof createCheckout>

/** A quote is an offer for a day at most; what it says is checked again when the order is placed. */
const KEEP_QUOTES = 24 * 60 * 60_000

/** What an order would cost, and whether it may be placed as it was quoted. */
export function createCheckout({ db, backend, selection, wallet, picture, clock }: Needs) {
  async function quote(context: ShopperContext, request: QuoteRequest): Promise<Quote> {
    const { source } = request
    const destination = destinationOf(request)
    const lines = await linesOf(context, source)
    const quoted = await quoteWith(context, itemsOf(lines), destination, codesOf(request))
    // The port shows a SKU it has never known as off sale, without a product.
    if (source.kind === 'direct' && quoted.lines[0]?.productId === '') throw notFound('SKU')
    const id = quoteIdOf(source.kind, quoted, destination.pickup ?? destination.address)
    await remember(context.customer.id, id, {
      source: source.kind,
      lines,
      total: quoted.amounts.total,
      coupons: quoted.coupons.map(({ code }) => code),
    })
    const { freeShippingFrom, shipsWithinHours } = await backend.delivery.promises()
    const cartLines = new Map(lines.map(({ skuId, lineId }) => [skuId, lineId]))
    return {
      id,
      lines: quoted.lines.map((line) => ({
        ...goodsView(picture, line),
        lineId: cartLines.get(line.skuId) ?? null,
        status: line.status,
        available: line.available,
        pickup: line.pickup,
      })),
      amounts: quoted.amounts,
      freeShippingFrom: quoted.shipping ? quoted.shipping.terms.freeFrom : freeShippingFrom,
      shipping: quoted.shipping,
      shipsWithinHours,
      coupon: quoted.coupons[0] ?? null,
      coupons: quoted.coupons,
      couponRefused: quoted.couponsRefused[0] ?? null,
      couponsRefused: quoted.couponsRefused,
      couponLimit: backend.capabilities.couponsPerOrder,
      problems: quoted.problems,
    }
  }

  /**
   * What to order for a quote the shopper saw, having asked for all prices and stock again.
   *
   * @throws Refusal `nothing_to_buy`, `lines_unavailable` or `store_out_of_stock` with the lines, `store_unavailable`,
   *   `address_undeliverable`, or `quote_changed` when anything else is not as it was
   */
  async function confirm(context: ShopperContext, order: PlaceOrder): Promise<QuotedPurchase> {
    const quoted = await recall(context.customer.id, order.quoteId)
    if (!quoted || quoted.source !== order.source.kind) throw new Refusal('quote_changed')
    const { source } = order
    const destination = destinationOf(order)
    if (source.kind === 'direct' && !samePurchase(quoted.lines, [{ ...itemOf(source), lineId: null }]))
      throw new Refusal('quote_changed')
    const now = await quoteWith(context, itemsOf(quoted.lines), destination, codesOf(quoted))
    refuseProblems(now)
    if (source.kind === 'cart') await confirmCart(context, quoted.lines, destination)
    if (quoteIdOf(quoted.source, now, destination.pickup ?? destination.address) !== order.quoteId)
      throw new Refusal('quote_changed')
    return quoted
  }

  /** A coupon that has to be taken first counts only for who has it. */
  async function quoteWith(
    context: ShopperContext,
    items: PurchaseItem[],
    destination: Destination,
    codes: readonly string[],
  ): Promise<CommerceQuote> {
    const coupons: string[] = []
    const refused: CouponRefusal[] = []
    for (const code of codes) {
      const reason = await wallet.objection(context.customer.id, code)
      if (reason) refused.push({ code, reason, missing: null })
      else coupons.push(code)
    }
    const quoted = await backend.checkout.quote(context, { items, ...destination, coupons })
    return { ...quoted, couponsRefused: [...refused, ...quoted.couponsRefused] }
  }

  async function confirmCart(context: ShopperContext, quoted: PurchaseLine[], { pickup }: Destination): Promise<void> {
    const { lines } = await backend.carts.get(context)
    const meant = lines.filter(({ id }) => quoted.some(({ lineId }) => lineId === id))
    // Somebody else may have bought the last one since the prices were asked a moment ago: that is sold out, too.
    if (!pickup) refuseGone(meant)
    // The store has just said that it has them; what is left in the warehouse is nothing to them.
    if (!samePurchase(quoted, await ticked(context, lines, pickup ? meant : []))) throw new Refusal('quote_changed')
  }

  /** For the cart: its ticked lines that can be had. Nothing else of the cart is looked at. */
  async function linesOf(context: ShopperContext, source: PurchaseSource): Promise<PurchaseLine[]> {
    if (source.kind === 'direct') return [{ ...itemOf(source), lineId: null }]
    return ticked(context, (await backend.carts.get(context)).lines)
  }

  /** @param kept lines that count, whatever is left of them, as long as they were not unticked */
  async function ticked(
    { customer }: ShopperContext,
    lines: CartLine[],
    kept: CartLine[] = [],
  ): Promise<PurchaseLine[]> {
    const ticks = await selection.of(customer.id)
    const isKept = (line: CartLine) => kept.includes(line) && !ticks.deselected.has(line.id)
    const selected = lines.filter((line) => isSelected(line, ticks) || isKept(line))
    return selected.map(({ id, skuId, quantity }) => ({ lineId: id, skuId, quantity }))
  }

  async function remember(shopperId: string, id: string, purchase: QuotedPurchase): Promise<void> {
    const createdAt = clock()
    await db
      .insert(quotes)
      .values({ shopperId, id, purchase, createdAt })
      .onConflictDoUpdate({ target: [quotes.shopperId, quotes.id], set: { purchase, createdAt } })
  }

  async function recall(shopperId: string, id: string): Promise<QuotedPurchase | undefined> {
    const [row] = await db
      .select({ purchase: quotes.purchase })
      .from(quotes)
      .where(and(eq(quotes.shopperId, shopperId), eq(quotes.id, id)))
    return row?.purchase
  }

  async function forgetOldQuotes(): Promise<void> {
    await db.delete(quotes).where(lt(quotes.createdAt, after(clock(), -KEEP_QUOTES)))
  }

  /** The pieces a source stands for now. */
  const items = async (context: ShopperContext, source: PurchaseSource) => itemsOf(await linesOf(context, source))

  return { quote, confirm, items, forgetOldQuotes }
}

const itemOf = ({ skuId, quantity }: { skuId: string; quantity: number }) => ({ skuId, quantity })
const itemsOf = (lines: PurchaseLine[]) => lines.map(itemOf)

function refuseProblems({ lines, problems }: CommerceQuote): void {
  if (problems.includes('store_unavailable')) throw new Refusal('store_unavailable')
  if (problems.includes('lines_unavailable') || problems.includes('lines_undeliverable')) refuseGone(lines)
  if (problems.includes('store_out_of_stock')) refuseGone(lines, 'store_out_of_stock')
  if (problems.includes('nothing_to_buy')) throw new Refusal('nothing_to_buy')
  if (problems.includes('address_undeliverable')) throw new Refusal('address_undeliverable')
}

function refuseGone(lines: GoodsLine[], code: 'lines_unavailable' | 'store_out_of_stock' = 'lines_unavailable'): void {
  const gone = lines.filter(({ status }) => !canBuy(status))
  if (gone.length === 0) return
  throw new Refusal(code, { lines: gone.map(refusedLine) })
}
