import type { RecordedRefund } from '@xiaopu/commerce'
import { fenOfYuan } from '../mapping/money'
import { type MagentoOrder, type MagentoOrderItem, topItems } from './magento-order'

/** The body of `POST order/:id/refund` (an offline credit memo: it moves no money). */
export interface CreditMemoRequest {
  items: { order_item_id: number; qty: number }[]
  arguments: {
    shipping_amount: number
    adjustment_positive: number
    adjustment_negative: number
    extension_attributes: { return_to_stock_items: number[] }
  }
}

/** fen of what was paid that Magento has not refunded. */
export const leftOf = ({ total_paid, total_refunded }: MagentoOrder): number =>
  fenOfYuan(total_paid ?? 0) - fenOfYuan(total_refunded ?? 0)

/**
 * A credit memo over exactly that much money: the pieces at what was paid for them, then shipping, and the rest as an
 * adjustment. Over all that is left it takes every piece. Without any piece it names one with none: Magento takes a memo of
 * an adjustment alone since 2.4.1, and a list that is empty would mean everything.
 *
 * @param skuOf Magento's SKU of a SKU id
 */
export function creditMemoFor(
  there: MagentoOrder,
  { amount, lines, restock }: Pick<RecordedRefund, 'amount' | 'lines' | 'restock'>,
  skuOf: ReadonlyMap<string, string>,
): CreditMemoRequest {
  const isAll = amount === leftOf(there)
  const wanted = new Map(lines.map(({ skuId, quantity }) => [skuOf.get(skuId), quantity]))
  const pieces = topItems(there).map((item) => {
    const left = Math.max(0, Number(item.qty_invoiced ?? 0) - Number(item.qty_refunded ?? 0))
    return { item, quantity: isAll ? left : Math.min(left, wanted.get(item.sku) ?? 0), came: wanted.has(item.sku) }
  })
  const chosen = pieces.filter(({ quantity }) => quantity > 0)
  const beyondGoods = amount - chosen.reduce((sum, { item, quantity }) => sum + worthOf(item, quantity), 0)
  const shippingLeft = fenOfYuan(there.shipping_amount ?? 0) - fenOfYuan(there.shipping_refunded ?? 0)
  const shipping = Math.max(0, Math.min(beyondGoods, shippingLeft))
  const adjustment = beyondGoods - shipping
  const none = pieces.slice(0, 1).map(({ item }) => ({ order_item_id: item.item_id, qty: 0 }))
  const back = restock ? chosen.filter(({ came }) => came).map(({ item }) => item.item_id) : []
  return {
    items:
      chosen.length > 0 ? chosen.map(({ item, quantity }) => ({ order_item_id: item.item_id, qty: quantity })) : none,
    arguments: {
      shipping_amount: shipping / 100,
      adjustment_positive: Math.max(0, adjustment) / 100,
      adjustment_negative: Math.max(0, -adjustment) / 100,
      extension_attributes: { return_to_stock_items: back },
    },
  }
}

/** What Magento takes so many pieces of an item to have cost, fen. */
function worthOf(item: MagentoOrderItem, quantity: number): number {
  const { qty_ordered, row_total_incl_tax, row_total = 0, discount_amount = 0 } = item
  const part = (yuan: number) => Math.round((fenOfYuan(yuan) * quantity) / Number(qty_ordered))
  return part(row_total_incl_tax ?? row_total) - part(discount_amount)
}
