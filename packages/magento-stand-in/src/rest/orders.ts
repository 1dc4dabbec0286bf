import { type Magento, magentoTime, storeIdOf } from '../magento'
import { toFloat } from '../money'
import { cancel, type ItemQuantity, invoice, refund, SalesRefusal, ship } from '../sales/after-sale'
import { setState } from '../sales/order-status'
import type { Order } from '../state/state'
import { commentView, ORDER_COLUMNS, orderView, shipmentView } from './order-view'
import { noSuchEntity, RestError } from './rest-error'
import { integer, type RestCall, type RestRoute, required } from './route'
import { search } from './search-criteria'

const DOCUMENT_COLUMNS = ['entity_id', 'increment_id', 'order_id', 'created_at', 'updated_at', 'store_id']

function find({ magento, params }: RestCall, name = 'orderId'): Order {
  const id = integer(params, name)
  const order = magento.state.orders.find((one) => one.id === id)
  if (!order) throw new RestError(404, "The entity that was requested doesn't exist. Verify the entity and try again.")
  return order
}

interface CommentBody {
  comment?: string
  status?: string
  is_visible_on_front?: number | boolean
  is_customer_notified?: number | boolean
}
function comment({ now, nextId }: Magento, order: Order, { comment: text = '', status, ...flags }: CommentBody): void {
  order.comments.push({
    id: nextId(),
    comment: text,
    status: status ?? null,
    visible: Boolean(flags.is_visible_on_front),
    notified: Boolean(flags.is_customer_notified),
    at: now(),
  })
  order.updatedAt = now()
}

/** `[{ order_item_id, qty }]`; none: everything. */
function itemsOf({ items }: Record<string, unknown>): ItemQuantity[] | null {
  if (!Array.isArray(items)) return null
  return items.map(({ order_item_id, qty }: { order_item_id: number; qty: number }) => ({
    orderItemId: order_item_id,
    quantity: qty,
  }))
}

function makeInvoice(call: RestCall) {
  const order = find(call)
  const { magento, body } = call
  if (magento.faults.strike('invoiceFails'))
    throw new RestError(500, 'Internal Error. Details are available in Magento log file.')
  const id = invoice(magento, order, itemsOf(body))
  if (body.appendComment && body.comment) comment(magento, order, body.comment as CommentBody)
  return id
}

function makeRefund(call: RestCall) {
  const order = find(call)
  const { magento, body } = call
  const given = (body.arguments ?? {}) as {
    shipping_amount?: number
    adjustment_positive?: number
    adjustment_negative?: number
    extension_attributes?: { return_to_stock_items?: number[] }
  }
  const id = refund(magento, order, {
    items: itemsOf(body),
    shipping: given.shipping_amount ?? null,
    adjustmentPositive: given.adjustment_positive ?? 0,
    adjustmentNegative: given.adjustment_negative ?? 0,
    returnToStock: given.extension_attributes?.return_to_stock_items ?? [],
    // Of the memo, not of the order.
    comment: (body.comment as CommentBody | undefined)?.comment,
  })
  return id
}

/** Ships what waits in its source, as the merchant's button does; what cannot be is told of, and the rest is done. */
function tellOfPickup({ magento, body }: RestCall) {
  const errors: string[] = []
  for (const id of required<number[]>(body, 'orderIds')) {
    const order = magento.state.orders.find((one) => one.id === id)
    try {
      if (!order?.pickupLocationCode) throw new SalesRefusal('Order is not for pickup')
      ship(magento, order, null, [])
    } catch (error) {
      if (!(error instanceof SalesRefusal)) throw error
      errors.push(`The order with ID ${id} is not ready for pickup: ${error.message}`)
    }
  }
  return { successful: errors.length === 0, errors }
}

interface TrackBody {
  track_number?: string
  title?: string
  carrier_code?: string
}
function makeShipment(call: RestCall) {
  const order = find(call)
  const { magento, body } = call
  const tracks = ((body.tracks ?? []) as TrackBody[]).map(({ track_number, title, carrier_code }) => {
    if (!track_number) throw new RestError(400, 'Please enter a tracking number.')
    return { number: track_number, title: title ?? '', carrierCode: carrier_code ?? 'custom' }
  })
  const id = ship(magento, order, itemsOf(body), tracks)
  if (body.appendComment && body.comment) comment(magento, order, body.comment as CommentBody)
  return id
}

/** Saves what is given of an order that is there: its outside ids and its status. */
function save({ magento, body }: RestCall) {
  const entity = required<{
    entity_id?: number
    ext_order_id?: string
    ext_customer_id?: string
    status?: string
    state?: Order['state']
  }>(body, 'entity')
  const order = magento.state.orders.find(({ id }) => id === entity.entity_id)
  if (!order) throw noSuchEntity('entity_id', entity.entity_id)
  if (entity.ext_order_id !== undefined) order.extOrderId = entity.ext_order_id
  if (entity.ext_customer_id !== undefined) order.extCustomerId = entity.ext_customer_id
  if (entity.status !== undefined || entity.state !== undefined) {
    setState(magento, order, entity.state ?? order.state, entity.status ?? order.status)
  }
  order.updatedAt = magento.now()
  return orderView(magento, order)
}

function invoiceRows(magento: Magento) {
  return magento.state.orders.flatMap((order) =>
    order.invoices.map(({ id, number, at, items, total }) => ({
      entity_id: id,
      increment_id: number,
      order_id: order.id,
      store_id: storeIdOf(magento, order.storeCode),
      state: 2,
      created_at: magentoTime(at),
      updated_at: magentoTime(at),
      grand_total: toFloat(total),
      base_grand_total: toFloat(total),
      order_currency_code: order.currency,
      total_qty: items.reduce((sum, { quantity }) => sum + quantity, 0),
      items: items.map(({ orderItemId, quantity }) => ({
        order_item_id: orderItemId,
        qty: quantity,
        sku: order.items.find(({ id: itemId }) => itemId === orderItemId)!.sku,
      })),
    })),
  )
}
function memoRows(magento: Magento) {
  return magento.state.orders.flatMap((order) =>
    order.creditMemos.map(({ id, number, at, items, total, shipping, adjustment }) => ({
      entity_id: id,
      increment_id: number,
      order_id: order.id,
      store_id: storeIdOf(magento, order.storeCode),
      // Refunded; 1 is open, 3 cancelled.
      state: 2,
      created_at: magentoTime(at),
      updated_at: magentoTime(at),
      grand_total: toFloat(total),
      base_grand_total: toFloat(total),
      shipping_amount: toFloat(shipping),
      adjustment: toFloat(adjustment),
      items: items.map(({ orderItemId, quantity }) => ({ order_item_id: orderItemId, qty: quantity })),
    })),
  )
}

function memoComments({ magento, params }: RestCall) {
  const id = integer(params, 'id')
  const memo = magento.state.orders.flatMap(({ creditMemos }) => creditMemos).find((one) => one.id === id)
  if (!memo) throw noSuchEntity('entity_id', id)
  const items =
    memo.comment === null
      ? []
      : [
          {
            entity_id: memo.id,
            parent_id: memo.id,
            comment: memo.comment,
            is_customer_notified: 0,
            is_visible_on_front: 0,
            created_at: magentoTime(memo.at),
          },
        ]
  return { items, search_criteria: { filter_groups: [] }, total_count: items.length }
}

export const ORDER_ROUTES: RestRoute[] = [
  {
    name: 'GET /V1/orders',
    act: ({ magento, query }) =>
      search(
        magento.state.orders.map((order) => orderView(magento, order)),
        query,
        ORDER_COLUMNS,
      ),
  },
  { name: 'POST /V1/orders', act: save },
  { name: 'GET /V1/orders/:id', act: (call) => orderView(call.magento, find(call, 'id')) },
  { name: 'POST /V1/orders/:id/cancel', act: (call) => cancel(call.magento, find(call, 'id')) },
  {
    name: 'GET /V1/orders/:id/comments',
    act: (call) => {
      const order = find(call, 'id')
      const items = order.comments.map((one) => commentView(order, one)).reverse()
      return { items, search_criteria: { filter_groups: [] }, total_count: items.length }
    },
  },
  {
    name: 'POST /V1/orders/:id/comments',
    act: (call) => {
      const order = find(call, 'id')
      const given = required<CommentBody>(call.body, 'statusHistory')
      comment(call.magento, order, given)
      if (given.status && given.status !== order.status) setState(call.magento, order, order.state, given.status)
      return true
    },
  },
  { name: 'GET /V1/orders/:id/statuses', act: (call) => find(call, 'id').status },
  { name: 'POST /V1/order/:orderId/invoice', act: makeInvoice },
  { name: 'POST /V1/order/:orderId/refund', act: makeRefund },
  { name: 'POST /V1/order/:orderId/ship', act: makeShipment },
  { name: 'POST /V1/order/notify-orders-are-ready-for-pickup', act: tellOfPickup },
  { name: 'GET /V1/invoices', act: ({ magento, query }) => search(invoiceRows(magento), query, DOCUMENT_COLUMNS) },
  { name: 'GET /V1/creditmemos', act: ({ magento, query }) => search(memoRows(magento), query, DOCUMENT_COLUMNS) },
  { name: 'GET /V1/creditmemo/:id/comments', act: memoComments },
  {
    name: 'GET /V1/shipments',
    act: ({ magento, query }) => {
      const rows = magento.state.orders.flatMap((order) =>
        order.shipments.map((shipment) => shipmentView(magento, order, shipment)),
      )
      return search(rows, query, DOCUMENT_COLUMNS)
    },
  },
]
