import type { ChooseMyStore, GeoPoint, MyStore, SkuQuantity, Store, StoreWithStock } from '@xiaopu/contract'
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

const getMyStore = endpoint({ name: 'getMyStore', method: 'GET', path: '/v1/me/store', auth: 'shopper', status: 200 })
const chooseMyStore = endpoint({
  name: 'chooseMyStore',
  method: 'PUT',
  path: '/v1/me/store',
  auth: 'shopper',
  status: 200,
})

/** `near` is in GCJ-02 degrees, as `wx.getLocation({ type: 'gcj02' })` gives them. */
export interface StoresResource {
  /** Nearest first when the shopper has said where they are. */
  list(near?: GeoPoint | null, options?: CallOptions): Promise<Store[]>
  /** Those that words fit, in Chinese, pinyin (pudong) or initials (pd), in the same order. */
  search(words: string, near?: GeoPoint | null, options?: CallOptions): Promise<Store[]>
  /** Those one can pick up from, in the same order, each with what it has of the goods. */
  withStock(items: SkuQuantity[], near?: GeoPoint | null, options?: CallOptions): Promise<StoreWithStock[]>
  /** @throws {ApiError} `not_found` */
  get(storeId: string, near?: GeoPoint | null, options?: CallOptions): Promise<Store>
  /** The store the shopper calls theirs. */
  mine(options?: CallOptions): Promise<MyStore>
  /**
   * Answers with the newest choice there is, which may have been made on another phone.
   *
   * @throws {ApiError} `not_found`: there is no such store (any more)
   */
  chooseMine(choice: ChooseMyStore, options?: CallOptions): Promise<MyStore>
}

export const storesResource = (call: Caller): StoresResource => ({
  list: async (near, options) => (await call(listStores, { ...options, query: position(near) })).stores,
  search: async (words, near, options) =>
    (await call(listStores, { ...options, query: { q: words, ...position(near) } })).stores,
  mine: (options) => call(getMyStore, options),
  chooseMine: (choice, options) => call(chooseMyStore, { ...options, body: choice }),
  withStock: async (items, near, options) =>
    (await call(findStoresWith, { ...options, body: { items, ...position(near) } })).stores,
  get: (storeId, near, options) => call(getStore, { ...options, params: { storeId }, query: position(near) }),
})

/** The two degrees alone: `wx.getLocation` brings speed and accuracy along, which the gateway refuses. */
const position = (near: GeoPoint | null | undefined) =>
  near ? { latitude: near.latitude, longitude: near.longitude } : undefined
