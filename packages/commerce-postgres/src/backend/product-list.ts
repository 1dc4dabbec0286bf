import { type Context, type ProductList, type ProductQuery, type ProductSummary, stockOf } from '@xiaopu/commerce'
import { type SQL, sql } from 'drizzle-orm'
import type { Sql } from '../database/database'
import type { LocalText } from '../tables/schema'
import { decodeCursor, encodeCursor } from './cursor'
import { facetsOf } from './facets'
import { FIGURES, matching, narrowed, wordsOf } from './product-conditions'
import { at, FIRST_PICTURE, FULLEST_SHELF, isListed, type PictureRow, pictureOf, rowsOf } from './rows'
import type { Shop } from './settings'
import { inLocale, likePattern } from './text'

const DAY = 24 * 60 * 60 * 1000

export interface SummaryRow {
  id: string
  position: number
  name: LocalText
  subtitle: LocalText
  picture: PictureRow | null
  price_from: string | number
  price_to: string | number
  compare_at: string | number | null
  is_new: boolean
  available: string | number
  pickup_only: boolean
  sold: string | number
}

/** Of product `p` with `FIGURES`: stores are looked at only where nothing can be sent. */
const PICKUP_ONLY = sql`case when figures.available > 0 then false else exists (
  select from commerce.skus s where s.product_id = p.id and s.on_sale and ${FULLEST_SHELF} > 0) end`

/** Columns of a product in a list, for `from commerce.products p` with `FIGURES` joined. */
export function summaryColumns({ rules, clock }: Shop): SQL {
  const newSince = new Date(clock().getTime() - rules.newForDays * DAY)
  return sql`p.id, p.position, p.name, p.subtitle, ${FIRST_PICTURE} as picture, figures.price_from, figures.price_to,
    figures.compare_at, figures.available, ${PICKUP_ONLY} as pickup_only, p.sold_before + figures.sold as sold,
    p.published_at > ${at(newSince)} as is_new`
}

/** One page of the products that match, the first one with its facets; null when there is no such category. */
export async function productPage(
  db: Sql,
  shop: Shop,
  context: Context,
  query: ProductQuery,
): Promise<ProductList | null> {
  if (query.categoryId !== undefined && !(await categoryExists(db, query.categoryId))) return null
  const key = sortKey(query)
  const decoded = decodeCursor(query.cursor, ['string', 'number', 'number', 'string'])
  const place = decoded?.[0] === query.sort ? decoded : null
  const after = place
    ? sql`where (listed.key, listed.position, listed.id) > (${place[1]}::bigint, ${place[2]}::int, ${place[3]}::text)`
    : sql``
  const [rows, total, facets] = await Promise.all([
    rowsOf<SummaryRow & { key: string | number }>(
      db,
      sql`
      select * from (
        select ${summaryColumns(shop)}, (${key})::bigint as key
        from commerce.products p ${FIGURES} where ${matching(shop, query)}
      ) listed ${after}
      order by listed.key, listed.position, listed.id limit ${query.limit + 1}`,
    ),
    countProducts(db, shop, query),
    place ? [] : facetsOf(db, shop, context, query),
  ])
  const shown = rows.slice(0, query.limit)
  const last = shown.at(-1)
  return {
    items: shown.map((row) => summaryOf(row, shop, context)),
    nextCursor:
      last && rows.length > shown.length ? encodeCursor([query.sort, Number(last.key), last.position, last.id]) : null,
    total,
    facets,
  }
}

async function countProducts(db: Sql, shop: Shop, query: ProductQuery): Promise<number> {
  const { products, matching } = narrowed(shop, query)
  const [count] = await rowsOf<{ total: number }>(
    db,
    sql`select count(*)::int as total from ${products} where ${matching}`,
  )
  return count!.total
}

/** Those of the products that are on sale, in the order asked. */
export async function productSummaries(
  db: Sql,
  shop: Shop,
  context: Context,
  productIds: string[],
): Promise<ProductSummary[]> {
  if (productIds.length === 0) return []
  const rows = await rowsOf<SummaryRow>(
    db,
    sql`select ${summaryColumns(shop)} from commerce.products p ${FIGURES}
      where p.id in ${[...new Set(productIds)]} and ${isListed(shop.clock())}`,
  )
  const found = new Map(rows.map((row) => [row.id, summaryOf(row, shop, context)]))
  return productIds.flatMap((id) => found.get(id) ?? [])
}

/** What the list is ordered by, the smallest first; equals keep the shop's own order. */
function sortKey(query: ProductQuery): SQL {
  switch (query.sort) {
    case 'newest':
      return sql`-floor(extract(epoch from p.published_at) * 1000)`
    case 'price_asc':
      return sql`figures.price_from`
    case 'price_desc':
      return sql`-figures.price_from`
    case 'sales':
      return sql`-(p.sold_before + figures.sold)`
    case 'relevance':
      return relevance(wordsOf(query))
  }
}

/** A name that has every word comes before a category or a subtitle that has them, one that starts with them first. */
function relevance(words: string[]): SQL {
  if (words.length === 0) return sql`0`
  const names = [sql`p.name ->> 'zh-CN'`, sql`p.name ->> 'en'`]
  const inOne = names.map((name) =>
    sql.join(
      words.map((word) => sql`${name} ilike ${likePattern(word)}`),
      sql` and `,
    ),
  )
  const starts = names.map((name) => sql`${name} ilike ${likePattern(words.join(' ')).slice(1)}`)
  return sql`case when ${sql.join(starts, sql` or `)} then -2 when ${sql.join(inOne, sql` or `)} then -1 else 0 end`
}

async function categoryExists(db: Sql, categoryId: string): Promise<boolean> {
  const rows = await rowsOf(db, sql`select from commerce.categories where id = ${categoryId}`)
  return rows.length > 0
}

export function summaryOf(row: SummaryRow, shop: Shop, { locale }: Context): ProductSummary {
  const name = inLocale(row.name, locale)
  return {
    id: row.id,
    name,
    subtitle: inLocale(row.subtitle, locale),
    picture: pictureOf(row.picture, name),
    price: {
      from: Number(row.price_from),
      to: Number(row.price_to),
      compareAt: row.compare_at === null ? null : Number(row.compare_at),
    },
    isNew: row.is_new,
    stock: stockOf(Number(row.available), shop.rules.lowStockAt),
    pickupOnly: row.pickup_only,
    soldCount: Number(row.sold),
  }
}
