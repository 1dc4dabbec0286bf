import type { Category, Product, ProductPage, ProductQuery } from '@xiaopu/contract'
import type { Caller, CallOptions } from '../call/caller'
import { endpoint } from '../call/endpoint'

const listCategories = endpoint({
  name: 'listCategories',
  method: 'GET',
  path: '/v1/categories',
  auth: 'anyone',
  status: 200,
})
const listProducts = endpoint({
  name: 'listProducts',
  method: 'GET',
  path: '/v1/products',
  auth: 'anyone',
  status: 200,
})
const getProduct = endpoint({
  name: 'getProduct',
  method: 'GET',
  path: '/v1/products/:productId',
  auth: 'anyone',
  status: 200,
})

/** A category, a search, or everything; `limit` is 20 unless said otherwise, 50 at most. */
export type ProductListing = Omit<ProductQuery, 'limit'> & { limit?: number }

export interface CatalogResource {
  /** The top of the tree, in the merchant's order. */
  categories(options?: CallOptions): Promise<Category[]>
  products(query?: ProductListing, options?: CallOptions): Promise<ProductPage>
  /** @throws {ApiError} `not_found` */
  product(productId: string, options?: CallOptions): Promise<Product>
}

export const catalogResource = (call: Caller): CatalogResource => ({
  categories: async (options) => (await call(listCategories, options)).categories,
  products: (query, options) => call(listProducts, { ...options, query }),
  product: (productId, options) => call(getProduct, { ...options, params: { productId } }),
})
