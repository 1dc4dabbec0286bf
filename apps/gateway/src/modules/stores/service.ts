import {
  type CommerceBackend,
  type Store as CommerceStore,
  canBuy,
  canPickUpAt,
  distanceMeters,
  isPlaced,
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
import { saysAll, wordsTyped } from './match'

export type Stores = ReturnType<typeof createStores>

const LOCALES: Locale[] = ['zh-CN', 'en']

/** Where the shopper is, in GCJ-02; null when they have not said. */
export type Whereabouts = GeoPoint | null

/** The shops one can walk into. */
export function createStores(backend: CommerceBackend, picture: PictureView, clock: Clock) {
  /**
   * Nearest first when a position is given, otherwise as the back end lists them.
   * @param sought words, in Chinese, pinyin, initials or English, whatever language is shown; nothing finds all
   */
  async function list(locale: Locale, near: Whereabouts, sought = ''): Promise<Store[]> {
    const words = wordsTyped(sought)
    const stores = words.length === 0 ? await backend.stores.list({ locale }) : await found(locale, words)
    return nearestFirst(stores.map((store) => view(store, near)))
  }

  async function found(locale: Locale, words: string[]): Promise<CommerceStore[]> {
    const [shown, ...others] = await Promise.all(
      [locale, ...LOCALES.filter((other) => other !== locale)].map((one) => backend.stores.list({ locale: one })),
    )
    return (shown ?? []).filter((store) => {
      const inAll = [store, ...others.flatMap((list) => list.find(({ id }) => id === store.id) ?? [])]
      return saysAll(
        inAll.flatMap(({ name, city, address }) => [name, city, address]),
        words,
      )
    })
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
      distanceMeters: near && isPlaced(store.location) ? Math.round(distanceMeters(near, store.location)) : null,
    }
  }

  return { list, get, withStock }
}

/** Those nobody knows the way to come last; where no distance is known, they stay as they are. */
function nearestFirst<Shown extends Store>(stores: Shown[]): Shown[] {
  const far = ({ distanceMeters: meters }: Store) => meters ?? Number.MAX_SAFE_INTEGER
  return stores.sort((one, other) => far(one) - far(other))
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
