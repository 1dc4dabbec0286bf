import type { Fen } from '../port/values'
import { closeness, type Destination, isAmong, type Place } from './places'
import { totals } from './totals'

/**
 * What a parcel costs: one fee whatever is in it, or so much for the first grams (or pieces) and so much for each further
 * lot, begun lots counting whole (首重/续重, 首件/续件).
 */
export type ShippingCharge =
  | { by: 'order'; fee: Fen }
  | { by: 'weight' | 'piece'; first: number; firstFee: Fen; further: number; furtherFee: Fen }

export interface ShippingTerms {
  charge: ShippingCharge
  /** Goods worth this much or more (after discount) travel free; null: never by their worth. */
  freeFrom: Fen | null
}

/** A shop's shipping template (运费模板). Its own terms hold where no region says otherwise; a city goes before its province. */
export interface ShippingRules extends ShippingTerms {
  regions: (ShippingTerms & { places: Place[] })[]
  /** Nothing goes there. */
  undeliverable: Place[]
}

/** What a mainland shop usually does: remote provinces cost more, other customs territories are not served. */
export const MAINLAND_SHIPPING: ShippingRules = {
  charge: { by: 'order', fee: 1_000 },
  freeFrom: 19_900,
  regions: [
    {
      places: ['新疆', '西藏', '青海', '内蒙古', '宁夏', '甘肃', '海南'],
      charge: { by: 'order', fee: 2_000 },
      freeFrom: 19_900,
    },
  ],
  undeliverable: ['香港', '澳门', '台湾'],
}

/** Goods as a carrier sees them. */
export interface ParcelLine {
  unitPrice: Fen
  quantity: number
  /** Of one piece; null: nobody has weighed it, and it adds no weight. */
  grams: number | null
  /** Travels free (包邮), and makes no parcel heavier for who pays for it. */
  freeShipping: boolean
}

export type ShippingFee =
  /** `grams` are those paid for. */
  { ok: true; fee: Fen; terms: ShippingTerms; grams: number } | { ok: false; problem: 'undeliverable' }

/** Which terms hold there: the city's, else the province's, else the general ones. Without a destination the general ones. */
export function shippingTerms(rules: ShippingRules, destination: Destination | null): ShippingTerms {
  const near = ({ places }: { places: Place[] }) =>
    destination ? Math.max(0, ...places.map((place) => closeness(place, destination))) : 0
  const [nearest] = [...rules.regions].sort((one, other) => near(other) - near(one))
  const { charge, freeFrom } = nearest && near(nearest) > 0 ? nearest : rules
  return { charge, freeFrom }
}

/**
 * The fee in fen for goods that `discount` is taken off of, or `undeliverable`. No goods, no parcel: the fee is 0, as it is
 * for goods that cost nothing; goods that a coupon pays for in full still have to be sent. Without a destination the general
 * terms are shown, and the quote says that an address is needed.
 */
export function shippingFee(
  lines: readonly ParcelLine[],
  destination: Destination | null,
  rules: ShippingRules,
  discount: Fen = 0,
): ShippingFee {
  if (destination && isAmong(rules.undeliverable, destination)) return { ok: false, problem: 'undeliverable' }
  const terms = shippingTerms(rules, destination)
  const { goods } = totals([...lines], 0)
  const paying = lines.filter(({ freeShipping }) => !freeShipping)
  const pieces = paying.reduce((sum, { quantity }) => sum + quantity, 0)
  const grams = paying.reduce((sum, line) => sum + (line.grams ?? 0) * line.quantity, 0)
  const free = goods === 0 || pieces === 0 || (terms.freeFrom !== null && goods - discount >= terms.freeFrom)
  return { ok: true, fee: free ? 0 : chargeFor(terms.charge, { pieces, grams }), terms, grams }
}

function chargeFor(charge: ShippingCharge, load: { pieces: number; grams: number }): Fen {
  if (charge.by === 'order') return charge.fee
  const amount = charge.by === 'weight' ? load.grams : load.pieces
  const lots = Math.ceil(Math.max(0, amount - charge.first) / charge.further)
  return charge.firstFee + lots * charge.furtherFee
}
