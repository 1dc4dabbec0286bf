import { textOf } from '../fixtures/catalogue'
import { secretId } from '../ids'
import { type Magento, storeIdOf, storeOf } from '../magento'
import type { Cart, Order, OrderItem } from '../state/state'
import { isVirtual, loadLines, piecesOf, productOf, soldProduct } from './carts'
import { paymentMethods } from './payment'
import { refusalOf } from './salability'
import { shippingMethods } from './shipping'
import { reserve } from './stock'
import { type LineTotals, loadCoupon, totalsOf } from './totals'

export interface PlaceRefusal {
  code: 'GUEST_EMAIL_MISSING' | 'UNABLE_TO_PLACE_ORDER'
  message: string
}

/** The order, with its stock reserved; or why there is none, and then nothing has changed. */
export function placeOrder(magento: Magento, cart: Cart, ip: string): Order | PlaceRefusal {
  loadLines(magento, cart)
  loadCoupon(magento, cart)
  const refusal = whyNot(magento, cart)
  if (refusal) return refusal
  const order = orderOf(magento, cart, ip)
  for (const item of cart.items) {
    for (const { sku, quantity } of piecesOf(magento, item)) reserve(magento, sku, quantity * item.quantity)
  }
  cart.active = false
  magento.state.orders.push(order)
  return order
}

function whyNot(magento: Magento, cart: Cart): PlaceRefusal | null {
  const unable = (why: string): PlaceRefusal => ({
    code: 'UNABLE_TO_PLACE_ORDER',
    message: `Unable to place order: ${why}`,
  })
  if (cart.email === null) return { code: 'GUEST_EMAIL_MISSING', message: 'Guest email for cart is missing.' }
  if (cart.items.length === 0)
    return unable('A server error stopped your order from being placed. Please try to place your order again.')
  if (!isVirtual(magento, cart)) {
    if (!cart.shippingAddress)
      return unable("Some addresses can't be used due to the configurations for specific countries.")
    const offered = shippingMethods(magento, cart, cart.shippingAddress.countryCode)
    const chosen = offered.find(
      ({ carrier, method, available }) =>
        available && carrier === cart.shippingMethod?.carrier && method === cart.shippingMethod.method,
    )
    if (!chosen) return unable('The shipping method is missing. Select the shipping method and try again.')
  }
  if (!cart.billingAddress) return unable('Please check the billing address information.')
  if (!paymentMethods(magento, cart).some(({ code }) => code === cart.paymentMethod)) {
    return unable('Enter a valid payment method and try again.')
  }
  if (cart.items.some((item) => refusalOf(magento, cart, item))) return unable('Some of the products are out of stock.')
  return null
}

function orderOf(magento: Magento, cart: Cart, ip: string): Order {
  const store = storeOf(magento, cart.storeCode)!
  const storeId = storeIdOf(magento, store.code)
  const count = (magento.state.orderNumbers[store.code] ?? 0) + 1
  magento.state.orderNumbers[store.code] = count
  const totals = totalsOf(magento, cart)
  const now = magento.now()
  const payment = paymentMethods(magento, cart).find(({ code }) => code === cart.paymentMethod)!
  const shipping = cart.shippingAddress
    ? shippingMethods(magento, cart, cart.shippingAddress.countryCode).find(
        ({ carrier }) => carrier === cart.shippingMethod?.carrier,
      )
    : undefined
  const { pickupLocationCode = null, ...address } = cart.shippingAddress ?? {}
  return {
    id: magento.nextId(),
    // The first store view counts from 000000001, the second from 2000000001.
    number: `${store.orderNumbersFrom ?? (storeId === 1 ? '' : storeId)}${String(count).padStart(9, '0')}`,
    token: secretId(),
    quoteId: cart.quoteId,
    storeCode: store.code,
    currency: store.currency,
    customerId: cart.customerId,
    email: cart.email!,
    state: payment.status === 'pending_payment' ? 'pending_payment' : 'new',
    status: payment.status,
    createdAt: now,
    updatedAt: now,
    statusChangedAt: now,
    items: totals.lines.map((line) => orderItem(magento, store.code, line)),
    shippingAddress: cart.shippingAddress && (address as Order['billingAddress']),
    billingAddress: cart.billingAddress!,
    pickupLocationCode,
    shippingMethod: shipping
      ? {
          carrier: shipping.carrier,
          method: shipping.method!,
          title: `${shipping.carrierTitle} - ${shipping.methodTitle}`,
        }
      : null,
    paymentMethod: { code: payment.code, title: payment.title },
    coupon: totals.coupon && { code: totals.coupon.code, label: textOf(totals.coupon.label, store.code) },
    subtotal: totals.subtotal,
    discount: totals.discount,
    shipping: totals.shipping,
    grandTotal: totals.grandTotal,
    invoices: [],
    shipments: [],
    creditMemos: [],
    comments: [],
    extOrderId: null,
    extCustomerId: null,
    remoteIp: ip,
  }
}

function orderItem(magento: Magento, store: string, { item, price, original, discount }: LineTotals): OrderItem {
  const product = productOf(magento, item)
  const sold = soldProduct(magento, item)
  const chosen = sold === product ? {} : sold.values
  return {
    id: magento.nextId(),
    sku: sold.sku,
    productId: product.id,
    parentSku: sold === product ? null : product.sku,
    productType: product.type,
    name: textOf(product.name, store),
    urlKey: product.fixture.urlKey,
    options: Object.entries(chosen).map(([code, id]) => {
      const attribute = magento.catalogue.attributes.find(({ fixture }) => fixture.code === code)!
      const option = attribute.options.find((one) => one.id === id)!
      return { label: textOf(attribute.fixture.label, store), value: textOf(option.label, store) }
    }),
    price,
    originalPrice: original,
    discount,
    ordered: item.quantity,
    invoiced: 0,
    shipped: 0,
    refunded: 0,
    canceled: 0,
    pieces: piecesOf(magento, item),
  }
}
