import type { Facet } from '@xiaopu/contract'
import { type Filter, isChosen } from './filter'

export interface OfferedValue {
  id: string
  name: string
  colour: string | null
  /** Goods it leads to. */
  count: number
  chosen: boolean
}

/** What the sheet offers to choose from. */
export interface Offer {
  choices: { id: string; name: string; values: OfferedValue[] }[]
  /** fen; null where the shop cannot narrow by price. */
  price: { lowest: number; highest: number } | null
  inStock: boolean
}

type Choice = Extract<Facet, { kind: 'choice' }>
const isChoice = (facet: Facet): facet is Choice => facet.kind === 'choice'

/**
 * The facets with what is chosen marked. What was chosen and is no longer among them is offered all the same, with nothing behind
 * it: otherwise nobody could take it back. Kinds of a later version are skipped.
 */
export function offerOf(facets: readonly Facet[], filter: Filter): Offer {
  const offered = facets.filter(isChoice)
  const gone = filter.chosen.filter(({ id }) => !offered.some((facet) => facet.id === id))
  const choices = [...offered, ...gone.map(({ id, name }) => ({ id, name, values: [] as Choice['values'] }))]
  const price = facets.find((facet) => facet.kind === 'price')
  return {
    choices: choices.map(({ id, name, values }) => {
      const chosen = filter.chosen.find((facet) => facet.id === id)?.values ?? []
      const missing = chosen.filter((value) => !values.some((one) => one.id === value.id))
      return {
        id,
        name,
        values: [...values, ...missing.map((value) => ({ ...value, count: 0 }))].map((value) => ({
          ...value,
          chosen: isChosen(filter, id, value.id),
        })),
      }
    }),
    price: price ? { lowest: price.lowest, highest: price.highest } : null,
    inStock: filter.inStock || facets.some(({ kind }) => kind === 'in_stock'),
  }
}
