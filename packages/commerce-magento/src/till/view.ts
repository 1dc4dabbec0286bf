import type { Amounts, AppliedCoupon, Fen } from '@xiaopu/commerce'
import { fenOf } from '../mapping/money'
import type { TillViewFragment } from '../operations/documents'

export type TillView = TillViewFragment
type Item = NonNullable<NonNullable<NonNullable<TillView['itemsV2']>['items']>[number]>

export const itemsOf = (till: TillView): Item[] => (till.itemsV2?.items ?? []).filter((item) => item !== null)

/** Of the variant, where it is one. */
export function skuOf(item: Item): string {
  const variant = 'configured_variant' in item ? item.configured_variant : null
  return variant?.sku ?? item.product.sku ?? ''
}

/** What one piece costs here, by SKU. */
export function pricesOf(till: TillView): Map<string, Fen> {
  return new Map(itemsOf(till).map((item) => [skuOf(item), fenOf(item.prices?.price_including_tax)]))
}

/** SKUs of which there are fewer pieces than wanted, or none. */
export function shortOf(till: TillView, wanted: { sku: string; quantity: number }[]): string[] {
  const there = new Map(itemsOf(till).map((item) => [skuOf(item), item]))
  return wanted
    .filter(({ sku, quantity }) => {
      const item = there.get(sku)
      return item === undefined || item.quantity < quantity || (item.errors ?? []).length > 0
    })
    .map(({ sku }) => sku)
}

/**
 * Magento's totals as ours. Its grand total is what will be paid; goods are what is left of it without shipping and
 * before discount, so that the figures add up however the store shows its taxes. What a rule takes off shipping makes
 * shipping cheaper: the discount is of the goods alone, so that it can be told of each of them.
 */
export function amountsOf(till: TillView): Amounts {
  const total = fenOf(till.prices?.grand_total)
  const method = till.shipping_addresses[0]?.selected_shipping_method
  const fee = method ? fenOf(method.price_incl_tax) : 0
  const shipping = fee - Math.min(fee, sumOf(discountsOf(till).filter(({ applied_to }) => applied_to === 'SHIPPING')))
  const discount = sumOf(discountsOf(till).filter(({ applied_to }) => applied_to !== 'SHIPPING'))
  return { goods: total - shipping + discount, discount, shipping, total }
}

type Discount = NonNullable<NonNullable<NonNullable<TillView['prices']>['discounts']>[number]>

const discountsOf = (till: TillView): Discount[] =>
  (till.prices?.discounts ?? []).filter((discount) => discount !== null)
const sumOf = (discounts: Discount[]): Fen => discounts.reduce((sum, { amount }) => sum + Math.abs(fenOf(amount)), 0)

/** The coupon Magento counts at the moment; the others of its discounts come by themselves. */
export function couponOf(till: TillView): AppliedCoupon | null {
  const code = till.applied_coupons?.find((coupon) => coupon !== null)?.code
  if (!code) return null
  const own = (till.prices?.discounts ?? []).filter((discount) => sameCode(discount?.coupon?.code, code))
  const discount = own.reduce((sum, each) => sum + Math.abs(fenOf(each?.amount)), 0)
  return { code, name: own.find((each) => each?.label)?.label ?? code, discount }
}

export const sameCode = (one: string | null | undefined, other: string | null | undefined): boolean =>
  one?.trim().toLowerCase() === other?.trim().toLowerCase()

interface Method {
  carrier_code: string
  method_code: string | null
  available: boolean
  price_incl_tax: { value: number | null } | null
}

/** The method to send by: the merchant's preference, then the cheapest; null: this place is not delivered to. */
export function bestMethod(
  methods: readonly (Method | null)[],
  preferred: readonly string[],
): { carrier: string; method: string; fee: Fen } | null {
  const offered = methods.flatMap((each) =>
    each?.available && each.method_code && each.carrier_code !== 'instore'
      ? [{ carrier: each.carrier_code, method: each.method_code, fee: fenOf(each.price_incl_tax) }]
      : [],
  )
  const rank = ({ carrier, method }: { carrier: string; method: string }) => {
    const place = preferred.indexOf(`${carrier}_${method}`)
    return place === -1 ? preferred.length : place
  }
  const [best] = offered.sort((one, other) => rank(one) - rank(other) || one.fee - other.fee)
  return best ?? null
}

/** The same for what lies in the till. */
export function methodOf(till: TillView, preferred: readonly string[]): { carrier: string; method: string } | null {
  const best = bestMethod(till.shipping_addresses[0]?.available_shipping_methods ?? [], preferred)
  return best && { carrier: best.carrier, method: best.method }
}

/** By which a pickup location's goods are picked up; null: Magento's In-Store Delivery is not enabled. */
export function pickupMethodOf(till: TillView): { carrier: string; method: string } | null {
  const methods = till.shipping_addresses[0]?.available_shipping_methods ?? []
  const found = methods.find((each) => each?.available && each.carrier_code === 'instore')
  return found?.method_code ? { carrier: found.carrier_code, method: found.method_code } : null
}
