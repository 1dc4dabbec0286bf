import type { QuoteLine } from '@xiaopu/contract'
import { isPickupOnly, isSendable } from '../cart'
import type { RefusedLines } from './line-problem'

/** Why goods of a purchase stand apart: not sent to the address, in stores alone, or not in the store that was chosen. */
export type Because = 'unsent' | 'pickup_only' | 'not_here'

export interface Apart {
  because: Because
  lines: QuoteLine[]
}

/** A line as quoted, or as the gateway said when it refused the order, which is the later word. */
export const latest = (line: QuoteLine, refused: RefusedLines): QuoteLine => ({
  ...line,
  ...refused.find(({ skuId }) => skuId === line.skuId),
})

function whyApart(line: QuoteLine, atStore: boolean): Because | null {
  if (line.status === 'undeliverable') return 'unsent'
  if (atStore) return line.status === 'sold_out' || line.status === 'insufficient' ? 'not_here' : null
  return isPickupOnly(line) ? 'pickup_only' : null
}

/**
 * The lines that can be bought on another way than this one, by why not on this one; then those that cannot be bought at all as they
 * are, among the others.
 * @param atStore the quote was made at a store
 */
export function partedLines(lines: readonly QuoteLine[], refused: RefusedLines, atStore: boolean) {
  const now = lines.map((line) => latest(line, refused))
  const because = (why: Because | null) => now.filter((line) => whyApart(line, atStore) === why)
  const reasons: Because[] = ['pickup_only', 'unsent', 'not_here']
  const together = because(null)
  return {
    apart: reasons.map((why): Apart => ({ because: why, lines: because(why) })).filter((one) => one.lines.length > 0),
    together,
    gone: together.filter((line) => !isSendable(line)),
  }
}
