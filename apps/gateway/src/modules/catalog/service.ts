import type { CommerceBackend } from '@xiaopu/commerce'
import type {
  Category,
  DeliveryEstimate,
  DeliveryQuery,
  Locale,
  Product,
  ProductPage,
  ProductQuery,
  ProductSummary,
} from '@xiaopu/contract'
import type { z } from 'zod'
import { notFound, Refusal } from '../../http/refusal'
import type { PictureView } from '../media/picture-view'
import type { VideoView } from '../media/video-view'
import type { ShownReviews } from '../reviews/shown'
import type { Search } from '../search/service'
import { decodeFacetChoices } from './facet-choices'
import { categoryView, deliveryView, facetsView, productView, summaryView } from './views'

export type Catalog = ReturnType<typeof createCatalog>

/** As many related products as the contract lets a page have. */
const RELATED = 12

interface Needs {
  backend: CommerceBackend
  picture: PictureView
  video: VideoView
  search: Pick<Search, 'meant'>
  reviews: Pick<ShownReviews, 'summary'>
}

/** The catalogue as the storefront reads it. */
export function createCatalog({ backend, picture, video, search, reviews }: Needs) {
  async function categories(locale: Locale): Promise<Category[]> {
    return (await backend.catalog.categories({ locale })).map(categoryView(picture))
  }

  /** @throws Refusal `not_found`: no such category; `not_supported`: what is in stock, where the back end cannot tell */
  async function products(locale: Locale, query: z.output<typeof ProductQuery>): Promise<ProductPage> {
    const { category: categoryId, q, facets, inStock, ...rest } = query
    if (inStock && !backend.capabilities.stockFilter) throw new Refusal('not_supported', { detail: 'inStock' })
    const find = (words: string | undefined) =>
      backend.catalog.products(
        { locale },
        { ...rest, categoryId, words, facets: decodeFacetChoices(facets), inStock: inStock ? true : undefined },
      )
    let page = await find(q || undefined)
    // What was typed leads to nothing: perhaps it was pinyin, or a slip of the finger.
    const searchedFor = q && page?.items.length === 0 && !query.cursor ? await search.meant(locale, q) : null
    if (searchedFor) page = await find(searchedFor)
    if (!page) throw notFound('category')
    return {
      ...page,
      searchedFor: searchedFor && page.items.length > 0 ? searchedFor : null,
      items: page.items.map(summaryView(picture)),
      facets: facetsView(page.facets, backend.capabilities),
    }
  }

  /** @throws Refusal `not_found`: unknown, or not on sale */
  async function product(locale: Locale, productId: string): Promise<Product> {
    const [found, promises, summary] = await Promise.all([
      backend.catalog.product({ locale }, productId),
      backend.delivery.promises(),
      reviews.summary(locale, productId),
    ])
    if (!found) throw notFound('product')
    return productView(picture, video, promises)(found, summary)
  }

  /** @throws Refusal `not_found`: unknown, or not on sale */
  async function related(locale: Locale, productId: string): Promise<ProductSummary[]> {
    const found = await backend.catalog.related({ locale }, productId, RELATED)
    if (!found) throw notFound('product')
    return found.map(summaryView(picture))
  }

  /** @throws Refusal `not_found`: unknown, or not on sale */
  async function delivery(
    locale: Locale,
    productId: string,
    { province, city, sku }: z.output<typeof DeliveryQuery>,
  ): Promise<DeliveryEstimate> {
    const goods = { productId, skuId: sku ?? null }
    const [estimate, promises] = await Promise.all([
      backend.delivery.estimate({ locale }, goods, { province, city }),
      backend.delivery.promises(),
    ])
    if (!estimate) throw notFound('product')
    return deliveryView(estimate, promises)
  }

  return { categories, products, product, related, delivery }
}
