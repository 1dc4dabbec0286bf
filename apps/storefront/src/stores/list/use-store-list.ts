import type { Store } from '@xiaopu/contract'
import { useEffect, useState } from 'react'
import { citiesOf, type StoreWish, servicesToChoose, storesMatching, storesShown } from '../../features/stores'
import { dropIfGone } from '../../features/stores/my-store'
import { useStoreSearch } from '../../features/stores/use-store-search'

const ANY: StoreWish = { city: null, words: '', openOnly: false, service: null }

/**
 * Which of the stores the page shows, and which of them large.
 * @param stores undefined until they are here
 * @param asked the id of the store somebody came for
 */
export function useStoreList(stores: readonly Store[] | undefined, asked: string | undefined) {
  const [wish, setWish] = useState(ANY)
  const [shown, setShown] = useState(asked)
  /** Ids of the stores of one shared pin. */
  const [group, setGroup] = useState<readonly string[] | null>(null)
  const search = useStoreSearch(wish.words)
  useEffect(() => {
    if (stores && stores.length > 0) dropIfGone(stores)
  }, [stores])

  const all = stores ?? []
  const cities = citiesOf(all)
  const city = wish.city !== null && cities.includes(wish.city) ? wish.city : null
  const { ids } = search
  // While the first answer is on its way, nothing is said to be missing.
  const words = ids === null && !search.asking ? wish.words : ''
  const found = storesMatching(all, { ...wish, city, words }).filter(({ id }) => ids === null || ids.includes(id))
  const here = group ? found.filter(({ id }) => group.includes(id)) : found
  const wanted = here.find(({ id }) => id === shown)
  const { nearest, others } = storesShown(here, null, wanted)
  const narrowed = found.length < all.length || group !== null
  return {
    wish,
    look(change: Partial<StoreWish>) {
      setGroup(null)
      setWish((before) => ({ ...before, ...change }))
    },
    clear() {
      setGroup(null)
      setWish(ANY)
    },
    show: (store: Store) => setShown(store.id),
    /** Only the stores of a shared pin, until something else is looked for. */
    openGroup: (some: readonly Store[]) => setGroup(some.map(({ id }) => id)),
    leaveGroup: () => setGroup(null),
    inGroup: group !== null,
    asking: search.asking,
    cities,
    city,
    services: servicesToChoose(all),
    found: here,
    nearest,
    others,
    narrowed,
    /** It stands out because it is near, and not because somebody tapped it. */
    isNearest: nearest !== null && nearest !== wanted && !narrowed,
  }
}
