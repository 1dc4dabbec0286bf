import type { OrderCounts, OrderQuery } from '@xiaopu/contract'

/** The tabs of the order list, in their order. */
export const ORDER_TABS = ['all', 'pending_payment', 'paid', 'shipped', 'review'] as const
export type OrderTab = (typeof ORDER_TABS)[number]

/** Of a link's `status`; anything unknown is all. */
export const tabOf = (status: string | undefined): OrderTab =>
  ORDER_TABS.includes(status as OrderTab) ? (status as OrderTab) : 'all'

export const statusOf = (tab: OrderTab): OrderQuery['status'] => (tab === 'all' ? undefined : tab)

/** The number on a tab; 全部 has none, it would only ever grow. */
export const countOf = (tab: OrderTab, counts: OrderCounts | undefined) => (tab === 'all' ? undefined : counts?.[tab])
