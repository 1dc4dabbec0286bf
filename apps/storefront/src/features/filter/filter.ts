import type { TypedRange } from './price-range'

export interface ChosenValue {
  id: string
  name: string
  colour: string | null
}

/** Names are kept with the ids: a value that leads nowhere now may be missing from the facets, and can still be taken back. */
export interface ChosenFacet {
  id: string
  name: string
  values: readonly ChosenValue[]
}

/** How a list is narrowed: any of the values of each facet, a price, only what can be had now. */
export interface Filter {
  chosen: readonly ChosenFacet[]
  price: TypedRange
  inStock: boolean
}

const ANY_PRICE: TypedRange = { from: '', to: '' }
export const NO_FILTER: Filter = { chosen: [], price: ANY_PRICE, inStock: false }

export type FilterAct =
  | { type: 'tap'; facet: Pick<ChosenFacet, 'id' | 'name'>; value: ChosenValue }
  | { type: 'price'; typed: Partial<TypedRange> }
  | { type: 'any price' }
  | { type: 'in stock'; only: boolean }
  | { type: 'reset' }

/** The filter after an act. The same object where nothing changes: a tap beyond what the contract takes is such a one. */
export function filterAfter(filter: Filter, act: FilterAct): Filter {
  switch (act.type) {
    case 'tap': {
      const chosen = afterTap(filter.chosen, act.facet, act.value)
      return fitsRequest(chosen) ? { ...filter, chosen } : filter
    }
    case 'price':
      return { ...filter, price: { ...filter.price, ...act.typed } }
    case 'any price':
      return { ...filter, price: ANY_PRICE }
    case 'in stock':
      return act.only === filter.inStock ? filter : { ...filter, inStock: act.only }
    case 'reset':
      return NO_FILTER
  }
}

export const isChosen = ({ chosen }: Filter, facetId: string, valueId: string) =>
  chosen.some(({ id, values }) => id === facetId && values.some((value) => value.id === valueId))

/** A tap chooses a value beside the others of its facet, or takes it back; a facet without a value is not in the list. */
function afterTap(
  chosen: readonly ChosenFacet[],
  facet: Pick<ChosenFacet, 'id' | 'name'>,
  value: ChosenValue,
): readonly ChosenFacet[] {
  const before = chosen.find(({ id }) => id === facet.id)
  if (!before) return [...chosen, { id: facet.id, name: facet.name, values: [value] }]
  const others = before.values.filter(({ id }) => id !== value.id)
  const values = others.length < before.values.length ? others : [...others, value]
  return values.length === 0
    ? chosen.filter(({ id }) => id !== facet.id)
    : chosen.map((each) => (each.id === facet.id ? { ...each, values } : each))
}

/** What the contract's FacetChoices take. */
const MOST = { facets: 10, values: 20, characters: 1_000 }

function fitsRequest(chosen: readonly ChosenFacet[]): boolean {
  const written = chosen.map(({ id, values }) => `${id}:${values.map((value) => value.id).join()}`).join(';')
  return (
    chosen.length <= MOST.facets &&
    chosen.every(({ values }) => values.length <= MOST.values) &&
    written.length <= MOST.characters
  )
}
