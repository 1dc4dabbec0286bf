import {
  type AppliedCoupon,
  type CouponReason,
  type CouponRefusal,
  canBuy,
  type GoodsLine,
  lineProblems,
  type Quote,
  type QuoteRequest,
  type ShopperContext,
  type StoresPort,
} from '@xiaopu/commerce'
import type { Tokens } from '../customers/tokens'
import type { Leases } from '../locks/leases'
import type { Trade } from '../shop'
import { tillPickupOf } from '../stores/locations'
import type { Till } from '../till/till'
import { sameCode } from '../till/view'
import { marked, piecesOf, separated, unseparated, type Wanted, wantedAt, wantedOf } from './lines'

export interface CheckoutNeeds {
  trade: Trade
  till: Till
  tokens: Tokens
  leases: Leases
  stores: StoresPort
}

const NOTHING = { goods: 0, discount: 0, shipping: 0, total: 0 }

/**
 * What the goods cost, by Magento's own till: with its rules, its shipping and the prices of now. Magento Open Source takes one
 * coupon to a cart: of several codes the first that counts.
 */
export async function quote(needs: CheckoutNeeds, context: ShopperContext, request: QuoteRequest): Promise<Quote> {
  const [code, ...rest] = request.coupons ?? []
  const quoted = await quoteWith(needs, context, request, code ?? null)
  if (code === undefined) return quoted
  const others = rest.filter((other) => !sameCode(other, code))
  if (quoted.coupons.length > 0) {
    return { ...quoted, couponsRefused: others.map((other) => refusalOf(other, 'too_many')) }
  }
  const next = others.length > 0 ? await quote(needs, context, { ...request, coupons: others }) : quoted
  // Magento tells why in a sentence of the store's language, which nobody can tell apart from others.
  return { ...next, couponsRefused: [refusalOf(code, 'not_applicable'), ...next.couponsRefused] }
}

async function quoteWith(
  { trade, till, tokens, leases, stores }: CheckoutNeeds,
  context: ShopperContext,
  request: QuoteRequest,
  coupon: string | null,
): Promise<Quote> {
  const { items, address } = request
  const asked = await wantedOf(trade, context.locale, items)
  const storeId = request.pickup?.storeId
  const shelves = storeId === undefined ? [] : await stores.stock(asked.lines.map(({ skuId }) => skuId))
  let wanted = storeId === undefined ? await separated(trade, asked, address) : wantedAt(asked, storeId, shelves)
  const pickup = request.pickup ? await tillPickupOf(trade.views, request.pickup) : null
  if (request.pickup && !pickup) return answer(wanted.lines, NOTHING, request, { noStore: true })
  // Each time the till refuses some of the goods, the rest is rung up again.
  while (wanted.pieces.length > 0) {
    const { pieces } = wanted
    const rung = await leases.exclusively(`till ${context.customer.id}`, () =>
      tokens.as(context.customer, (asking, account) => till.ring(asking, account, { pieces, address, pickup, coupon })),
    )
    if (rung.ok) return answer(withPrices(wanted, rung.prices), rung.amounts, request, { coupon: rung.coupon })
    if (rung.problem === 'undeliverable') {
      const lines = unseparated(wanted.lines, asked.lines)
      return answer(lines, summed(lines), request, { undeliverable: true })
    }
    const lines = await marked(trade, context.locale, wanted, rung.skus)
    wanted = { ...wanted, lines, pieces: piecesOf(lines, wanted.goods) }
  }
  return answer(wanted.lines, NOTHING, request, {})
}

/** A piece costs what the till says: a customer's group may have prices of its own. */
export function withPrices({ lines, goods }: Wanted, prices: Map<string, number>): GoodsLine[] {
  return lines.map((line) => {
    const price = prices.get(goods.get(line.skuId)?.key.sku ?? '')
    if (price === undefined || !canBuy(line.status)) return line
    const struck = line.compareAt !== null && line.compareAt > price ? line.compareAt : null
    return { ...line, unitPrice: price, compareAt: struck }
  })
}

interface Said {
  coupon?: AppliedCoupon | null
  undeliverable?: boolean
  noStore?: boolean
}

function answer(
  lines: GoodsLine[],
  amounts: Quote['amounts'],
  request: QuoteRequest,
  { coupon = null, undeliverable = false, noStore = false }: Said,
): Quote {
  const problems: Quote['problems'] = []
  if (lines.length === 0) problems.push('nothing_to_buy')
  problems.push(...lineProblems(lines, request.pickup))
  if (request.address === null && !request.pickup) problems.push('address_required')
  // Where In-Store Delivery is off, nothing can be picked up anywhere.
  if (noStore || (undeliverable && request.pickup)) problems.push('store_unavailable')
  else if (undeliverable) problems.push('address_undeliverable')
  const coupons = coupon ? [{ ...coupon, stackable: false }] : []
  return { lines, amounts, shipping: null, coupons, couponsRefused: [], problems }
}

const refusalOf = (code: string, reason: CouponReason): CouponRefusal => ({ code, reason, missing: null })

function summed(lines: GoodsLine[]): Quote['amounts'] {
  const bought = lines.filter(({ status }) => canBuy(status))
  const goods = bought.reduce((sum, { unitPrice, quantity }) => sum + unitPrice * quantity, 0)
  return { goods, discount: 0, shipping: 0, total: goods }
}
