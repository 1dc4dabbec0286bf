import type { Context, Facet, ProductList, ProductQuery, ProductSort } from '@xiaopu/commerce'
import { decodeCursor, encodeCursor } from '../mapping/cursors'
import { fenOf } from '../mapping/money'
import { type ProductAttributeSortInput, ProductListDocument } from '../operations/documents'
import { CARDS_AT_ONCE, type Card, type CardNeeds, cardsOf, isListed, newSince, summaryOf } from './cards'
import { uidsBelow } from './categories'
import { facetsOf } from './facets/facets'
import { type Filter, type Narrowing, narrowed, narrowingOf } from './facets/narrowing'
import { rangeOf, type Slice, sliceOf } from './pages'
import { searchCards } from './search'

/** Magento cannot sort by date on its own: among so many products of a list the newest are found here. */
const NEWEST_AMONG = 500
/** A merchant may allow sorting by one of these dates ("Used for Sorting in Product Listing"): then Magento does it. */
const DATES = ['news_from_date', 'created_at']

/** One page of the products that match; null when there is no such category. */
export async function productPage(
  needs: CardNeeds,
  context: Context,
  query: ProductQuery,
): Promise<ProductList | null> {
  const { views } = needs
  const uids = query.categoryId === undefined ? null : await uidsBelow(views, context, query.categoryId)
  if (query.categoryId !== undefined && uids === null) return null
  const narrowing = await narrowingOf(views, context, query)
  if (!narrowing) return { items: [], nextCursor: null, total: 0, facets: [] }
  const words = (query.words ?? '').replaceAll('\0', '').trim().split(/\s+/).filter(Boolean)
  const place = decodeCursor(query.cursor, ['string', 'number'])
  const start = place?.[0] === query.sort ? place[1] : 0
  const wanted = { query, narrowing, start, isFirst: start === 0 }
  const found =
    words.length > 0
      ? await searched(needs, context, await searchCards(views, context, words, uids), wanted)
      : await listed(needs, context, uids, wanted)
  const next = start + found.items.length
  return {
    items: await Promise.all(found.items.filter(isListed).map((card) => summaryOf(needs, card))),
    nextCursor: found.items.length > 0 && next < found.total ? encodeCursor([query.sort, next]) : null,
    total: found.total,
    facets: found.facets,
  }
}

interface Wanted {
  query: ProductQuery
  narrowing: Narrowing
  start: number
  /** Facets come with the first page. */
  isFirst: boolean
}
type Found = Slice<Card> & { facets: Facet[] }

/** Hits are few and known: what they are narrowed by is asked of Magento for just these. */
async function searched(needs: CardNeeds, context: Context, hits: Card[], wanted: Wanted): Promise<Found> {
  const { query, narrowing, start, isFirst } = wanted
  if (hits.length === 0) return { items: [], total: 0, facets: [] }
  const skus = hits.map(({ sku }) => sku!)
  const list = { sku: { in: skus } }
  const [facets, cards] = await Promise.all([
    isFirst ? facetsOf(needs.views, context, { list, narrowing, categoryId: query.categoryId }) : [],
    narrowing.size === 0 ? hits : cardsOf(needs, context, skus, narrowed({}, narrowing)),
  ])
  return { ...sliceOf(sortedCards(cards, query.sort), start, query.limit), facets }
}

/** @param uids null: the whole shop */
async function listed(needs: CardNeeds, context: Context, uids: string[] | null, wanted: Wanted): Promise<Found> {
  const { query, narrowing, isFirst } = wanted
  const list = { category_uid: uids ? { in: uids } : { eq: (await needs.views.view(context.locale)).rootCategory } }
  const [facets, slice] = await Promise.all([
    isFirst ? facetsOf(needs.views, context, { list, narrowing, categoryId: query.categoryId }) : [],
    shelfOf(needs, context, narrowed(list, narrowing), wanted),
  ])
  return { ...slice, facets }
}

async function shelfOf(
  needs: CardNeeds,
  context: Context,
  filter: Filter,
  { query, start }: Wanted,
): Promise<Slice<Card>> {
  const read = async (sort: ProductAttributeSortInput | null, size: number, page: number) => {
    const { products } = await needs.views.readCached(context.locale, ProductListDocument, { filter, sort, size, page })
    const sorts = (products?.sort_fields?.options ?? []).flatMap((option) => option?.value ?? [])
    return { items: (products?.items ?? []).filter((card) => card !== null), total: products?.total_count ?? 0, sorts }
  }
  if (query.sort === 'newest') {
    const first = await read(null, CARDS_AT_ONCE, 1)
    const date = DATES.find((name) => first.sorts.includes(name))
    // The fields of this input are those of the merchant's own attributes: no fixed type lists them all.
    if (date) return rangeOf((size, page) => read({ [date]: 'DESC' } as never, size, page), start, query.limit)
    const cards = [...first.items]
    for (let page = 2; cards.length < Math.min(first.total, NEWEST_AMONG); page++) {
      const more = await read(null, CARDS_AT_ONCE, page)
      if (more.items.length === 0) break
      cards.push(...more.items)
    }
    return sliceOf(sortedCards(cards, 'newest'), start, query.limit)
  }
  return rangeOf((size, page) => read(sortOf(query.sort), size, page), start, query.limit)
}

/** Sales are not counted by Magento: those who ask for them see the merchant's own order. */
function sortOf(sort: ProductSort): ProductAttributeSortInput | null {
  if (sort === 'price_asc') return { price: 'ASC' }
  if (sort === 'price_desc') return { price: 'DESC' }
  return { position: 'ASC' }
}

function sortedCards(cards: Card[], sort: ProductSort): Card[] {
  const price = (card: Card) => fenOf(card.price_range.minimum_price.final_price)
  if (sort === 'newest') return [...cards].sort((one, other) => newSince(other) - newSince(one))
  if (sort === 'price_asc') return [...cards].sort((one, other) => price(one) - price(other))
  if (sort === 'price_desc') return [...cards].sort((one, other) => price(other) - price(one))
  return cards
}
