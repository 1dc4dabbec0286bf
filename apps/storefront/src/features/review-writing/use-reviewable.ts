import type { Order } from '@xiaopu/contract'
import { useRef } from 'react'

/** `reviewed`: everything has its review. `not_yet`: the server does not allow one, as before it is sent. */
export type Reviewability = 'yes' | 'reviewed' | 'not_yet'

export function reviewability({ actions, lines }: Pick<Order, 'actions' | 'lines'>): Reviewability {
  if (actions.includes('review')) return 'yes'
  return lines.every(({ reviewed }) => reviewed) ? 'reviewed' : 'not_yet'
}

/**
 * Whether the order can be reviewed, as it was when the page opened: once its last product is sent it cannot any more, and the page
 * is still there to say thank you. null while nothing is known.
 */
export function useReviewable(order: Order | undefined): Reviewability | null {
  const opened = useRef<Reviewability | null>(null)
  if (order && opened.current !== 'yes') opened.current = reviewability(order)
  return opened.current
}
