import type { RestClient } from '../transport/rest'

/** What we read of an order through REST; the OpenAPI calls it sales-data-order-interface. Codes, never labels. */
export interface MagentoOrder {
  entity_id: number
  increment_id: string
  state: 'new' | 'pending_payment' | 'processing' | 'complete' | 'closed' | 'canceled' | 'holded' | 'payment_review'
  created_at: string
  updated_at: string
  grand_total: number
  total_due?: number | null
  total_paid?: number | null
  total_refunded?: number | null
  shipping_amount?: number | null
  shipping_refunded?: number | null
  is_virtual?: number
  /** Of the shipping method, in words. */
  shipping_description?: string | null
  items: MagentoOrderItem[]
}
export interface MagentoOrderItem {
  item_id: number
  sku: string
  qty_ordered: number
  qty_shipped?: number
  qty_invoiced?: number
  qty_refunded?: number
  /** Of all its pieces, before and after tax. */
  row_total?: number
  row_total_incl_tax?: number
  discount_amount?: number
  /** Set on a variant's own line, below that of its parent. */
  parent_item_id?: number | null
}

/** The lines a shopper sees: of a variant Magento keeps two, the upper one with the variant's SKU and the price. */
export const topItems = ({ items }: MagentoOrder) => items.filter(({ parent_item_id }) => !parent_item_id)

/** Whether it holds exactly these pieces. */
export function holds(order: MagentoOrder, pieces: { sku: string; quantity: number }[]): boolean {
  const text = (list: [string, number][]) => JSON.stringify([...list].sort(([one], [other]) => (one < other ? -1 : 1)))
  return (
    text(topItems(order).map(({ sku, qty_ordered }) => [sku, Number(qty_ordered)])) ===
    text(pieces.map(({ sku, quantity }) => [sku, quantity]))
  )
}

/** Whether Magento will do nothing more with it. */
export const isOver = ({ state }: MagentoOrder): boolean => state === 'canceled' || state === 'closed'

/** Whether all that can be sent has been. */
export const isSent = (order: MagentoOrder): boolean =>
  order.state === 'complete' ||
  (order.is_virtual !== 1 && topItems(order).every((item) => Number(item.qty_shipped ?? 0) >= Number(item.qty_ordered)))

/** A credit memo; the OpenAPI calls it sales-data-creditmemo-interface. */
export interface CreditMemo {
  entity_id: number
  grand_total: number
  /** What went back for no goods in particular, less what was kept. */
  adjustment?: number | null
  /** 1 open, 2 refunded, 3 cancelled. */
  state?: number | null
}

/** The credit memos of an order that count, the oldest first. */
export async function creditMemosOf(rest: RestClient, entityId: number): Promise<CreditMemo[]> {
  const { items } = await rest.search<CreditMemo>('creditmemos', {
    filters: [{ field: 'order_id', value: String(entityId) }],
    sort: [{ field: 'entity_id', direction: 'ASC' }],
    pageSize: 300,
  })
  return (items ?? []).filter(({ state }) => (state ?? 2) === 2)
}

export async function creditMemoComments(rest: RestClient, memo: number): Promise<string[]> {
  const { items } = await rest.get<{ items: { comment: string }[] | null }>(`creditmemo/${memo}/comments`)
  return (items ?? []).map(({ comment }) => comment)
}

export const readOrder = (rest: RestClient, entityId: number): Promise<MagentoOrder> => rest.get(`orders/${entityId}`)

/** Of that customer's: another store view of the same Magento may have an order of that number, too. */
export async function findByIncrement(
  rest: RestClient,
  increment: string,
  customer: number,
): Promise<MagentoOrder | null> {
  const filters = [
    { field: 'increment_id', value: increment },
    { field: 'customer_id', value: String(customer) },
  ]
  const { items } = await rest.search<MagentoOrder>('orders', { filters, pageSize: 1 })
  return items?.[0] ?? null
}

/** Orders of a customer that are newer than the one with this id, the oldest first. */
export async function newerOrders(rest: RestClient, customer: number, than: number): Promise<MagentoOrder[]> {
  const { items } = await rest.search<MagentoOrder>('orders', {
    filters: [
      { field: 'customer_id', value: String(customer) },
      { field: 'entity_id', value: String(than), condition: 'gt' },
    ],
    sort: [{ field: 'entity_id', direction: 'ASC' }],
    pageSize: 50,
  })
  return items ?? []
}
