import type { Store } from '@xiaopu/contract'

export interface StoreWish {
  /** null is all of them. */
  city: string | null
  /** Looked for in name, city and address. */
  words: string
  openOnly: boolean
  service: Store['services'][number] | null
}

/** The stores that fit, in the order they came. Each word has to be somewhere. */
export function storesMatching<Shown extends Store>(stores: readonly Shown[], wish: StoreWish): Shown[] {
  const words = wish.words.toLowerCase().split(/\s+/).filter(Boolean)
  return stores.filter((store) => {
    const said = `${store.name} ${store.city} ${store.address}`.toLowerCase()
    return (
      (wish.city === null || store.city === wish.city) &&
      (!wish.openOnly || store.openNow) &&
      (wish.service === null || store.services.includes(wish.service)) &&
      words.every((word) => said.includes(word))
    )
  })
}

/** What at least one of the stores does, and not all of them: a choice that changes nothing is none. */
export function servicesToChoose(stores: readonly Store[]): Store['services'] {
  const all = [...new Set(stores.flatMap(({ services }) => services))]
  return all.filter((service) => stores.some(({ services }) => !services.includes(service)))
}
