import type { CatalogueProduct } from '../fixtures/catalogue'
import type { Magento } from '../magento'
import { type Cents, toCents } from '../money'
import { isInStock, offeredVariants, partsOf } from './stock'

export interface Price {
  regular: Cents
  final: Cents
}

/** Of a product with a price of its own. */
export function priceOf({ state }: Magento, product: CatalogueProduct): Price {
  const changed = state.prices[product.sku]
  const regular = changed?.price ?? toCents(product.price?.price ?? 0)
  const special = changed
    ? changed.special
    : product.price?.special === undefined
      ? null
      : toCents(product.price.special)
  return { regular, final: special === null ? regular : Math.min(regular, special) }
}

/** What one piece costs when so many are bought. */
export function unitPrice(magento: Magento, product: CatalogueProduct, quantity: number): Cents {
  const { final } = priceOf(magento, product)
  const tiers = (product.price?.tiers ?? [])
    .filter((tier) => quantity >= tier.quantity)
    .map(({ price }) => toCents(price))
  return Math.min(final, ...tiers)
}

/** The cheapest and the dearest that a product can be had for. */
export function priceRange(magento: Magento, product: CatalogueProduct): { minimum: Price; maximum: Price } {
  const prices = pricesWithin(magento, product)
  const byFinal = [...prices].sort((one, other) => one.final - other.final)
  const none = { regular: 0, final: 0 }
  return { minimum: byFinal[0] ?? none, maximum: byFinal.at(-1) ?? none }
}

function pricesWithin(magento: Magento, product: CatalogueProduct): Price[] {
  const { fixture } = product
  if (product.parent === null && fixture.type === 'configurable') {
    const offered = offeredVariants(magento, product)
    // What is sold out has no price to start from, unless everything is.
    const inStock = offered.filter((variant) => isInStock(magento, variant))
    const counted = magento.settings.showOutOfStock || inStock.length === 0 ? offered : inStock
    return counted.map((variant) => priceOf(magento, variant))
  }
  if (product.parent === null && fixture.type === 'grouped') {
    return partsOf(magento, product).map((part) => priceOf(magento, part))
  }
  if (product.parent === null && fixture.type === 'bundle') {
    const bounds = fixture.items.map(({ options, required }) => {
      const sums = options.map(({ sku, quantity }) => {
        const part = magento.catalogue.bySku.get(sku)
        return part ? priceOf(magento, part).final * quantity : 0
      })
      return { low: required ? Math.min(...sums) : 0, high: Math.max(...sums) }
    })
    const low = bounds.reduce((sum, bound) => sum + bound.low, 0)
    const high = bounds.reduce((sum, bound) => sum + bound.high, 0)
    return [
      { regular: low, final: low },
      { regular: high, final: high },
    ]
  }
  return [priceOf(magento, product)]
}

/** What the product costs from now on, major units; where it is reduced, the struck price stays. @throws for an unknown SKU */
export function setPrice(magento: Magento, sku: string, price: number): void {
  const product = magento.catalogue.bySku.get(sku)
  if (!product?.price) throw new Error(`No product with a price has the SKU ${sku}`)
  const { regular } = priceOf(magento, product)
  const reduced = magento.state.prices[sku]?.special ?? product.price.special ?? null
  magento.state.prices[sku] =
    reduced !== null && toCents(price) < regular
      ? { price: regular, special: toCents(price) }
      : { price: toCents(price), special: null }
}
