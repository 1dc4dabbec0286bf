import {
  type CommerceBackend,
  type Store as CommerceStore,
  canBuy,
  canPickUpAt,
  distanceMeters,
  lineStatus,
  nextChange,
  openNow,
  type StoreStock,
  stockOf,
} from '@xiaopu/commerce'
import type { GeoPoint, Locale, SkuQuantity, Store, StoreWithStock } from '@xiaopu/contract'
import type { Clock } from '../../clock'
import { notFound } from '../../http/refusal'
import type { PictureView } from '../media/picture-view'

export type Stores = ReturnType<typeof createStores>

/** Where the shopper is, in GCJ-02; null when they have not said. */
export type Whereabouts = GeoPoint | null

/** The shops one can walk into. */
export function createStores(backend: CommerceBackend, picture: PictureView, clock: Clock) {
  /** Nearest first when a position is given, otherwise as the back end lists them. */
  async function list(locale: Locale, near: Whereabouts): Promise<Store[]> {
    return nearestFirst((await backend.stores.list({ locale })).map((store) => view(store, near)))
  }

  /** Those one can pick up from, in the same order, each with what it has of the goods. */
  async function withStock(locale: Locale, items: SkuQuantity[], near: Whereabouts): Promise<StoreWithStock[]> {
    const [all, stock] = await Promise.all([
      backend.stores.list({ locale }),
      backend.stores.stock(items.map(({ skuId }) => skuId)),
    ])
    const stores = all.filter(canPickUpAt).map((store) => {
      const lines = items.map((item) => lineAt(store.id, item, stock))
      const there = lines.filter(({ status }) => canBuy(status)).length
      const has: StoreWithStock['has'] = there === 0 ? 'nothing' : there < lines.length ? 'some' : 'all'
      return { ...view(store, near), has, lines }
    })
    return nearestFirst(stores)
  }

  async function get(locale: Locale, storeId: string, near: Whereabouts): Promise<Store> {
    const store = await backend.stores.get({ locale }, storeId)
    if (!store) throw notFound('store')
    return view(store, near)
  }

  function view(store: CommerceStore, near: Whereabouts): Store {
    const now = clock()
    return {
      ...store,
      picture: picture(store.picture),
      openNow: openNow(store.hours, now),
      changesAt: nextChange(store.hours, now)?.toISOString() ?? null,
      distanceMeters: near && Math.round(distanceMeters(near, store.location)),
    }
  }

  return { list, get, withStock }
}

function nearestFirst<Shown extends Store>(stores: Shown[]): Shown[] {
  return stores.sort((one, other) => (one.distanceMeters ?? 0) - (other.distanceMeters ?? 0))
}

function lineAt(
  storeId: string,
  { skuId, quantity }: SkuQuantity,
  stock: StoreStock[],
): StoreWithStock['lines'][number] {
  const known = stock.find((one) => one.storeId === storeId && one.skuId === skuId)
  const there = stockOf(known?.available ?? 0)
  return { skuId, status: lineStatus(there, quantity), available: there.available }
}
