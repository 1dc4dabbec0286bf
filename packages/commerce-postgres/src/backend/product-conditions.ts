import type { ProductQuery } from '@xiaopu/commerce'
import { type SQL, sql } from 'drizzle-orm'
import { isListed } from './rows'
import type { Shop } from './settings'
import { likePattern } from './text'

/** What a list is narrowed by. To count a facet's choices, its own are taken out of it. */
export type Narrowing = Pick<ProductQuery, 'categoryId' | 'words' | 'facets' | 'priceFrom' | 'priceTo' | 'inStock'>

/** Prices and stock over the SKUs of product `p` on sale, sales over all that ever were. */
export const FIGURES = sql`cross join lateral (
  select min(s.price) filter (where s.on_sale) as price_from, max(s.price) filter (where s.on_sale) as price_to,
    (array_agg(s.compare_at order by s.price, s.position) filter (where s.on_sale))[1] as compare_at,
    coalesce(sum(s.on_hand - s.reserved) filter (where s.on_sale), 0) as available, sum(s.sold) as sold
  from commerce.skus s where s.product_id = p.id) figures`

/** The products to choose from and what they have to fulfil: `… from ${products} where ${matching}`. */
export function narrowed(shop: Shop, narrowing: Narrowing): { products: SQL; matching: SQL } {
  const { priceFrom, priceTo, inStock } = narrowing
  const needsFigures = priceFrom !== undefined || priceTo !== undefined || inStock
  return {
    products: needsFigures ? sql`commerce.products p ${FIGURES}` : sql`commerce.products p`,
    matching: matching(shop, narrowing),
  }
}

/** For `from commerce.products p` with `FIGURES` joined. */
export function matching(shop: Shop, narrowing: Narrowing): SQL {
  const { categoryId, facets = {}, priceFrom, priceTo, inStock } = narrowing
  const conditions = [
    isListed(shop.clock()),
    ...(categoryId === undefined ? [] : [inCategory(categoryId)]),
    ...wordsOf(narrowing).map((word) => sql`p.search_text ilike ${likePattern(word)}`),
    ...Object.entries(facets).map(([attributeId, valueIds]) => hasOneOf(attributeId, valueIds)),
    ...(priceFrom === undefined ? [] : [sql`figures.price_from >= ${priceFrom}::bigint`]),
    ...(priceTo === undefined ? [] : [sql`figures.price_from <= ${priceTo}::bigint`]),
    ...(inStock ? [sql`figures.available > 0`] : []),
  ]
  return sql.join(conditions, sql` and `)
}

export function wordsOf({ words = '' }: Pick<Narrowing, 'words'>): string[] {
  return words.replaceAll('\0', '').trim().split(/\s+/).filter(Boolean)
}

function inCategory(categoryId: string): SQL {
  return sql`exists (
    select from commerce.product_categories member join commerce.categories c on c.id = member.category_id
    where member.product_id = p.id and (c.id = ${categoryId} or c.parent_id = ${categoryId}))`
}

function hasOneOf(attributeId: string, valueIds: string[]): SQL {
  if (valueIds.length === 0) return sql`true`
  return sql`exists (
    select from commerce.product_attribute_values own
    where own.product_id = p.id and own.attribute_id = ${attributeId} and own.value_id in ${valueIds})`
}
