import { formatFen } from '../../ui'
import { fenOf } from '../../ui/price/fen-of'

/** What is wrong with an amount to be paid back: there is none, it is no price, it is nothing, or more than there is. */
export type AmountProblem = 'missing' | 'wrong' | 'nothing' | 'too_much'

/**
 * @param typed yuan as the shopper typed them
 * @param most fen
 */
export function amountProblem(typed: string, most: number): AmountProblem | null {
  const fen = fenOf(typed)
  if (fen === null) return 'missing'
  if (fen === undefined) return 'wrong'
  if (fen === 0) return 'nothing'
  return fen > most ? 'too_much' : null
}

/** As one would type it: 1299.00. @param fen whole fen, not negative */
export function yuanTyped(fen: number): string {
  const { yuan, decimals } = formatFen(fen, true)
  return yuan.replace(/,/g, '') + decimals
}
