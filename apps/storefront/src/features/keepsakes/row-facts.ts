import type { KeptProduct, Locale, Picture, PriceRange } from '@xiaopu/contract'
import { nameOf, type Viewed } from './view-log'

/** A kept product as it stands in a list. */
export interface KeptRowFacts {
  id: string
  /** UTC, ISO 8601. */
  at: string
  /** Empty: nobody knows it any more. */
  name: string
  picture: Picture | null
  /** As it is now; null where that is not known. */
  price: PriceRange | null
  state: 'on_sale' | 'pickup_only' | 'sold_out' | 'off_sale'
}

/** @param log what this phone remembers: a name for what the shop no longer names */
export function rowOf(
  { productId: id, at, product }: KeptProduct,
  log: readonly Viewed[],
  locale: Locale,
): KeptRowFacts {
  if (product) {
    const { name, picture, price, available, pickupOnly } = product
    return { id, at, name, picture, price, state: available ? 'on_sale' : pickupOnly ? 'pickup_only' : 'sold_out' }
  }
  const seen = log.find((viewed) => viewed.id === id)
  return {
    id,
    at,
    name: seen ? nameOf(seen, locale) : '',
    picture: seen?.picture ?? null,
    price: null,
    state: 'off_sale',
  }
}

/** What was looked at without a session, as far as the phone knows. */
export const rowOfView = (viewed: Viewed, locale: Locale): KeptRowFacts => ({
  id: viewed.id,
  at: viewed.at,
  name: nameOf(viewed, locale),
  picture: viewed.picture,
  price: null,
  state: 'on_sale',
})
