import type { Facet } from '@xiaopu/contract'
import type { Translate } from '../../i18n'
import { priceText } from '../../ui'
import type { Filter, FilterAct } from './filter'
import { rangeOf } from './price-range'

/** One thing that narrows the list, in words, and the act that takes it back. */
export interface Chosen {
  key: string
  words: string
  colour: string | null
  without: FilterAct
}

/** What narrows the list, in the order it was chosen. Names are those of the facets of now: the language may have changed since. */
export function chosenOf(filter: Filter, facets: readonly Facet[], t: Translate): Chosen[] {
  const names = new Map(
    facets.flatMap((facet) =>
      facet.kind === 'choice'
        ? facet.values.map(({ id, name }) => [`${facet.id}:${id}`, name] as [string, string])
        : [],
    ),
  )
  const chosen = filter.chosen.flatMap((facet) =>
    facet.values.map((value): Chosen => {
      const key = `${facet.id}:${value.id}`
      const words = names.get(key) ?? value.name
      return { key, words, colour: value.colour, without: { type: 'tap', facet, value } }
    }),
  )
  const price = priceWords(filter, t)
  if (price !== '') chosen.push({ key: 'price', words: price, colour: null, without: { type: 'any price' } })
  if (filter.inStock)
    chosen.push({
      key: 'in stock',
      words: t('filter.inStock'),
      colour: null,
      without: { type: 'in stock', only: false },
    })
  return chosen
}

function priceWords({ price }: Filter, t: Translate): string {
  const { from, to } = rangeOf(price)
  if (from !== null && to !== null) return `${priceText(from)}–${priceText(to)}`
  if (from !== null) return t('filter.priceAbove', { price: priceText(from) })
  return to === null ? '' : t('filter.priceBelow', { price: priceText(to) })
}
