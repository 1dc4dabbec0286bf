import { type Fen, type OrderLine, splitByWeight, splitOverAll } from '@xiaopu/commerce'
import { fenOfYuan } from '../mapping/money'
import { type MagentoOrder, topItems } from './magento-order'

/** A line as it is kept; one of before discounts were has none. */
export type KeptLine = Omit<OrderLine, 'discount'> & { discount?: Fen }

const priceOf = ({ unitPrice, quantity }: Pick<KeptLine, 'unitPrice' | 'quantity'>): Fen => unitPrice * quantity

/**
 * What Magento says each line was given, fen. Its lines add up to the order's discount where taxes are in the prices; where
 * they do not, because of rounding or of taxes that come on top, the order's is split by what Magento gave to each.
 *
 * @param order as REST tells it; its items have their `discount_amount`, a bundle's are with its parts
 * @param bought `pieces` name the SKU of each line, in the same order
 */
export function lineDiscounts(
  order: MagentoOrder,
  { lines, pieces, discount }: { lines: KeptLine[]; pieces: { sku: string }[]; discount: Fen },
): Fen[] {
  const prices = lines.map(priceOf)
  const said = pieces.map(({ sku }, place) => Math.min(saidOf(order, sku), prices[place]!))
  const sum = said.reduce((all, each) => all + each, 0)
  if (sum === discount && said.length === lines.length) return said
  // Never more than a line costs: what Magento did not say of any is split by price.
  return sum >= discount && said.length === lines.length
    ? splitByWeight(discount, said)
    : splitOverAll(prices, discount)
}

function saidOf(order: MagentoOrder, sku: string): Fen {
  const item = topItems(order).find((each) => each.sku === sku)
  if (!item) return 0
  const parts = order.items.filter(({ parent_item_id }) => parent_item_id === item.item_id)
  return [item, ...parts].reduce((sum, { discount_amount }) => sum + Math.abs(fenOfYuan(discount_amount ?? 0)), 0)
}

/** The lines of an order with what each was given; of one that has not kept it, by the prices of all of them. */
export function withDiscounts(lines: KeptLine[], discount: Fen): OrderLine[] {
  const kept = lines.flatMap((line) => line.discount ?? [])
  const shares = kept.length === lines.length ? kept : splitOverAll(lines.map(priceOf), discount)
  return lines.map((line, place) => ({ ...line, discount: shares[place]! }))
}
