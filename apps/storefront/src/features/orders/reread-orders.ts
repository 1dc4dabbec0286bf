import { hashKey, type InfiniteData, type QueryClient, type QueryKey } from '@tanstack/react-query'
import type { Order } from '@xiaopu/contract'
import { ORDERS, orderKeys } from './order-keys'

/** An order of a list. `receivedAt`: ms of the phone's clock when its page came, for its countdown. */
export type ListedOrder = Order & { receivedAt: number }
export interface OrderPage {
  items: ListedOrder[]
  nextCursor: string | null
}
type Cursor = string | undefined
export type OrderPages = InfiniteData<OrderPage, Cursor>

/** Pages that stay as they are while their list is read again: by the list, then by where they begin. */
const spared = new Map<string, Map<Cursor, OrderPage>>()
const changed = new Set<string>()
let underWay = 0

/**
 * Something happened to an order: all that shows one asks again. With the order's id a list that has grown asks for its first page, where new
 * orders come, and for the page that holds this one; a page behind them is asked for only if it begins elsewhere now. Without an id all is read.
 */
export async function rereadOrders(client: QueryClient, id?: string): Promise<void> {
  underWay++
  if (id === undefined) spared.clear()
  else spareOthers(client, id)
  try {
    await client.invalidateQueries({ queryKey: ORDERS })
  } finally {
    underWay--
    if (underWay === 0) {
      spared.clear()
      changed.clear()
    }
  }
}

/** In place of asking for it: a page nothing has happened to. */
export const sparedPage = (list: QueryKey, cursor: Cursor): OrderPage | undefined =>
  spared.get(hashKey(list))?.get(cursor)

/** A list that is left begins at its first page when it is looked at again. */
export function forgetLaterPages(client: QueryClient, list: QueryKey): void {
  const state = client.getQueryState<OrderPages>(list)
  if (!state?.data || state.fetchStatus === 'fetching') return
  const { pages, pageParams } = state.data
  const first = { pages: pages.slice(0, 1), pageParams: pageParams.slice(0, 1) }
  client.setQueryData(list, first, { updatedAt: state.dataUpdatedAt })
}

function spareOthers(client: QueryClient, id: string): void {
  // Somebody is reading everything: that goes on.
  if (underWay > 1 && spared.size === 0) return
  changed.add(id)
  for (const { queryHash, state } of client.getQueryCache().findAll({ queryKey: orderKeys.lists })) {
    const { pages = [], pageParams = [] } = (state.data ?? {}) as Partial<OrderPages>
    const others = pages
      .map((page, at) => [pageParams[at], page] as const)
      .filter(([, page], at) => at > 0 && !page.items.some((order) => changed.has(order.id)))
    spared.set(queryHash, new Map(others))
  }
}
