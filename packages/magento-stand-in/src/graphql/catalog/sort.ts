import { type CatalogueProduct, textOf } from '../../fixtures/catalogue'
import { priceRange } from '../../sales/prices'
import type { Visit } from '../visit'
import { attributeValue } from './attributes'

export type ProductSort = Record<string, 'ASC' | 'DESC' | null | undefined>

/** Sorted as asked; what is equal, newest id first. `score` is the relevance of a product. */
export function sorted(
  visit: Visit,
  products: CatalogueProduct[],
  sort: ProductSort,
  score: (product: CatalogueProduct) => number,
): CatalogueProduct[] {
  const orders = Object.entries(sort).filter(([, direction]) => direction)
  return [...products].sort((one, other) => {
    for (const [name, direction] of orders) {
      const difference = compare(keyOf(visit, one, name, score), keyOf(visit, other, name, score))
      if (difference !== 0) return direction === 'DESC' ? -difference : difference
    }
    return other.id - one.id
  })
}

type Key = string | number
function compare(one: Key, other: Key): number {
  if (typeof one === 'string' && typeof other === 'string') return one.localeCompare(other, 'zh-Hans-CN')
  return Number(one) - Number(other)
}

function keyOf(
  visit: Visit,
  product: CatalogueProduct,
  name: string,
  score: (product: CatalogueProduct) => number,
): Key {
  if (name === 'name') return textOf(product.name, visit.store.code)
  if (name === 'price') return priceRange(visit.magento, product).minimum.final
  if (name === 'position') return product.position
  if (name === 'relevance') return score(product)
  const attribute = visit.magento.catalogue.attributes.find(({ fixture }) => fixture.code === name)
  const value = attribute ? attributeValue(visit.store.code, attribute, product) : null
  if (value === null) return attribute?.fixture.input === 'price' ? 0 : ''
  return typeof value === 'boolean' ? Number(value) : value
}
