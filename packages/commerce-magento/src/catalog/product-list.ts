import type { Context, Page, ProductQuery, ProductSort, ProductSummary } from '@xiaopu/commerce'
import { decodeCursor, encodeCursor } from '../mapping/cursors'
import { fenOf } from '../mapping/money'
import { type ProductAttributeSortInput, ProductListDocument } from '../operations/documents'
import { MagentoRefusal } from '../transport/errors'
import { CARDS_AT_ONCE, type Card, type CardNeeds, isListed, newSince, summaryOf } from './cards'
import { uidsBelow } from './categories'
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
): Promise<Page<ProductSummary> | null> {
  const { views } = needs
  const uids = query.categoryId === undefined ? null : await uidsBelow(views, context, query.categoryId)
  if (query.categoryId !== undefined && uids === null) return null
  const words = (query.words ?? '').replaceAll('\0', '').trim().split(/\s+/).filter(Boolean)
  const place = decodeCursor(query.cursor, ['string', 'number'])
  const start = place?.[0] === query.sort ? place[1] : 0
  const { cards, total } =
    words.length > 0
      ? sliceOf(sortedCards(await searchCards(views, context, words, uids), query.sort), start, query.limit)
      : await listed(needs, context, uids ?? [(await views.view(context.locale)).rootCategory], query, start)
  const next = start + cards.length
  return {
    items: await Promise.all(cards.filter(isListed).map((card) => summaryOf(needs, card))),
    nextCursor: cards.length > 0 && next < total ? encodeCursor([query.sort, next]) : null,
    total,
  }
}

interface Slice {
  cards: Card[]
  total: number
}

async function listed(needs: CardNeeds, context: Context, uids: string[], query: ProductQuery, start: number) {
  const filter = { category_uid: { in: uids } }
  const read = async (sort: ProductAttributeSortInput | null, size: number, page: number) => {
    const { products } = await needs.views.readCached(context.locale, ProductListDocument, { filter, sort, size, page })
    const sorts = (products?.sort_fields?.options ?? []).flatMap((option) => option?.value ?? [])
    return { cards: (products?.items ?? []).filter((card) => card !== null), total: products?.total_count ?? 0, sorts }
  }
  if (query.sort === 'newest') {
    const first = await read(null, CARDS_AT_ONCE, 1)
    const date = DATES.find((name) => first.sorts.includes(name))
    // The fields of this input are those of the merchant's own attributes: no fixed type lists them all.
    if (date) return rangeOf((size, page) => read({ [date]: 'DESC' } as never, size, page), start, query.limit)
    const cards = [...first.cards]
    for (let page = 2; cards.length < Math.min(first.total, NEWEST_AMONG); page++) {
      const more = await read(null, CARDS_AT_ONCE, page)
      if (more.cards.length === 0) break
      cards.push(...more.cards)
    }
    return sliceOf(sortedCards(cards, 'newest'), start, query.limit)
  }
  return rangeOf((size, page) => read(sortOf(query.sort), size, page), start, query.limit)
}

/** Magento knows pages, not places: where a place is on no page's edge, the pages it lies on are read. */
async function rangeOf(
  read: (size: number, page: number) => Promise<Slice>,
  start: number,
  limit: number,
): Promise<Slice> {
  const first = Math.floor(start / limit)
  const page = await read(limit, first + 1).catch((error: unknown) => {
    // The list has become shorter than the place: Magento refuses a page beyond its end.
    if (first > 0 && error instanceof MagentoRefusal && error.category === 'input') return { cards: [], total: 0 }
    throw error
  })
  if (start % limit === 0 || page.total <= (first + 1) * limit) {
    return { cards: page.cards.slice(start % limit), total: page.total }
  }
  const after = await read(limit, first + 2)
  const cards = [...page.cards, ...after.cards].slice(start % limit, (start % limit) + limit)
  return { cards, total: page.total }
}

function sliceOf(cards: Card[], start: number, limit: number): Slice {
  return { cards: cards.slice(start, start + limit), total: cards.length }
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
