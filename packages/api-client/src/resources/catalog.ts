import type {
  Category,
  DeliveryEstimate,
  DeliveryQuery,
  Product,
  ProductPage,
  ProductQuery,
  ProductSummary,
} from '@xiaopu/contract'
import type { Caller, CallOptions } from '../call/caller'
import { endpoint } from '../call/endpoint'
import { encodeFacetChoices, type FacetSelection } from '../wire/facet-choices'

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

const estimateDelivery = endpoint({
  name: 'estimateDelivery',
  method: 'GET',
  path: '/v1/products/:productId/delivery',
  auth: 'anyone',
  status: 200,
})
const listRelatedProducts = endpoint({
  name: 'listRelatedProducts',
  method: 'GET',
  path: '/v1/products/:productId/related',
  auth: 'anyone',
  status: 200,
})

/**
 * A category, a search, or everything; `limit` is 20 unless said otherwise, 50 at most. Prices are fen. `facets` and
 * `inStock` narrow by what the list itself offered in its `facets`.
 */
export type ProductListing = Omit<ProductQuery, 'limit' | 'facets' | 'inStock'> & {
  limit?: number
  facets?: FacetSelection
  inStock?: boolean
}

export interface CatalogResource {
  /** The top of the tree, in the merchant's order. */
  categories(options?: CallOptions): Promise<Category[]>
  products(query?: ProductListing, options?: CallOptions): Promise<ProductPage>
  /** @throws {ApiError} `not_found` */
  product(productId: string, options?: CallOptions): Promise<Product>
  /** Whether one piece is sent to a region, and for how much. Nothing is told of who asks. @throws {ApiError} `not_found` */
  delivery(productId: string, to: DeliveryQuery, options?: CallOptions): Promise<DeliveryEstimate>
  /** What else may be liked, twelve at most, the best match first. @throws {ApiError} `not_found` */
  related(productId: string, options?: CallOptions): Promise<ProductSummary[]>
}

export const catalogResource = (call: Caller): CatalogResource => ({
  categories: async (options) => (await call(listCategories, options)).categories,
  products: (query, options) => call(listProducts, { ...options, query: query && wireOf(query) }),
  product: (productId, options) => call(getProduct, { ...options, params: { productId } }),
  delivery: (productId, query, options) => call(estimateDelivery, { ...options, params: { productId }, query }),
  related: async (productId, options) =>
    (await call(listRelatedProducts, { ...options, params: { productId } })).products,
})

const wireOf = ({ facets, inStock, ...query }: ProductListing) => ({
  ...query,
  facets: encodeFacetChoices(facets),
  inStock: inStock ? 'true' : undefined,
})
