import { uid } from '../../ids'
import { magentoTime, storeOf } from '../../magento'
import { moneyView, toFloat } from '../../money'
import { canCancel } from '../../sales/after-sale'
import { statusLabel } from '../../sales/order-status'
import type { Address, Comment, CreditMemo, Invoice, Order, OrderItem, Shipment } from '../../state/state'
import { productView } from '../catalog/product-view'
import type { View, Visit } from '../visit'

export function orderView(visit: Visit, order: Order): View {
  const { locale } = storeOf(visit.magento, order.storeCode) ?? visit.store
  const address = (one: Address | null) => (one ? addressView(visit, one) : null)
  const customer = visit.magento.state.customers.find(({ id }) => id === order.customerId)
  return {
    id: uid(order.id),
    number: order.number,
    increment_id: order.number,
    order_number: order.number,
    token: order.token,
    order_date: magentoTime(order.createdAt),
    created_at: magentoTime(order.createdAt),
    order_status_change_date: magentoTime(order.statusChangedAt),
    // A label in the language of the order's store view: no code to decide by.
    status: statusLabel(order.status, locale),
    email: order.email,
    grand_total: toFloat(order.grandTotal),
    is_virtual: order.shippingAddress === null,
    available_actions: () => [
      'REORDER',
      ...(visit.magento.settings.orderCancellation && canCancel(order) ? ['CANCEL'] : []),
    ],
    applied_coupons: order.coupon ? [{ code: order.coupon.code }] : [],
    carrier: order.shippingMethod?.title.split(' - ')[0] ?? null,
    shipping_method: order.shippingMethod?.title ?? null,
    items: () => order.items.map((item) => itemView(visit, order, item)),
    total: () => totalView(order),
    shipping_address: address(order.shippingAddress),
    billing_address: address(order.billingAddress),
    payment_methods: [{ name: order.paymentMethod.title, type: order.paymentMethod.code, additional_data: [] }],
    invoices: () => order.invoices.map((invoice) => invoiceView(visit, order, invoice)),
    credit_memos: () => order.creditMemos.map((memo) => memoView(visit, order, memo)),
    shipments: () => order.shipments.map((shipment) => shipmentView(visit, order, shipment)),
    comments: () => order.comments.filter(({ visible }) => visible).map(commentView),
    customer_info: {
      firstname: customer?.firstname ?? order.billingAddress.firstname,
      lastname: customer?.lastname ?? order.billingAddress.lastname,
      middlename: null,
      prefix: null,
      suffix: null,
    },
    gift_message: null,
  }
}

const price = (order: Order, cents: number) => moneyView(cents, order.currency)
const commentView = ({ comment, at }: Comment) => ({ message: comment, timestamp: magentoTime(at) })

function itemView(visit: Visit, order: Order, item: OrderItem): View {
  const { bySku } = visit.magento.catalogue
  const product = bySku.get(item.parentSku ?? item.sku)
  return {
    __typename:
      item.productType === 'configurable' && visit.magento.profile.version !== '2.4.7'
        ? 'ConfigurableOrderItem'
        : 'OrderItem',
    id: uid(item.id),
    product_name: item.name,
    product_sku: item.sku,
    parent_sku: item.parentSku,
    product_type: item.productType,
    product_url_key: item.urlKey,
    product: () => (product ? productView(visit, product) : null),
    product_sale_price: price(order, item.price),
    quantity_ordered: item.ordered,
    quantity_invoiced: item.invoiced,
    quantity_shipped: item.shipped,
    quantity_refunded: item.refunded,
    quantity_canceled: item.canceled,
    quantity_returned: 0,
    selected_options: item.options,
    entered_options: [],
    status: null,
    discounts:
      item.discount > 0 ? [{ label: order.coupon?.label ?? 'Discount', amount: price(order, item.discount) }] : [],
    gift_message: null,
    prices: () => ({
      price: price(order, item.price),
      price_including_tax: price(order, item.price),
      original_price: price(order, item.originalPrice),
      original_price_including_tax: price(order, item.originalPrice),
      row_total: price(order, item.price * item.ordered),
      row_total_including_tax: price(order, item.price * item.ordered),
      total_item_discount: price(order, item.discount),
      fixed_product_taxes: [],
      discounts: [],
    }),
  }
}

function totalView(order: Order): View {
  return {
    subtotal: price(order, order.subtotal),
    subtotal_excl_tax: price(order, order.subtotal),
    subtotal_incl_tax: price(order, order.subtotal),
    grand_total: price(order, order.grandTotal),
    grand_total_excl_tax: price(order, order.grandTotal),
    base_grand_total: price(order, order.grandTotal),
    total_shipping: price(order, order.shipping),
    total_tax: price(order, 0),
    taxes: [],
    discounts:
      order.discount > 0
        ? [
            {
              label: order.coupon?.label ?? 'Discount',
              amount: price(order, order.discount),
              applied_to: 'ITEM',
              coupon: null,
            },
          ]
        : [],
    shipping_handling: shippingHandling(order, order.shipping),
  }
}
function shippingHandling(order: Order, cents: number): View {
  const amount = price(order, cents)
  return { total_amount: amount, amount_excluding_tax: amount, amount_including_tax: amount, taxes: [], discounts: [] }
}

function documentItems(visit: Visit, order: Order, items: Invoice['items'], type: string, quantity: string) {
  return items.map(({ orderItemId, quantity: pieces }) => {
    const item = order.items.find(({ id }) => id === orderItemId)!
    return {
      __typename: type,
      id: uid(orderItemId),
      product_name: item.name,
      product_sku: item.sku,
      product_sale_price: price(order, item.price),
      order_item: () => itemView(visit, order, item),
      discounts: [],
      [quantity]: pieces,
    }
  })
}

function invoiceView(visit: Visit, order: Order, { id, number, items, total }: Invoice): View {
  return {
    id: uid(id),
    number,
    comments: [],
    items: () => documentItems(visit, order, items, 'InvoiceItem', 'quantity_invoiced'),
    total: documentTotal(order, total, order.shipping),
  }
}
function memoView(visit: Visit, order: Order, { id, number, items, total, shipping, adjustment }: CreditMemo): View {
  return {
    id: uid(id),
    number,
    comments: [],
    items: () => documentItems(visit, order, items, 'CreditMemoItem', 'quantity_refunded'),
    total: { ...documentTotal(order, total, shipping), adjustment: price(order, adjustment) },
  }
}
function documentTotal(order: Order, total: number, shipping: number): View {
  return {
    grand_total: price(order, total),
    base_grand_total: price(order, total),
    subtotal: price(order, total - shipping),
    total_shipping: price(order, shipping),
    total_tax: price(order, 0),
    shipping_handling: shippingHandling(order, shipping),
    taxes: [],
    discounts: [],
  }
}
function shipmentView(visit: Visit, order: Order, { id, number, items, tracks }: Shipment): View {
  return {
    id: uid(id),
    number,
    comments: [],
    items: () => documentItems(visit, order, items, 'ShipmentItem', 'quantity_shipped'),
    tracking: tracks.map(({ carrierCode, title, number: track }) => ({ carrier: carrierCode, title, number: track })),
  }
}

function addressView({ magento }: Visit, address: Address): View {
  const region = magento.regions.find(({ id }) => id === address.regionId)
  return {
    firstname: address.firstname,
    lastname: address.lastname,
    middlename: null,
    prefix: null,
    suffix: null,
    company: address.company,
    street: address.street,
    city: address.city,
    region: region?.name ?? address.region,
    region_id: address.regionId === null ? null : String(address.regionId),
    postcode: address.postcode,
    country_code: address.countryCode,
    telephone: address.telephone,
    fax: null,
    vat_id: null,
  }
}
