import { fenOf } from '../../ui/price/fen-of'

/** What stands in the two fields, in yuan as the shopper typed it. */
export interface TypedRange {
  from: string
  to: string
}

export type PriceProblem = 'from' | 'to' | 'order'

/** Fen, or null for an end that is open. */
export interface PriceRange {
  from: number | null
  to: number | null
}

/** The first thing wrong with what was typed, if anything is. */
export function problemOf({ from, to }: TypedRange): PriceProblem | null {
  const [lowest, highest] = [fenOf(from), fenOf(to)]
  if (lowest === undefined) return 'from'
  if (highest === undefined) return 'to'
  return lowest !== null && highest !== null && lowest > highest ? 'order' : null
}

/** The range as far as it can be asked for: one that makes no sense asks for nothing. */
export function rangeOf(typed: TypedRange): PriceRange {
  if (problemOf(typed)) return { from: null, to: null }
  return { from: fenOf(typed.from) ?? null, to: fenOf(typed.to) ?? null }
}
