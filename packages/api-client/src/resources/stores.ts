import type { GeoPoint, SkuQuantity, Store, StoreWithStock } from '@xiaopu/contract'
import type { Caller, CallOptions } from '../call/caller'
import { endpoint } from '../call/endpoint'

const listStores = endpoint({ name: 'listStores', method: 'GET', path: '/v1/stores', auth: 'anyone', status: 200 })
const findStoresWith = endpoint({
  name: 'findStoresWith',
  method: 'POST',
  path: '/v1/stores/stock',
  auth: 'anyone',
  status: 200,
})
const getStore = endpoint({ name: 'getStore', method: 'GET', path: '/v1/stores/:storeId', auth: 'anyone', status: 200 })

/** `near` is in GCJ-02 degrees, as `wx.getLocation({ type: 'gcj02' })` gives them. */
export interface StoresResource {
  /** Nearest first when the shopper has said where they are. */
  list(near?: GeoPoint | null, options?: CallOptions): Promise<Store[]>
  /** Those one can pick up from, in the same order, each with what it has of the goods. */
  withStock(items: SkuQuantity[], near?: GeoPoint | null, options?: CallOptions): Promise<StoreWithStock[]>
  /** @throws {ApiError} `not_found` */
  get(storeId: string, near?: GeoPoint | null, options?: CallOptions): Promise<Store>
}

export const storesResource = (call: Caller): StoresResource => ({
  list: async (near, options) => (await call(listStores, { ...options, query: position(near) })).stores,
  withStock: async (items, near, options) =>
    (await call(findStoresWith, { ...options, body: { items, ...position(near) } })).stores,
  get: (storeId, near, options) => call(getStore, { ...options, params: { storeId }, query: position(near) }),
})

/** The two degrees alone: `wx.getLocation` brings speed and accuracy along, which the gateway refuses. */
const position = (near: GeoPoint | null | undefined) =>
  near ? { latitude: near.latitude, longitude: near.longitude } : undefined
