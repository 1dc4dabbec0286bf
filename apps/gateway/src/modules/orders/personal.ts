import type { CommerceBackend, Order, OrderStatus, ShopperContext } from '@xiaopu/commerce'
import type { DeletionBlocker } from '@xiaopu/contract'
import type { PersonalPart } from '../account/personal-part'

const PAGE = 50
/** No shopper has more; and if one has, the answer must end. */
const MOST_PAGES = 100
/** One is enough to stand in the way; these many are shown. */
const MOST_BLOCKERS = 5

const IN_THE_WAY: [OrderStatus, DeletionBlocker['kind']][] = [
  ['pending_payment', 'unpaid_order'],
  ['paid', 'undelivered_order'],
  ['shipped', 'undelivered_order'],
]

/** Orders stay: the books have to show what was sold, to whom it was sent, and what fapiao it got. */
export function ordersPart({ orders }: Pick<CommerceBackend, 'orders'>): PersonalPart {
  async function all(context: ShopperContext): Promise<Order[]> {
    const found: Order[] = []
    let cursor: string | undefined
    for (let pages = 0; pages < MOST_PAGES; pages++) {
      const page = await orders.list(context, { cursor, limit: PAGE })
      found.push(...page.items)
      if (page.nextCursor === null) break
      cursor = page.nextCursor
    }
    return found
  }

  return {
    name: 'orders',
    tables: [],
    withAccount: 'stays',
    show: all,
    async blockers(context) {
      const blockers: DeletionBlocker[] = []
      for (const [status, kind] of IN_THE_WAY) {
        const { items } = await orders.list(context, { status, limit: MOST_BLOCKERS })
        blockers.push(...items.map(({ id }) => ({ kind, orderId: id })))
      }
      return blockers
    },
  }
}
