import type { AfterSale, AfterSaleKind, AfterSaleState } from '@xiaopu/contract'

/** `now` is where it stands; `stopped` is an end nobody asked for. */
export interface Step {
  state: AfterSaleState
  is: 'done' | 'now' | 'stopped' | 'ahead'
  /** When; null for what is still to come. UTC, ISO 8601. */
  at: string | null
}

/** What happens when nobody says no. */
const WAYS: Record<AfterSaleKind, readonly AfterSaleState[]> = {
  refund: ['requested', 'refunding', 'refunded'],
  return: ['requested', 'awaiting_return', 'returning', 'refunding', 'refunded'],
  exchange: ['requested', 'awaiting_return', 'returning', 'received', 'replacement_sent', 'completed'],
}
const ENDED_WELL: readonly AfterSaleState[] = ['refunded', 'completed']

/** What has happened, and what is still to come. An exchange may end in money: it then goes the way of money. */
export function stepsOf({ kind, open, progress }: Pick<AfterSale, 'kind' | 'open' | 'progress'>): Step[] {
  const last = progress.length - 1
  const happened = progress.map(({ state, at }, place): Step => {
    if (place < last) return { state, is: 'done', at }
    if (open) return { state, is: 'now', at }
    return { state, is: ENDED_WELL.includes(state) ? 'done' : 'stopped', at }
  })
  const here = progress[last]?.state
  if (!open || here === undefined) return happened
  const way = WAYS[kind].includes(here) ? WAYS[kind] : WAYS.refund
  const ahead = way.slice(way.indexOf(here) + 1).map((state): Step => ({ state, is: 'ahead', at: null }))
  return [...happened, ...ahead]
}
