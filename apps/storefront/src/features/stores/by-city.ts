import type { Store } from '@xiaopu/contract'

/** The cities in the order of their first store: with a location, the shopper's own comes first. */
export const citiesOf = (stores: readonly Store[]): string[] => [...new Set(stores.map(({ city }) => city))]

export interface StoresShown {
  /** Large, on top, when distances are known. */
  nearest: Store | null
  others: Store[]
}

/** What the page shows. @param city null is all of them */
export function storesShown(stores: readonly Store[], city: string | null): StoresShown {
  const here = stores.filter((store) => city === null || store.city === city)
  const [first, ...others] = here
  return first && first.distanceMeters !== null ? { nearest: first, others } : { nearest: null, others: here }
}
