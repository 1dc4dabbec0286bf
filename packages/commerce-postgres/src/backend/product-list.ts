import { type Context, type Page, type ProductQuery, type ProductSummary, stockOf } from '@xiaopu/commerce'
import { type SQL, sql } from 'drizzle-orm'
import type { Sql } from '../database/database'
import type { LocalText } from '../tables/schema'
import { decodeCursor, encodeCursor } from './cursor'
import { at, FIRST_PICTURE, isListed, type PictureRow, pictureOf, rowsOf } from './rows'
import type { Shop } from './settings'
import { inLocale, likePattern } from './text'

const DAY = 24 * 60 * 60 * 1000

interface SummaryRow {
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
  sold: string | number
}

/** Columns of a product in a list, for `from commerce.products p` with `FIGURES` joined. */
function summaryColumns({ rules, clock }: Shop): SQL {
  const newSince = new Date(clock().getTime() - rules.newForDays * DAY)
  return sql`p.id, p.position, p.name, p.subtitle, ${FIRST_PICTURE} as picture, figures.price_from, figures.price_to,
    figures.compare_at, figures.available, p.sold_before + figures.sold as sold,
    p.published_at > ${at(newSince)} as is_new`
}

/** Prices and stock over the SKUs on sale, sales over all that ever were. */
const FIGURES = sql`cross join lateral (
  select min(s.price) filter (where s.on_sale) as price_from, max(s.price) filter (where s.on_sale) as price_to,
    (array_agg(s.compare_at order by s.price, s.position) filter (where s.on_sale))[1] as compare_at,
    coalesce(sum(s.on_hand - s.reserved) filter (where s.on_sale), 0) as available, sum(s.sold) as sold
  from commerce.skus s where s.product_id = p.id) figures`

/** One page of the products that match; null when there is no such category. */
export async function productPage(
  db: Sql,
  shop: Shop,
  { locale }: Context,
  query: ProductQuery,
): Promise<Page<ProductSummary> | null> {
  if (query.categoryId !== undefined && !(await categoryExists(db, query.categoryId))) return null
  const words = (query.words ?? '').replaceAll('\0', '').trim().split(/\s+/).filter(Boolean)
  const matching = sql`${isListed(shop.clock())} ${inCategory(query.categoryId)} ${withWords(words)}`

  const key = sortKey(query.sort, words)
  const place = decodeCursor(query.cursor, ['string', 'number', 'number', 'string'])
  const after =
    place && place[0] === query.sort
      ? sql`where (listed.key, listed.position, listed.id) > (${place[1]}::bigint, ${place[2]}::int, ${place[3]}::text)`
      : sql``
  const rows = await rowsOf<SummaryRow & { key: string | number }>(
    db,
    sql`
    select * from (
      select ${summaryColumns(shop)}, (${key})::bigint as key from commerce.products p ${FIGURES} where ${matching}
    ) listed ${after}
    order by listed.key, listed.position, listed.id limit ${query.limit + 1}`,
  )
  const [count] = await rowsOf<{ total: number }>(
    db,
    sql`select count(*)::int as total from commerce.products p where ${matching}`,
  )
  const shown = rows.slice(0, query.limit)
  const last = shown.at(-1)
  return {
    items: shown.map((row) => summaryOf(row, shop, { locale })),
    nextCursor:
      last && rows.length > shown.length ? encodeCursor([query.sort, Number(last.key), last.position, last.id]) : null,
    total: count!.total,
  }
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
function sortKey(sort: ProductQuery['sort'], words: string[]): SQL {
  switch (sort) {
    case 'newest':
      return sql`-floor(extract(epoch from p.published_at) * 1000)`
    case 'price_asc':
      return sql`figures.price_from`
    case 'price_desc':
      return sql`-figures.price_from`
    case 'sales':
      return sql`-(p.sold_before + figures.sold)`
    case 'relevance':
      return relevance(words)
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

function withWords(words: string[]): SQL {
  return sql.join(
    words.map((word) => sql`and p.search_text ilike ${likePattern(word)}`),
    sql` `,
  )
}

function inCategory(categoryId: string | undefined): SQL {
  if (categoryId === undefined) return sql``
  return sql`and exists (
    select from commerce.product_categories member join commerce.categories c on c.id = member.category_id
    where member.product_id = p.id and (c.id = ${categoryId} or c.parent_id = ${categoryId}))`
}

async function categoryExists(db: Sql, categoryId: string): Promise<boolean> {
  const rows = await rowsOf(db, sql`select from commerce.categories where id = ${categoryId}`)
  return rows.length > 0
}

function summaryOf(row: SummaryRow, shop: Shop, { locale }: Context): ProductSummary {
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
    soldCount: Number(row.sold),
  }
}
