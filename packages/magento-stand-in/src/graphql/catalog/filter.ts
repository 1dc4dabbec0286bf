import { type CatalogueProduct, textOf } from '../../fixtures/catalogue'
import { uid } from '../../ids'
import { toCents } from '../../money'
import { priceRange } from '../../sales/prices'
import { inputError } from '../errors'
import type { Visit } from '../visit'
import { attributeValues } from './attributes'
import { subtree } from './category-view'
import { urlKeyOf } from './product-view'
import { matches } from './search'

export interface Condition {
  eq?: string | null
  in?: (string | null)[] | null
  match?: string | null
  from?: string | null
  to?: string | null
}
export type ProductFilter = Record<string, Condition | null | undefined>

/** Whether a product passes every condition. `except`: an attribute left out, as its own facet counts without it. */
export function passes(visit: Visit, product: CatalogueProduct, filter: ProductFilter, except?: string): boolean {
  return Object.entries(filter).every(
    ([name, condition]) => name === except || !condition || passesOne(visit, product, name, condition),
  )
}

function passesOne(visit: Visit, product: CatalogueProduct, name: string, condition: Condition): boolean {
  const { store } = visit
  const above = () => product.categories.flatMap((category) => withAncestors(visit, category.id))
  switch (name) {
    case 'sku':
      return equal(condition, [product.sku])
    case 'url_key':
      return equal(condition, [urlKeyOf(product)])
    case 'category_uid':
      return equal(condition, above().map(uid))
    case 'category_id':
      return equal(condition, above().map(String))
    case 'category_url_path':
      return equal(
        condition,
        product.categories.map(({ path }) => path),
      )
    case 'name':
      return matches(textOf(product.name, store.code), condition.match ?? '')
    case 'description':
      return matches(textOf(product.fixture.description, store.code), condition.match ?? '')
    case 'short_description':
      return matches(textOf(product.fixture.shortDescription, store.code), condition.match ?? '')
    case 'price':
      return passesPrice(visit, product, condition)
    default:
      return passesAttribute(visit, product, name, condition)
  }
}

function withAncestors({ magento }: Visit, id: number): number[] {
  const { root, categories } = magento.catalogue
  return [root, ...categories].filter((one) => subtree(one).some((below) => below.id === id)).map((one) => one.id)
}

function equal({ eq, in: among }: Condition, values: string[]): boolean {
  const wanted = [...(among ?? []), ...(eq === undefined || eq === null ? [] : [eq])]
  return wanted.some((one) => one !== null && values.includes(one))
}

function passesPrice(visit: Visit, product: CatalogueProduct, { from, to }: Condition): boolean {
  const { minimum } = priceRange(visit.magento, product)
  return minimum.final >= bound(from, Number.NEGATIVE_INFINITY) && minimum.final <= bound(to, Number.POSITIVE_INFINITY)
}
function bound(text: string | null | undefined, otherwise: number): number {
  if (text === null || text === undefined || text === '') return otherwise
  const value = Number(text)
  if (Number.isNaN(value)) throw inputError('Invalid range')
  return toCents(value)
}

function passesAttribute(visit: Visit, product: CatalogueProduct, name: string, condition: Condition): boolean {
  const attribute = visit.magento.catalogue.attributes.find(({ fixture }) => fixture.code === name)
  if (!attribute) return false
  const values = [product, ...product.variants]
    .flatMap((one) => attributeValues(visit.store.code, attribute, one))
    .map((value) => (typeof value === 'boolean' ? String(Number(value)) : String(value)))
  const { input } = attribute.fixture
  if (input === 'select' || input === 'multiselect' || input === 'boolean') return equal(condition, values)
  if (input === 'text') return values.some((value) => matches(value, condition.match ?? ''))
  const { from, to } = condition
  const key = input === 'price' ? Number : (text: string) => text
  return values.some((value) => (!from || key(value) >= key(from)) && (!to || key(value) <= key(to)))
}
