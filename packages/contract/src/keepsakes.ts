import { z } from 'zod'
import { ProductSummary } from './catalog'
import { Cursor, Id, Instant, pageOf } from './primitives'
import type { RouteContract } from './routes'

/** What a shopper wants to find again: favourites, and what they have looked at. Kept for each shopper, on every phone. */
export const KeptProduct = z
  .object({
    productId: Id,
    at: Instant.describe('When it was marked, or last looked at'),
    product: ProductSummary.nullable().describe('null: not on sale any more'),
  })
  .meta({ id: 'KeptProduct' })
export type KeptProduct = z.infer<typeof KeptProduct>

export const KeptPage = pageOf(KeptProduct).meta({ id: 'KeptPage' })
export type KeptPage = z.infer<typeof KeptPage>

export const KeptQuery = z.strictObject({
  cursor: Cursor.optional(),
  limit: z.coerce.number<number>().int().min(1).max(50).default(20),
})
export type KeptQuery = z.input<typeof KeptQuery>

export const ProductIds = z.strictObject({ productIds: z.array(Id).min(1).max(100) })
export type ProductIds = z.infer<typeof ProductIds>

/** What was looked at before there was a session comes in at once, with its own times; a time in the future counts as now. */
export const Views = z.strictObject({
  views: z
    .array(z.strictObject({ productId: Id, at: Instant }))
    .min(1)
    .max(100),
})
export type Views = z.infer<typeof Views>

export const keepsakeRoutes = {
  listFavourites: {
    method: 'GET',
    path: '/v1/favourites',
    summary: 'Favourites, the newest first',
    auth: 'shopper',
    query: KeptQuery,
    status: 200,
    response: KeptPage,
    errors: ['commerce_unavailable'],
  },
  listFavouriteIds: {
    method: 'GET',
    path: '/v1/favourites/ids',
    summary: 'Which products are favourites',
    auth: 'shopper',
    status: 200,
    response: z.object({ productIds: z.array(Id).max(500) }),
    errors: [],
  },
  addFavourites: {
    method: 'PUT',
    path: '/v1/favourites',
    summary: 'Mark products; those marked already keep their place. The oldest beyond 500 are let go',
    auth: 'shopper',
    body: ProductIds,
    status: 204,
    response: z.void(),
    errors: [],
  },
  removeFavourites: {
    method: 'POST',
    path: '/v1/favourites/remove',
    summary: 'Unmark products; those not marked are no error',
    auth: 'shopper',
    body: ProductIds,
    status: 204,
    response: z.void(),
    errors: [],
  },
  listViews: {
    method: 'GET',
    path: '/v1/history',
    summary: 'What was looked at, the last first; each product once, 200 at most, 90 days at most',
    auth: 'shopper',
    query: KeptQuery,
    status: 200,
    response: KeptPage,
    errors: ['commerce_unavailable'],
  },
  addViews: {
    method: 'POST',
    path: '/v1/history',
    summary: 'Say what was looked at',
    auth: 'shopper',
    body: Views,
    status: 204,
    response: z.void(),
    errors: [],
  },
  clearViews: {
    method: 'DELETE',
    path: '/v1/history',
    summary: 'Forget all that was looked at',
    auth: 'shopper',
    status: 204,
    response: z.void(),
    errors: [],
  },
} as const satisfies Record<string, RouteContract>
