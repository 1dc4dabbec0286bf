import type { KeptPage, KeptQuery, Views } from '@xiaopu/contract'
import type { Caller, CallOptions } from '../call/caller'
import { endpoint } from '../call/endpoint'

const listFavourites = endpoint({
  name: 'listFavourites',
  method: 'GET',
  path: '/v1/favourites',
  auth: 'shopper',
  status: 200,
})
const listFavouriteIds = endpoint({
  name: 'listFavouriteIds',
  method: 'GET',
  path: '/v1/favourites/ids',
  auth: 'shopper',
  status: 200,
})
const addFavourites = endpoint({
  name: 'addFavourites',
  method: 'PUT',
  path: '/v1/favourites',
  auth: 'shopper',
  status: 204,
})
const removeFavourites = endpoint({
  name: 'removeFavourites',
  method: 'POST',
  path: '/v1/favourites/remove',
  auth: 'shopper',
  status: 204,
})
const listViews = endpoint({ name: 'listViews', method: 'GET', path: '/v1/history', auth: 'shopper', status: 200 })
const addViews = endpoint({ name: 'addViews', method: 'POST', path: '/v1/history', auth: 'shopper', status: 204 })
const clearViews = endpoint({ name: 'clearViews', method: 'DELETE', path: '/v1/history', auth: 'shopper', status: 204 })

/** `limit` is 20 unless said otherwise, 50 at most. */
export type KeptListing = Omit<KeptQuery, 'limit'> & { limit?: number }

export interface FavouritesResource {
  /** The newest first. */
  list(query?: KeptListing, options?: CallOptions): Promise<KeptPage>
  ids(options?: CallOptions): Promise<string[]>
  /** Those marked already keep their place. 100 at once at most. */
  add(productIds: string[], options?: CallOptions): Promise<void>
  remove(productIds: string[], options?: CallOptions): Promise<void>
}

export const favouritesResource = (call: Caller): FavouritesResource => ({
  list: (query, options) => call(listFavourites, { ...options, query }),
  ids: async (options) => (await call(listFavouriteIds, options)).productIds,
  add: (productIds, options) => call(addFavourites, { ...options, body: { productIds } }),
  remove: (productIds, options) => call(removeFavourites, { ...options, body: { productIds } }),
})

export interface HistoryResource {
  /** What was looked at, each product once, the last first. */
  list(query?: KeptListing, options?: CallOptions): Promise<KeptPage>
  /** 100 at once at most. */
  add(views: Views['views'], options?: CallOptions): Promise<void>
  clear(options?: CallOptions): Promise<void>
}

export const historyResource = (call: Caller): HistoryResource => ({
  list: (query, options) => call(listViews, { ...options, query }),
  add: (views, options) => call(addViews, { ...options, body: { views } }),
  clear: (options) => call(clearViews, options),
})
