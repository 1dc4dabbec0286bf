import { type Attribute, type CatalogueProduct, textOf } from '../../fixtures/catalogue'
import { uid } from '../../ids'
import { priceRange } from '../../sales/prices'
import type { Visit } from '../visit'
import { attributeValues, hasOptions } from './attributes'
import { subtree } from './category-view'

interface Option {
  label: string
  value: string
  count: number
}

/** The facets of what was found: price, category, and the attributes "used in layered navigation". */
export function aggregations(visit: Visit, products: CatalogueProduct[]) {
  const { store } = visit
  const facet = (code: string, label: string, options: Option[]) =>
    options.length === 0
      ? []
      : [{ attribute_code: code, label, count: options.length, position: null, options: options.map(optionView) }]
  return [
    ...facet('price', 'Price', priceOptions(visit, products)),
    ...categoryFacet(visit, products, facet),
    ...navigated(visit).flatMap((attribute) => {
      const { code, label } = attribute.fixture
      const options = choices(visit, attribute).map(({ value, label: text }) => ({
        label: text,
        value: String(Number(value)),
        count: products.filter((product) =>
          [product, ...product.variants].some((one) => attributeValues(store.code, attribute, one).includes(value)),
        ).length,
      }))
      return facet(
        code,
        textOf(label, store.code),
        options.filter(({ count }) => count > 0),
      )
    }),
  ]
}

/** Attributes "used in layered navigation" that have something to choose. */
export function navigated({ magento }: Visit): Attribute[] {
  return magento.catalogue.attributes.filter(
    (attribute) => attribute.fixture.filterable && (hasOptions(attribute) || attribute.fixture.input === 'boolean'),
  )
}

/** Of yes and no Magento knows the figures only. */
function choices({ store }: Visit, attribute: Attribute): { value: number | boolean; label: string }[] {
  if (attribute.fixture.input === 'boolean') {
    return [false, true].map((value) => ({ value, label: String(Number(value)) }))
  }
  return attribute.options.map(({ id, label }) => ({ value: id, label: textOf(label, store.code) }))
}

function optionView(option: Option) {
  return { __typename: 'AggregationOption', ...option }
}

/** By id up to 2.4.7, by uid since (magento2#32557). */
function categoryFacet<Facet>(
  { magento, store }: Visit,
  products: CatalogueProduct[],
  facet: (code: string, label: string, options: Option[]) => Facet[],
): Facet[] {
  const byId = magento.profile.version === '2.4.7'
  const options = magento.catalogue.categories.map((category) => {
    const within = subtree(category)
    return {
      label: textOf(category.fixture.name, store.code),
      value: byId ? String(category.id) : uid(category.id),
      count: products.filter((product) => product.categories.some((one) => within.includes(one))).length,
    }
  })
  return facet(
    byId ? 'category_id' : 'category_uid',
    'Category',
    options.filter(({ count }) => count > 0),
  )
}

/** Steps of a power of ten of the dearest, as Magento's "automatic" price navigation makes them. */
function priceOptions(visit: Visit, products: CatalogueProduct[]): Option[] {
  const prices = products.map((product) => priceRange(visit.magento, product).minimum.final / 100)
  if (prices.length === 0) return []
  const step = 10 ** Math.max(0, Math.floor(Math.log10(Math.max(1, ...prices))))
  const counts = new Map<number, number>()
  for (const price of prices) counts.set(Math.floor(price / step), (counts.get(Math.floor(price / step)) ?? 0) + 1)
  return [...counts]
    .sort(([one], [other]) => one - other)
    .map(([index, count]) => ({
      label: `${index * step}-${(index + 1) * step}`,
      value: `${index * step}_${(index + 1) * step}`,
      count,
    }))
}
