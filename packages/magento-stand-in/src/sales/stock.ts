import type { CatalogueProduct } from '../fixtures/catalogue'
import { isEnabled, type Magento, websiteOf } from '../magento'
import type { StoreFixture } from '../options'

/** Pieces that can be sold: what the source holds, less what placed orders have reserved (MSI). */
export function salable({ state }: Magento, sku: string): number {
  return Math.max(0, (state.onHand[sku] ?? 0) - (state.reserved[sku] ?? 0))
}

/** "From now on so many can be sold": the source is filled up to what is reserved and the pieces. */
export function setSalable({ state }: Magento, sku: string, pieces: number): void {
  state.onHand[sku] = pieces + (state.reserved[sku] ?? 0)
}
/** A negative quantity gives it back. */
export function reserve({ state }: Magento, sku: string, quantity: number): void {
  state.reserved[sku] = (state.reserved[sku] ?? 0) + quantity
}
/** Shipped goods leave the source, and their reservation ends. */
export function deduct(magento: Magento, sku: string, quantity: number): void {
  reserve(magento, sku, -quantity)
  magento.state.onHand[sku] = (magento.state.onHand[sku] ?? 0) - quantity
}

/** Variants that can be chosen. With the leak of magento2#34053, disabled ones are among them. */
export function offeredVariants(magento: Magento, product: CatalogueProduct): CatalogueProduct[] {
  if (magento.faults.isOn('disabledVariantsLeak')) return product.variants
  return product.variants.filter((variant) => isEnabled(magento, variant))
}

/** The parts of a bundle or group that the catalogue has. */
export function partsOf({ catalogue }: Magento, { fixture }: CatalogueProduct): CatalogueProduct[] {
  if (fixture.type === 'grouped') return fixture.items.flatMap(({ sku }) => catalogue.bySku.get(sku) ?? [])
  if (fixture.type !== 'bundle') return []
  return fixture.items.flatMap(({ options }) => options).flatMap(({ sku }) => catalogue.bySku.get(sku) ?? [])
}

export function isInStock(magento: Magento, product: CatalogueProduct): boolean {
  if (!isEnabled(magento, product)) return false
  if (product.type === 'configurable') {
    return product.variants.some((variant) => isEnabled(magento, variant) && salable(magento, variant.sku) > 0)
  }
  if (product.type === 'bundle') {
    const { items } = product.fixture as Extract<typeof product.fixture, { type: 'bundle' }>
    return items
      .filter(({ required }) => required)
      .every(({ options }) =>
        options.some(({ sku, quantity }) => {
          const part = magento.catalogue.bySku.get(sku)
          return part !== undefined && isEnabled(magento, part) && salable(magento, sku) >= quantity
        }),
      )
  }
  if (product.type === 'grouped') return partsOf(magento, product).some((part) => isInStock(magento, part))
  return salable(magento, product.sku) > 0
}

/** Whether the store view's website sells it at all. */
function isAssigned(magento: Magento, { fixture }: CatalogueProduct, store: StoreFixture): boolean {
  const websites = 'websites' in fixture ? fixture.websites : undefined
  return websites === undefined || websites.includes(websiteOf(magento, store).code)
}

/** Whether a shopper finds the product in that store view. */
export function isVisible(magento: Magento, product: CatalogueProduct, store: StoreFixture): boolean {
  return (
    product.parent === null &&
    isAssigned(magento, product, store) &&
    isEnabled(magento, product) &&
    (magento.settings.showOutOfStock || isInStock(magento, product))
  )
}
