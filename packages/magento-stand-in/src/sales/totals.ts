import type { CouponFixture } from '../fixtures/types'
import type { Magento } from '../magento'
import { type Cents, toCents } from '../money'
import type { Cart, CartItem } from '../state/state'
import { pricePerPiece } from './line-prices'
import { shippingPrice } from './shipping'

export interface LineTotals {
  item: CartItem
  price: Cents
  original: Cents
  row: Cents
  discount: Cents
}
export interface Totals {
  lines: LineTotals[]
  subtotal: Cents
  discount: Cents
  shipping: Cents
  grandTotal: Cents
  coupon: CouponFixture | null
}

export function couponOf({ catalogue, state }: Magento, code: string | null): CouponFixture | null {
  if (code === null || state.withdrawnCoupons.some((withdrawn) => isSame(withdrawn, code))) return null
  const coupons = [...state.coupons, ...(catalogue.fixture.coupons ?? [])]
  return coupons.find((coupon) => isSame(coupon.code, code)) ?? null
}

/** The coupon on the cart, where whoever the cart belongs to may use it (again). */
function couponFor(magento: Magento, { coupon: code, customerId }: Cart): CouponFixture | null {
  const coupon = couponOf(magento, code)
  if (coupon?.perCustomer === undefined || customerId === null) return coupon
  const used = magento.state.orders.filter(
    (order) =>
      order.customerId === customerId && order.state !== 'canceled' && isSame(order.coupon?.code ?? '', coupon.code),
  )
  return used.length < coupon.perCustomer ? coupon : null
}
const isSame = (one: string, other: string) => one.toLowerCase() === other.toLowerCase()

/** As Magento adds a cart up: a coupon that takes nothing off any more is no longer on it. */
export function loadCoupon(magento: Magento, cart: Cart): void {
  if (cart.coupon !== null && totalsOf(magento, cart).discount === 0) cart.coupon = null
}

/** Taxes are in the prices, as they are in China. */
export function totalsOf(magento: Magento, cart: Cart): Totals {
  const lines = cart.items.map((item): LineTotals => {
    const { price, original } = pricePerPiece(magento, item)
    return { item, price, original, row: Math.round(price * item.quantity), discount: 0 }
  })
  const subtotal = rowsOf(lines)
  const coupon = couponFor(magento, cart)
  if (coupon && (coupon.from === undefined || subtotal >= toCents(coupon.from))) {
    const meant = lines.filter(({ item }) => isMeant(coupon, item))
    spread(meant, discountBy(coupon, rowsOf(meant)))
  }
  const discount = lines.reduce((sum, line) => sum + line.discount, 0)
  const shipping = cart.shippingMethod ? shippingPrice(magento, cart.shippingMethod.carrier) : 0
  return { lines, subtotal, discount, shipping, grandTotal: subtotal - discount + shipping, coupon }
}

const isMeant = ({ skus }: CouponFixture, { sku, variantSku }: CartItem) =>
  skus === undefined || skus.includes(sku) || (variantSku !== null && skus.includes(variantSku))

const rowsOf = (lines: LineTotals[]): Cents => lines.reduce((sum, { row }) => sum + row, 0)

function discountBy({ percent, amount }: CouponFixture, subtotal: Cents): Cents {
  const off = percent === undefined ? toCents(amount ?? 0) : Math.round((subtotal * percent) / 100)
  return Math.min(off, subtotal)
}

/** By the rows' shares; the last row has what rounding left. */
function spread(lines: LineTotals[], discount: Cents): void {
  const subtotal = rowsOf(lines)
  let left = discount
  for (const [index, line] of lines.entries()) {
    line.discount = index === lines.length - 1 ? left : Math.floor((discount * line.row) / Math.max(1, subtotal))
    left -= line.discount
  }
}
