import {
  type Address,
  type Fen,
  type GoodsLine,
  type Quote,
  type ShippingRules,
  type ShopperContext,
  shippingFee,
  splitDiscounts,
  totals,
} from '@xiaopu/commerce'
import type { Sql } from '../database/database'
import { applyCoupons } from './coupons'
import type { Goods } from './goods'
import type { Shop } from './settings'
import { parcelOf } from './shipping'

/** Amounts are without a fee where the goods cannot be sent to the address. */
export interface Price extends Pick<Quote, 'amounts' | 'shipping' | 'coupons' | 'couponsRefused'> {
  deliverable: boolean
  /** What each line is given of the discount. */
  discounts: Fen[]
}

export interface Priced {
  lines: GoodsLine[]
  goods: ReadonlyMap<string, Goods>
  rules: ShippingRules
  address: Pick<Address, 'province' | 'city'> | null
  pickup: object | null | undefined
  coupons?: readonly string[]
}

/** What the lines come to, for quotes and orders alike. `hold` is for orders: see `applyCoupons`. */
export async function priceOf(
  db: Sql,
  shop: Shop,
  context: ShopperContext,
  { lines, goods, rules, address, pickup, coupons = [] }: Priced,
  { hold }: { hold: boolean },
): Promise<Price> {
  const { applied, refused, discounts } = await applyCoupons(db, shop, context, coupons, lines, { hold })
  const discount = applied.reduce((sum, one) => sum + one.discount, 0)
  // What is picked up needs no parcel.
  const sent = pickup ? ({ ok: true, fee: 0 } as const) : shippingFee(parcelOf(lines, goods), address, rules, discount)
  return {
    amounts: totals(lines, sent.ok ? sent.fee : 0, discount),
    shipping: sent.ok && 'terms' in sent ? { terms: sent.terms, grams: sent.grams } : null,
    deliverable: sent.ok,
    coupons: applied,
    couponsRefused: refused,
    discounts: splitDiscounts(
      lines.map(({ unitPrice, quantity }) => unitPrice * quantity),
      discounts,
    ),
  }
}
