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

/**
 * Yuan as people type them: with ¥, commas, a Chinese keyboard's wide digits.
 * @returns fen; null where nothing was typed; undefined for what is no price
 */
export function fenOf(typed: string): number | null | undefined {
  const text = typed.normalize('NFKC').replace(/[¥,\s]/g, '')
  if (text === '') return null
  const [, yuan, fraction = ''] = /^(\d{1,9})(?:\.(\d{0,2}))?$/.exec(text) ?? []
  return yuan === undefined ? undefined : Number(yuan) * 100 + Number(fraction.padEnd(2, '0'))
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
