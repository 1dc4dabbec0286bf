import type { Category, CommerceBackend, ProductSummary } from '@xiaopu/commerce'
import type { Campaign, HomeDocument, Locale, Store } from '@xiaopu/contract'
import type { PictureView } from '../media/picture-view'
import { type Kind, referencesIn } from './references'

/** Products a category shows on the home page at most. */
const GRID = 12

/** Where what a document names is found. */
export interface HomeSources {
  backend: CommerceBackend
  picture: PictureView
  stores: { list(locale: Locale, near: null): Promise<Store[]> }
  campaigns: { list(locale: Locale): Promise<Campaign[]> }
  /** Whether the media store has the picture of that key. */
  hasPicture(key: string): Promise<boolean>
}

/** What a home document names, looked up in as few calls as possible. */
export interface HomeGoods {
  products: Map<string, ProductSummary>
  categories: Map<string, Category>
  stores: Map<string, Store>
  /** Those that can be taken now, in the merchant's order. */
  campaigns: Map<string, Campaign>
  /** The first products of each category that a grid shows. */
  shelves: Map<string, ProductSummary[]>
}

export async function lookUp(sources: HomeSources, locale: Locale, document: HomeDocument): Promise<HomeGoods> {
  const { backend } = sources
  const named = referencesIn(document)
  const ids = (kind: Kind) => [...new Set(named.filter((each) => each.kind === kind).map(({ id }) => id))]
  const productIds = ids('product')
  const [categories, products, stores, campaigns, shelves] = await Promise.all([
    backend.catalog.categories({ locale }),
    productIds.length > 0 ? backend.catalog.summaries({ locale }, productIds) : [],
    ids('store').length > 0 ? sources.stores.list(locale, null) : [],
    document.blocks.some(({ type }) => type === 'coupon_strip') ? sources.campaigns.list(locale) : [],
    Promise.all(shelfIds(document).map(async (id) => [id, await shelf(backend, locale, id)] as const)),
  ])
  return {
    products: byId(products),
    categories: byId(flat(categories)),
    stores: byId(stores),
    campaigns: byId(campaigns),
    shelves: new Map(shelves),
  }
}

const byId = <Thing extends { id: string }>(things: Thing[]) => new Map(things.map((thing) => [thing.id, thing]))

/** Categories whose own goods are shown. */
function shelfIds({ blocks }: HomeDocument): string[] {
  return blocks.flatMap((block) =>
    block.type === 'product_grid' && !block.products && block.category ? [block.category] : [],
  )
}

async function shelf(backend: CommerceBackend, locale: Locale, categoryId: string): Promise<ProductSummary[]> {
  const page = await backend.catalog.products({ locale }, { categoryId, sort: 'relevance', limit: GRID })
  return page?.items ?? []
}

const flat = (categories: Category[]): Category[] => categories.flatMap((each) => [each, ...flat(each.children)])
