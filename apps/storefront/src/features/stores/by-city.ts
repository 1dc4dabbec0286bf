import type { Store } from '@xiaopu/contract'

/** The cities in the order of their first store: with a location, the shopper's own comes first. */
export const citiesOf = (stores: readonly Store[]): string[] => [...new Set(stores.map(({ city }) => city))]

export interface StoresShown {
  /** Large, on top, when distances are known. */
  nearest: Store | null
  others: Store[]
}

/**
 * What the page shows.
 * @param city null is all of them
 * @param asked the store somebody came for: large, on top, where it is among them
 */
export function storesShown(stores: readonly Store[], city: string | null, asked?: Store): StoresShown {
  const here = stores.filter((store) => city === null || store.city === city)
  if (asked && here.includes(asked)) return { nearest: asked, others: here.filter((store) => store !== asked) }
  const [first, ...others] = here
  return first && first.distanceMeters !== null ? { nearest: first, others } : { nearest: null, others: here }
}
