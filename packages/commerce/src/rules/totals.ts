import type { Amounts } from '../port/checkout'
import type { Fen } from '../port/values'

/**
 * The one place where a total is made: goods are the lines' sum, the discount never exceeds the goods (shipping is
 * never given away by a coupon), and total = goods − discount + shipping. All in whole fen.
 *
 * @throws RangeError when a figure is not a whole number of fen, is negative, or does not fit a safe integer: a bug
 *   of the caller, never a shopper's mistake.
 */
export function totals(lines: { unitPrice: Fen; quantity: number }[], shippingFee: Fen, discount: Fen = 0): Amounts {
  let goods = 0
  for (const line of lines) {
    goods += checked(checked(line.unitPrice, 'unit price') * checked(line.quantity, 'quantity'), 'line total')
  }
  checked(goods, 'goods')
  const given = Math.min(checked(discount, 'discount'), goods)
  const shipping = checked(shippingFee, 'shipping fee')
  return { goods, discount: given, shipping, total: checked(goods - given + shipping, 'total') }
}

function checked(figure: number, what: string): number {
  if (!Number.isSafeInteger(figure) || figure < 0) throw new RangeError(`${what} is not a whole number: ${figure}`)
  return figure
}
