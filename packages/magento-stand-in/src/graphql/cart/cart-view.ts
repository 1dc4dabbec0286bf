import { textOf } from '../../fixtures/catalogue'
import { isVirtual } from '../../sales/carts'
import { paymentMethods } from '../../sales/payment'
import { loadCoupon, totalsOf } from '../../sales/totals'
import type { Cart } from '../../state/state'
import { billingAddressView, shippingAddressView } from '../checkout/address-view'
import { money, type PageArguments, pageOf, type View, type Visit } from '../visit'
import { cartItemView } from './cart-item-view'

export function cartView(visit: Visit, cart: Cart): View {
  const { magento } = visit
  loadCoupon(magento, cart)
  const items = () => totalsOf(magento, cart).lines.map((line) => cartItemView(visit, cart, line))
  const methods = () => paymentMethods(magento, cart).map(({ code, title }) => ({ code, title }))
  return {
    id: cart.id,
    email: cart.email,
    is_virtual: () => isVirtual(magento, cart),
    total_quantity: () => cart.items.reduce((sum, { quantity }) => sum + quantity, 0),
    items,
    itemsV2: ({ pageSize, currentPage }: PageArguments) => pageOf(items(), { pageSize, currentPage }),
    applied_coupon: cart.coupon ? { code: cart.coupon } : null,
    applied_coupons: cart.coupon ? [{ code: cart.coupon }] : null,
    prices: () => pricesView(visit, cart),
    shipping_addresses: () => (cart.shippingAddress ? [shippingAddressView(visit, cart, cart.shippingAddress)] : []),
    billing_address: () => (cart.billingAddress ? billingAddressView(visit, cart.billingAddress) : null),
    available_payment_methods: methods,
    selected_payment_method: () => {
      const chosen = methods().find(({ code }) => code === cart.paymentMethod)
      // Magento gives an object with empty strings, not null, before anything is chosen.
      return { code: chosen?.code ?? '', title: chosen?.title ?? '', purchase_order_number: null }
    },
    gift_message: null,
  }
}

function pricesView(visit: Visit, cart: Cart) {
  const { subtotal, discount, grandTotal, coupon } = totalsOf(visit.magento, cart)
  return {
    subtotal_excluding_tax: money(visit, subtotal),
    subtotal_including_tax: money(visit, subtotal),
    subtotal_with_discount_excluding_tax: money(visit, subtotal - discount),
    grand_total: money(visit, grandTotal),
    grand_total_excluding_tax: money(visit, grandTotal),
    applied_taxes: [],
    discount: null,
    discounts:
      coupon && discount > 0
        ? [
            {
              label: textOf(coupon.label, visit.store.code),
              amount: money(visit, discount),
              applied_to: 'ITEM',
              coupon: { code: coupon.code },
            },
          ]
        : null,
  }
}
