import { z } from 'zod'
import { Category, Product, ProductPage, ProductQuery, ProductSummary } from './catalog'
import { Home } from './home'
import { Id } from './primitives'
import { ReviewPage, ReviewQuery } from './reviews'
import type { RouteContract } from './routes'
import { DeliveryEstimate, DeliveryQuery } from './shipping'

/** What anybody may look at, without a session. */
export const catalogRoutes = {
  getHome: {
    method: 'GET',
    path: '/v1/home',
    summary: 'The blocks of the home page',
    auth: 'anyone',
    status: 200,
    response: Home,
    errors: ['commerce_unavailable'],
  },
  getHomePreview: {
    method: 'GET',
    path: '/v1/home/preview',
    summary: 'A home page that is not published, for who was given its token; never cached',
    auth: 'anyone',
    query: z.strictObject({ token: z.string().regex(/^[\w-]{43}$/) }),
    status: 200,
    response: Home,
    errors: ['not_found', 'commerce_unavailable'],
  },
  listCategories: {
    method: 'GET',
    path: '/v1/categories',
    summary: 'The category tree',
    auth: 'anyone',
    status: 200,
    response: z.object({ categories: z.array(Category) }),
    errors: ['commerce_unavailable'],
  },
  listProducts: {
    method: 'GET',
    path: '/v1/products',
    summary: 'Products of a category or a search',
    auth: 'anyone',
    query: ProductQuery,
    status: 200,
    response: ProductPage,
    errors: ['not_found', 'not_supported', 'commerce_unavailable'],
  },
  getProduct: {
    method: 'GET',
    path: '/v1/products/:productId',
    summary: 'One product with its options and SKUs',
    auth: 'anyone',
    params: z.strictObject({ productId: Id }),
    status: 200,
    response: Product,
    errors: ['not_found', 'commerce_unavailable'],
  },
  estimateDelivery: {
    method: 'GET',
    path: '/v1/products/:productId/delivery',
    summary: 'Whether it is sent to a region, and what that costs',
    auth: 'anyone',
    params: z.strictObject({ productId: Id }),
    query: DeliveryQuery,
    status: 200,
    response: DeliveryEstimate,
    errors: ['not_found', 'commerce_unavailable'],
  },
  listRelatedProducts: {
    method: 'GET',
    path: '/v1/products/:productId/related',
    summary: 'What else may be liked, the best match first',
    auth: 'anyone',
    params: z.strictObject({ productId: Id }),
    status: 200,
    response: z.object({ products: z.array(ProductSummary).max(12) }),
    errors: ['not_found', 'commerce_unavailable'],
  },
  listReviews: {
    method: 'GET',
    path: '/v1/products/:productId/reviews',
    summary: 'What buyers say, newest first',
    auth: 'anyone',
    params: z.strictObject({ productId: Id }),
    query: ReviewQuery,
    status: 200,
    response: ReviewPage,
    errors: ['not_found', 'not_supported', 'commerce_unavailable'],
  },
} as const satisfies Record<string, RouteContract>
