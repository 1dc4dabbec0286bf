import type { CatalogueProduct } from '../../fixtures/catalogue'
import { type Cents, toCents, toFloat } from '../../money'
import { type Price, priceOf, priceRange } from '../../sales/prices'
import { money, type Visit } from '../visit'

export function rangeView(visit: Visit, product: CatalogueProduct) {
  const { minimum, maximum } = priceRange(visit.magento, product)
  return { minimum_price: priceView(visit, minimum), maximum_price: priceView(visit, maximum) }
}

export function priceView(visit: Visit, { regular, final }: Price) {
  return {
    regular_price: money(visit, regular),
    final_price: money(visit, final),
    discount: discountView(regular, final),
    fixed_product_taxes: [],
  }
}

export function discountView(regular: Cents, final: Cents) {
  const off = regular - final
  return { amount_off: toFloat(off), percent_off: regular === 0 ? 0 : Math.round((off / regular) * 10_000) / 100 }
}

export function tiersView(visit: Visit, product: CatalogueProduct) {
  const { final } = priceOf(visit.magento, product)
  return (product.price?.tiers ?? []).map(({ quantity, price }) => ({
    quantity,
    final_price: money(visit, toCents(price)),
    discount: discountView(final, toCents(price)),
  }))
}
