import type { Context, Fen, ProductQuery } from '@xiaopu/commerce'
import type { ProductAttributeFilterInput } from '../../operations/documents'
import type { StoreViews } from '../../store/store-views'
import { uidsBelow } from '../categories'
import { facetAttributes } from './attributes'

export type Filter = ProductAttributeFilterInput
/** Facet of the shelves; no attribute can have this code, as Magento's filter has it itself. */
export const SHELVES = 'category_uid'
const PRICE = 'price'
/** The greatest option id there can be: the search engine keeps them as integers, and breaks at others. */
const GREATEST = 2_147_483_647

/** What a list is narrowed by, each part by the facet it comes from. */
export type Narrowing = ReadonlyMap<string, Filter>

/** null: nothing can match, as Magento knows no such facet or no such value. */
export async function narrowingOf(views: StoreViews, context: Context, query: ProductQuery): Promise<Narrowing | null> {
  const narrowing = new Map<string, Filter>()
  const chosen = Object.entries(query.facets ?? {})
  const attributes = chosen.some(([code]) => code !== SHELVES)
    ? await facetAttributes(views, context.locale)
    : new Map<string, unknown>()
  for (const [facet, values] of chosen) {
    const wanted = facet === SHELVES ? await shelved(views, context, values) : values.filter(isOption)
    if (wanted.length === 0 || (facet !== SHELVES && !attributes.has(facet))) return null
    // The fields of this input are those of the merchant's own attributes: no fixed type lists them all.
    narrowing.set(facet, { [facet]: { in: wanted } } as Filter)
  }
  if (query.priceFrom !== undefined || query.priceTo !== undefined) {
    narrowing.set(PRICE, { price: { from: yuanOf(query.priceFrom), to: yuanOf(query.priceTo) } })
  }
  return narrowing
}

const isOption = (value: string) => /^\d{1,10}$/.test(value) && Number(value) <= GREATEST

/** With what is below them: Magento shows those only where the merchant calls a category an anchor. */
async function shelved(views: StoreViews, context: Context, ids: string[]): Promise<string[]> {
  const below = await Promise.all(ids.map((id) => uidsBelow(views, context, id)))
  return [...new Set(below.flatMap((uids) => uids ?? []))]
}

const yuanOf = (fen: Fen | undefined) => (fen === undefined ? undefined : (fen / 100).toFixed(2))

/** The list's own filter and all it is narrowed by, without the choice of one facet where that is to be left out. */
export function narrowed(list: Filter, narrowing: Narrowing, without?: string): Filter {
  let whole = list
  for (const [facet, part] of narrowing) {
    if (facet !== without) whole = { ...whole, ...part, ...sharedShelves(whole, part) }
  }
  return whole
}

/** Shelves of the list and shelves chosen: those that are both; none is a uid that no category has. The whole shop is no such list. */
function sharedShelves(one: Filter, other: Filter): Filter {
  if (!one.category_uid?.in || !other.category_uid) return {}
  const chosen = new Set(other.category_uid.in)
  const both = one.category_uid.in.filter((uid) => chosen.has(uid))
  return { category_uid: { in: both.length > 0 ? both : [''] } }
}
