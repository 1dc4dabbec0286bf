import { type Magento, magentoTime, storeIdOf } from '../magento'
import { toFloat } from '../money'
import type { Address, Comment, Order, OrderItem, Shipment } from '../state/state'

/** By what orders can be searched. */
export const ORDER_COLUMNS = [
  'entity_id',
  'increment_id',
  'state',
  'status',
  'store_id',
  'customer_id',
  'customer_email',
  'created_at',
  'updated_at',
  'grand_total',
  'quote_id',
  'ext_order_id',
  'ext_customer_id',
]

const total = (documents: { total: number }[]) => documents.reduce((sum, one) => sum + one.total, 0)

/** An order as REST tells it: codes for state and status, Floats for money, times in UTC. */
export function orderView(magento: Magento, order: Order) {
  const storeId = storeIdOf(magento, order.storeCode)
  const both = (name: string, cents: number) => ({ [name]: toFloat(cents), [`base_${name}`]: toFloat(cents) })
  const invoiced = total(order.invoices)
  const refunded = total(order.creditMemos)
  const shippingRefunded = order.creditMemos.reduce((sum, memo) => sum + memo.shipping, 0)
  const items = order.items.flatMap((item) => itemViews(order, item, storeId))
  return {
    entity_id: order.id,
    increment_id: order.number,
    state: order.state,
    status: order.status,
    store_id: storeId,
    store_name: `Main Website\nMain Website Store\n${order.storeCode}`,
    protect_code: order.token,
    quote_id: order.quoteId,
    is_virtual: order.shippingAddress ? 0 : 1,
    created_at: magentoTime(order.createdAt),
    updated_at: magentoTime(order.updatedAt),
    customer_id: order.customerId,
    customer_email: order.email,
    customer_firstname: order.billingAddress.firstname,
    customer_lastname: order.billingAddress.lastname,
    customer_group_id: order.customerId === null ? 0 : 1,
    customer_is_guest: order.customerId === null ? 1 : 0,
    remote_ip: order.remoteIp,
    ext_order_id: order.extOrderId,
    ext_customer_id: order.extCustomerId,
    coupon_code: order.coupon?.code ?? null,
    order_currency_code: order.currency,
    base_currency_code: order.currency,
    store_currency_code: order.currency,
    global_currency_code: order.currency,
    ...both('subtotal', order.subtotal),
    ...both('subtotal_incl_tax', order.subtotal),
    ...both('discount_amount', -order.discount),
    ...both('shipping_amount', order.shipping),
    ...both('shipping_incl_tax', order.shipping),
    ...both('tax_amount', 0),
    ...both('grand_total', order.grandTotal),
    ...both('total_due', order.state === 'canceled' ? 0 : order.grandTotal - invoiced),
    ...(invoiced > 0 ? { ...both('total_paid', invoiced), ...both('total_invoiced', invoiced) } : {}),
    ...(refunded > 0 ? { ...both('total_refunded', refunded), ...both('total_offline_refunded', refunded) } : {}),
    ...(shippingRefunded > 0 ? both('shipping_refunded', shippingRefunded) : {}),
    total_item_count: order.items.length,
    total_qty_ordered: order.items.reduce((sum, { ordered }) => sum + ordered, 0),
    shipping_description: order.shippingMethod?.title ?? null,
    items,
    billing_address: addressView(magento, order, order.billingAddress, 'billing'),
    payment: paymentView(order),
    status_histories: order.comments.map((comment) => commentView(order, comment)).reverse(),
    extension_attributes: {
      shipping_assignments: [
        {
          shipping: {
            ...(order.shippingAddress
              ? { address: addressView(magento, order, order.shippingAddress, 'shipping') }
              : {}),
            method: order.shippingMethod ? `${order.shippingMethod.carrier}_${order.shippingMethod.method}` : '',
            total: { shipping_amount: toFloat(order.shipping), base_shipping_amount: toFloat(order.shipping) },
          },
          items,
        },
      ],
      ...(order.pickupLocationCode ? { pickup_location_code: order.pickupLocationCode } : {}),
    },
  }
}

/** A configurable product is two lines: itself with the price, and under it the variant at nothing. */
function itemViews(order: Order, item: OrderItem, storeId: number) {
  const line = {
    item_id: item.id,
    order_id: order.id,
    store_id: storeId,
    product_id: item.productId,
    product_type: item.productType,
    sku: item.sku,
    name: item.name,
    qty_ordered: item.ordered,
    qty_invoiced: item.invoiced,
    qty_shipped: item.shipped,
    qty_refunded: item.refunded,
    qty_canceled: item.canceled,
    price: toFloat(item.price),
    base_price: toFloat(item.price),
    price_incl_tax: toFloat(item.price),
    original_price: toFloat(item.originalPrice),
    row_total: toFloat(item.price * item.ordered),
    row_total_incl_tax: toFloat(item.price * item.ordered),
    discount_amount: toFloat(item.discount),
    tax_amount: 0,
    is_virtual: item.productType === 'virtual' ? 1 : 0,
  }
  if (item.parentSku === null) return [line]
  const free = {
    price: 0,
    base_price: 0,
    price_incl_tax: 0,
    original_price: 0,
    row_total: 0,
    row_total_incl_tax: 0,
    discount_amount: 0,
  }
  // Ids of the second line lie out of the way of all others.
  return [line, { ...line, ...free, item_id: 1_000_000 + item.id, parent_item_id: item.id, product_type: 'simple' }]
}

function addressView({ regions }: Magento, order: Order, address: Address, type: 'billing' | 'shipping') {
  const region = regions.find(({ id }) => id === address.regionId)
  return {
    address_type: type,
    entity_id: order.id * 10 + (type === 'billing' ? 1 : 2),
    parent_id: order.id,
    firstname: address.firstname,
    lastname: address.lastname,
    street: address.street,
    city: address.city,
    ...(region ? { region: region.name, region_code: region.code, region_id: region.id } : {}),
    postcode: address.postcode ?? '',
    country_id: address.countryCode,
    telephone: address.telephone,
    email: order.email,
  }
}

function paymentView(order: Order) {
  const paid = total(order.invoices)
  return {
    entity_id: order.id,
    parent_id: order.id,
    account_status: '',
    additional_information: [order.paymentMethod.title],
    cc_last4: '',
    method: order.paymentMethod.code,
    amount_ordered: toFloat(order.grandTotal),
    base_amount_ordered: toFloat(order.grandTotal),
    shipping_amount: toFloat(order.shipping),
    ...(paid > 0 ? { amount_paid: toFloat(paid), base_amount_paid: toFloat(paid) } : {}),
  }
}

export function commentView(order: Order, { id, comment, status, visible, notified, at }: Comment) {
  return {
    entity_id: id,
    parent_id: order.id,
    entity_name: 'order',
    comment,
    status: status ?? order.status,
    is_customer_notified: notified ? 1 : 0,
    is_visible_on_front: visible ? 1 : 0,
    created_at: magentoTime(at),
  }
}

export function shipmentView(magento: Magento, order: Order, shipment: Shipment) {
  return {
    entity_id: shipment.id,
    increment_id: shipment.number,
    order_id: order.id,
    store_id: storeIdOf(magento, order.storeCode),
    created_at: magentoTime(shipment.at),
    updated_at: magentoTime(shipment.at),
    total_qty: shipment.items.reduce((sum, { quantity }) => sum + quantity, 0),
    items: shipment.items.map(({ orderItemId, quantity }) => {
      const item = order.items.find(({ id }) => id === orderItemId)!
      return {
        entity_id: orderItemId,
        parent_id: shipment.id,
        order_item_id: orderItemId,
        qty: quantity,
        name: item.name,
        sku: item.sku,
      }
    }),
    tracks: shipment.tracks.map(({ id, carrierCode, title, number }) => ({
      entity_id: id,
      parent_id: shipment.id,
      order_id: order.id,
      track_number: number,
      title,
      carrier_code: carrierCode,
      weight: 0,
      qty: 0,
      description: '',
      created_at: magentoTime(shipment.at),
      updated_at: magentoTime(shipment.at),
    })),
    comments: [],
  }
}
