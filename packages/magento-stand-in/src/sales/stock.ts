import type { CatalogueProduct } from '../fixtures/catalogue'
import { isEnabled, type Magento, websiteOf } from '../magento'
import type { StoreFixture } from '../options'

export const DEFAULT_SOURCE = 'default'

/** Pieces that can be sold: what all sources hold, less what placed orders have reserved of the stock (MSI). */
export function salable({ state }: Magento, sku: string): number {
  return Math.max(0, (state.onHand[sku] ?? 0) + elsewhere(state, sku) - (state.reserved[sku] ?? 0))
}

const elsewhere = ({ atSources }: Magento['state'], sku: string): number =>
  Object.values(atSources).reduce((sum, held) => sum + (held[sku] ?? 0), 0)

/**
 * "From now on so many can be sold": what is reserved and the pieces lie in the source `default`, less what the other
 * sources hold; where that is more than all of it, they give the rest away.
 */
export function setSalable({ state }: Magento, sku: string, pieces: number): void {
  let left = pieces + (state.reserved[sku] ?? 0)
  for (const [source, held] of Object.entries(state.atSources)) {
    if (held[sku] === undefined) continue
    const stays = Math.min(held[sku], left)
    state.atSources[source] = { ...held, [sku]: stays }
    left -= stays
  }
  state.onHand[sku] = left
}

/** So much lies in that source from now on. */
export function setAtSource({ state }: Magento, source: string, sku: string, quantity: number): void {
  if (source === DEFAULT_SOURCE) state.onHand[sku] = quantity
  else state.atSources[source] = { ...state.atSources[source], [sku]: quantity }
}

/** Everything that lies anywhere. */
export function sourceItems({ state }: Magento): { sku: string; source_code: string; quantity: number }[] {
  const sources = [[DEFAULT_SOURCE, state.onHand] as const, ...Object.entries(state.atSources)]
  return sources.flatMap(([source_code, held]) =>
    Object.entries(held).map(([sku, quantity]) => ({ sku, source_code, quantity })),
  )
}
/** A negative quantity gives it back. */
export function reserve({ state }: Magento, sku: string, quantity: number): void {
  state.reserved[sku] = (state.reserved[sku] ?? 0) + quantity
}
/** Shipped goods leave their source, and their reservation ends. */
export function deduct(magento: Magento, source: string, sku: string, quantity: number): void {
  reserve(magento, sku, -quantity)
  const { onHand, atSources } = magento.state
  const held = source === DEFAULT_SOURCE ? onHand[sku] : atSources[source]?.[sku]
  setAtSource(magento, source, sku, (held ?? 0) - quantity)
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
