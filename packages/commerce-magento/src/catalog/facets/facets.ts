import { BackendUnavailable, type Context, type Facet, type Fen, type Locale } from '@xiaopu/commerce'
import { fenOf } from '../../mapping/money'
import { ListFacetsDocument, type ListFacetsQuery, PriceEndsDocument } from '../../operations/documents'
import type { StoreViews } from '../../store/store-views'
import { MagentoRefusal } from '../../transport/errors'
import { type FacetAttribute, facetAttributes } from './attributes'
import { optionColours } from './colours'
import { type Filter, type Narrowing, narrowed, SHELVES } from './narrowing'
import { isOfShelves, shelvesFacet } from './shelves'

type Counted = NonNullable<NonNullable<NonNullable<ListFacetsQuery['products']>['aggregations']>[number]>

const YES_AND_NO: Record<Locale, [no: string, yes: string]> = { 'zh-CN': ['否', '是'], en: ['No', 'Yes'] }

export interface FacetedList {
  /** Of the list as it is before anything is chosen. */
  list: Filter
  narrowing: Narrowing
  categoryId: string | undefined
}

/**
 * What a list can be narrowed by. A list without them is still a list: where Magento fails at these, and at nothing else,
 * none are offered.
 */
export async function facetsOf(views: StoreViews, context: Context, faceted: FacetedList): Promise<Facet[]> {
  try {
    const [choices, price] = await Promise.all([
      choicesOf(views, context, faceted),
      priceFacet(views, context, faceted),
    ])
    return price ? [...choices, price] : choices
  } catch (error) {
    if (error instanceof BackendUnavailable || error instanceof MagentoRefusal) return []
    throw error
  }
}

/**
 * Magento counts by all that is chosen. What a facet leads to is told without its own choice, so that the list is asked
 * about once more for each facet something was chosen of.
 */
async function choicesOf(
  views: StoreViews,
  context: Context,
  { list, narrowing, categoryId }: FacetedList,
): Promise<Facet[]> {
  const chosen = [...narrowing.keys()]
  const [attributes, all, ...without] = await Promise.all([
    facetAttributes(views, context.locale),
    countsOf(views, context, narrowed(list, narrowing)),
    ...chosen.map((facet) => countsOf(views, context, narrowed(list, narrowing, facet))),
  ])
  const own = new Map(chosen.map((facet, index) => [facet, without[index]!]))
  const idOf = ({ attribute_code }: Counted) => (isOfShelves(attribute_code) ? SHELVES : attribute_code)
  const counted = [
    ...all.filter((facet) => !own.has(idOf(facet))),
    ...[...own].flatMap(([id, facets]) => facets.filter((facet) => idOf(facet) === id)),
  ]
  const order = [...without, all].flat().map(idOf)
  counted.sort((one, other) => order.indexOf(idOf(one)) - order.indexOf(idOf(other)))
  const colour = counted.some(({ attribute_code }) => attributes.get(attribute_code)?.hasSwatches)
    ? await optionColours(views, context.locale)
    : () => null
  const facets = counted.map((facet) => {
    if (isOfShelves(facet.attribute_code)) return shelvesFacet(views, context, facet, categoryId)
    const attribute = attributes.get(facet.attribute_code)
    return attribute ? choiceOf(facet, attribute, context.locale, colour) : null
  })
  return (await Promise.all(facets)).filter((facet) => facet !== null)
}

async function countsOf(views: StoreViews, { locale }: Context, filter: Filter): Promise<Counted[]> {
  const { products } = await views.readCached(locale, ListFacetsDocument, { filter })
  return (products?.aggregations ?? []).filter((facet) => facet !== null)
}

/** Of yes and no, Magento labels the options 1 and 0. */
function choiceOf(
  { label, options }: Counted,
  { code, isBoolean }: FacetAttribute,
  locale: Locale,
  colour: (code: string, option: string) => string | null,
): Facet | null {
  const values = (options ?? []).flatMap((option) => {
    if (!option?.count) return []
    const { value, count } = option
    const name = isBoolean ? YES_AND_NO[locale][Number(value)] : option.label
    return [{ id: value, name: name ?? value, count, colour: colour(code, value) }]
  })
  return values.length === 0 ? null : { kind: 'choice', id: code, name: label ?? code, values }
}

/** From the cheapest to the dearest, whatever price is asked for. */
async function priceFacet(
  views: StoreViews,
  { locale }: Context,
  { list, narrowing }: FacetedList,
): Promise<Facet | null> {
  const filter = narrowed(list, narrowing, 'price')
  const { cheapest, dearest } = await views.readCached(locale, PriceEndsDocument, { filter })
  const lowest = priceOf(cheapest)
  const highest = priceOf(dearest)
  return lowest === null || highest === null ? null : { kind: 'price', lowest, highest: Math.max(lowest, highest) }
}

interface Found {
  items: ({ price_range: { minimum_price: { final_price: Parameters<typeof fenOf>[0] } } } | null)[] | null
}

function priceOf(found: Found | null): Fen | null {
  const item = found?.items?.[0]
  return item ? fenOf(item.price_range.minimum_price.final_price) : null
}
