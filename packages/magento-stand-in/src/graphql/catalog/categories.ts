import { type CatalogueProduct, type Category, textOf } from '../../fixtures/catalogue'
import { uid } from '../../ids'
import { noSuchEntity } from '../errors'
import { type PageArguments, pageOf, type View, type Visit } from '../visit'
import { categoryView } from './category-view'
import { productView } from './product-view'

export function showCategory(visit: Visit, category: Category): View {
  return categoryView(visit, category, (product: CatalogueProduct) => productView(visit, product))
}

interface Equal {
  eq?: string | null
  in?: (string | null)[] | null
}
export interface CategoryFilters {
  category_uid?: Equal
  ids?: Equal
  parent_category_uid?: Equal
  parent_id?: Equal
  url_key?: Equal
  url_path?: Equal
  name?: { match?: string }
}

/** @throws graphql-no-such-entity never: an unknown category is an empty list. */
export function categories(visit: Visit, { filters, ...page }: PageArguments & { filters?: CategoryFilters | null }) {
  const { root, categories: below } = visit.magento.catalogue
  const all = [root, ...below]
  const found = filters ? all.filter((category) => fits(visit, category, filters)) : [root]
  const { items, ...rest } = pageOf(found, page)
  return { ...rest, items: items.map((category) => showCategory(visit, category)) }
}

function fits(visit: Visit, category: Category, filters: CategoryFilters): boolean {
  const one = (wanted: Equal | undefined, value: string | null) => {
    if (!wanted) return true
    const allowed = [...(wanted.in ?? []), ...(wanted.eq === undefined ? [] : [wanted.eq])]
    // `eq: null` is what a client sends for a variable it does not have: nothing fits.
    return value !== null && allowed.includes(value)
  }
  const name = filters.name?.match
  return (
    one(filters.category_uid, uid(category.id)) &&
    one(filters.ids, String(category.id)) &&
    one(filters.parent_category_uid, category.parent && uid(category.parent.id)) &&
    one(filters.parent_id, category.parent && String(category.parent.id)) &&
    one(filters.url_key, category.fixture.key) &&
    one(filters.url_path, category.path) &&
    (name === undefined || textOf(category.fixture.name, visit.store.code).toLowerCase().includes(name.toLowerCase()))
  )
}

export function category(visit: Visit, { id }: { id?: number | null }) {
  const found = [visit.magento.catalogue.root, ...visit.magento.catalogue.categories].find(
    (one) => one.id === (id ?? 2),
  )
  if (!found) throw noSuchEntity("Category doesn't exist")
  return showCategory(visit, found)
}
