import { type Category, textOf } from '../../fixtures/catalogue'
import { uid } from '../../ids'
import { isVisible } from '../../sales/stock'
import { type PageArguments, pageOf, type ShowProduct, type View, type Visit } from '../visit'
import { mediaUrl } from './media'

/** The category and all below it: an anchor category lists what they have. */
export function subtree(category: Category): Category[] {
  return [category, ...category.children.flatMap(subtree)]
}

export function categoryView(visit: Visit, category: Category, show: ShowProduct): View {
  const { magento, store } = visit
  const { fixture } = category
  const products = () => {
    const within = subtree(category)
    return magento.catalogue.products.filter(
      (product) => isVisible(magento, product, store) && product.categories.some((one) => within.includes(one)),
    )
  }
  return {
    __typename: 'CategoryTree',
    id: category.id,
    uid: uid(category.id),
    name: textOf(fixture.name, store.code),
    url_key: fixture.key || null,
    url_path: category.path || null,
    url_suffix: '.html',
    relative_url: `${category.path}.html`,
    redirect_code: 0,
    type: 'CATEGORY',
    canonical_url: null,
    path: ['1', ...ancestors(category).map(({ id }) => String(id))].join('/'),
    level: category.level,
    position: category.position,
    include_in_menu: (fixture.inMenu ?? true) ? 1 : 0,
    is_anchor: 1,
    display_mode: 'PRODUCTS',
    description: null,
    meta_title: null,
    meta_description: null,
    meta_keywords: null,
    image: fixture.image ? mediaUrl(magento, fixture.image) : null,
    product_count: () => products().length,
    children_count: String(category.children.length),
    children: () => category.children.map((child) => categoryView(visit, child, show)),
    breadcrumbs: () => {
      const above = ancestors(category).slice(1, -1)
      return above.length === 0 ? null : above.map((one) => breadcrumb(visit, one))
    },
    products: (page: PageArguments) => {
      const { items, ...rest } = pageOf(products(), page)
      return { ...rest, items: items.map(show) }
    },
    created_at: '2024-01-01 00:00:00',
    updated_at: '2024-01-01 00:00:00',
  }
}

function ancestors(category: Category): Category[] {
  return category.parent ? [...ancestors(category.parent), category] : [category]
}
function breadcrumb(visit: Visit, { id, level, fixture, path }: Category) {
  return {
    category_id: id,
    category_uid: uid(id),
    category_level: level,
    category_name: textOf(fixture.name, visit.store.code),
    category_url_key: fixture.key,
    category_url_path: path,
  }
}
