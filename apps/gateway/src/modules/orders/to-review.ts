import type { CommerceBackend, Order, OrderListing, Page, ShopperContext } from '@xiaopu/commerce'
import type { ReviewLedger } from '../reviews/ledger'

/** A page of them is looked for in no more pages of orders than this. */
const MOST_PAGES = 8
/** Of how many orders, the newest, it is counted what waits for a review. */
const COUNTED = { pages: 2, limit: 50 }

/**
 * Orders that were sent and have something on them without a review. What has one is in our ledger, not in the shop system, so
 * that its orders are gone through; the page goes on where the last one stopped.
 */
export function createToReview(backend: CommerceBackend, reviewed: ReviewLedger) {
  async function waiting(orders: Order[]): Promise<Order[]> {
    const sent = orders.filter(({ status, pickup }) => status === 'completed' || (status === 'shipped' && !pickup))
    const said = await reviewed.saidOf(sent.map(({ id }) => id))
    return sent.filter(({ id, lines }) => lines.some(({ productId }) => !said.get(id)?.reviewed.has(productId)))
  }

  async function page(context: ShopperContext, query: Omit<OrderListing, 'status'>): Promise<Page<Order>> {
    const items: Order[] = []
    let cursor: string | undefined = query.cursor
    for (let pages = 0; pages < MOST_PAGES; pages++) {
      const next = await backend.orders.list(context, { ...query, cursor, limit: query.limit - items.length })
      items.push(...(await waiting(next.items)))
      cursor = next.nextCursor ?? undefined
      if (cursor === undefined || items.length === query.limit) break
    }
    return { items, nextCursor: cursor ?? null, total: null }
  }

  async function count(context: ShopperContext, except: readonly string[]): Promise<number> {
    let found = 0
    let cursor: string | undefined
    for (let pages = 0; pages < COUNTED.pages; pages++) {
      const next = await backend.orders.list(context, { cursor, except, limit: COUNTED.limit })
      found += (await waiting(next.items)).length
      if (next.nextCursor === null) break
      cursor = next.nextCursor
    }
    return found
  }

  return { page, count }
}
