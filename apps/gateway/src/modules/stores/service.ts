import {
  type CommerceBackend,
  type Store as CommerceStore,
  distanceMeters,
  nextChange,
  openNow,
} from '@xiaopu/commerce'
import type { GeoPoint, Locale, Store } from '@xiaopu/contract'
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
    const stores = (await backend.stores.list({ locale })).map((store) => view(store, near))
    return near ? stores.sort((one, other) => (one.distanceMeters ?? 0) - (other.distanceMeters ?? 0)) : stores
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

  return { list, get }
}
