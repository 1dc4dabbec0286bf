import type { CommerceBackend } from '@xiaopu/commerce'
import type { Category, Locale, Product, ProductPage, ProductQuery } from '@xiaopu/contract'
import type { z } from 'zod'
import { notFound } from '../../http/refusal'
import type { PictureView } from '../media/picture-view'
import { categoryView, productView, summaryView } from './views'

export type Catalog = ReturnType<typeof createCatalog>

/** The catalogue as the storefront reads it. */
export function createCatalog(backend: CommerceBackend, picture: PictureView) {
  async function categories(locale: Locale): Promise<Category[]> {
    return (await backend.catalog.categories({ locale })).map(categoryView(picture))
  }

  /** @throws Refusal `not_found`: no such category */
  async function products(locale: Locale, query: z.output<typeof ProductQuery>): Promise<ProductPage> {
    const { category: categoryId, q, sort, cursor, limit } = query
    const page = await backend.catalog.products({ locale }, { categoryId, words: q || undefined, sort, cursor, limit })
    if (!page) throw notFound('category')
    return { ...page, items: page.items.map(summaryView(picture)) }
  }

  /** @throws Refusal `not_found`: unknown, or not on sale */
  async function product(locale: Locale, productId: string): Promise<Product> {
    const found = await backend.catalog.product({ locale }, productId)
    if (!found) throw notFound('product')
    return productView(picture, backend.rules)(found)
  }

  return { categories, products, product }
}
