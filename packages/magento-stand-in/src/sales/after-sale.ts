import type { Magento } from '../magento'
import { type Cents, toCents } from '../money'
import type { Order, OrderItem, Track } from '../state/state'
import { setState, settleState } from './order-status'
import { DEFAULT_SOURCE, deduct, reserve } from './stock'

/** What an order does not allow: an error of the caller. */
export class SalesRefusal extends Error {}

export interface ItemQuantity {
  orderItemId: number
  quantity: number
}

export function canInvoice({ state, items }: Order): boolean {
  return isAlive(state) && items.some(({ ordered, canceled, invoiced }) => ordered - canceled - invoiced > 0)
}
export function canCancel(order: Order): boolean {
  if (!isAlive(order.state) || order.state === 'holded') return false
  return order.items.some(({ ordered, canceled, invoiced }) => ordered - canceled - invoiced > 0)
}
function isAlive(state: Order['state']): boolean {
  return state !== 'canceled' && state !== 'closed' && state !== 'complete'
}

/** @throws SalesRefusal the second time: nothing is left to invoice. */
export function invoice(magento: Magento, order: Order, wanted: ItemQuantity[] | null): number {
  if (!canInvoice(order)) {
    throw new SalesRefusal(`Invoice Document Validation Error(s):\nThe order does not allow an invoice to be created.`)
  }
  const items = quantities(order, wanted, (item) => item.ordered - item.canceled - item.invoiced)
  const complete = order.items.every((item) => item.invoiced + quantityOf(items, item) >= item.ordered - item.canceled)
  const already = order.invoices.reduce((sum, { total }) => sum + total, 0)
  const first = order.invoices.length === 0
  const total = complete ? order.grandTotal - already : goodsTotal(order, items) + (first ? order.shipping : 0)
  for (const item of order.items) item.invoiced += quantityOf(items, item)
  const id = magento.nextId()
  order.invoices.push({ id, number: numberOf(magento, order, 'invoice'), at: magento.now(), items, total })
  settleState(magento, order)
  return id
}

/** Nothing shipped or invoiced any more after this; what was reserved for it can be sold again. */
export function cancel(magento: Magento, order: Order): boolean {
  if (!canCancel(order)) return false
  for (const item of order.items) {
    const open = item.ordered - item.invoiced - item.canceled
    item.canceled += open
    for (const { sku, quantity } of item.pieces) reserve(magento, sku, -quantity * open)
  }
  setState(magento, order, 'canceled')
  return true
}

export interface RefundRequest {
  items: ItemQuantity[] | null
  /** Major units; default: what is left of it. */
  shipping: number | null
  adjustmentPositive: number
  adjustmentNegative: number
  returnToStock: number[]
  /** Of the memo itself. */
  comment?: string
}
/** An offline credit memo: no money moves by it. @throws SalesRefusal when nothing has been invoiced. */
export function refund(magento: Magento, order: Order, request: RefundRequest): number {
  const invoiced = order.invoices.reduce((sum, { total }) => sum + total, 0)
  const refunded = order.creditMemos.reduce((sum, { total }) => sum + total, 0)
  if (invoiced - refunded <= 0) {
    throw new SalesRefusal(
      'Creditmemo Document Validation Error(s):\nThe order does not allow a creditmemo to be created.',
    )
  }
  const items = quantities(order, request.items, (item) => item.invoiced - item.refunded)
  const shippingLeft = order.shipping - order.creditMemos.reduce((sum, memo) => sum + memo.shipping, 0)
  const shipping = request.shipping === null ? shippingLeft : toCents(request.shipping)
  if (shipping > shippingLeft)
    throw new SalesRefusal(`Maximum shipping amount allowed to refund is: ${shippingLeft / 100}`)
  const adjustment = toCents(request.adjustmentPositive) - toCents(request.adjustmentNegative)
  const total = goodsTotal(order, items) + shipping + adjustment
  if (total > invoiced - refunded) {
    throw new SalesRefusal(`The most money available to refund is ${(invoiced - refunded) / 100}.`)
  }
  if (total <= 0) throw new SalesRefusal("The credit memo's total must be positive.")
  for (const item of order.items) returnGoods(magento, item, quantityOf(items, item), request.returnToStock)
  const id = magento.nextId()
  order.creditMemos.push({
    id,
    number: numberOf(magento, order, 'creditmemo'),
    at: magento.now(),
    items,
    total,
    shipping,
    adjustment,
    comment: request.comment ?? null,
  })
  settleState(magento, order)
  magento.tell('order.creditmemo', order)
  return id
}

/** What has not been shipped loses its reservation; what has comes back into the source only when asked. */
function returnGoods(magento: Magento, item: OrderItem, quantity: number, returned: number[]): void {
  const unshipped = Math.min(quantity, Math.max(0, item.ordered - item.canceled - item.shipped - item.refunded))
  item.refunded += quantity
  for (const piece of item.pieces) {
    reserve(magento, piece.sku, -piece.quantity * unshipped)
    const back = returned.includes(item.id) ? quantity - unshipped : 0
    magento.state.onHand[piece.sku] = (magento.state.onHand[piece.sku] ?? 0) + piece.quantity * back
  }
}

/** @throws SalesRefusal when nothing is left to ship. */
export function ship(
  magento: Magento,
  order: Order,
  wanted: ItemQuantity[] | null,
  tracks: Omit<Track, 'id'>[],
): number {
  const left = (item: OrderItem) => item.ordered - item.canceled - item.refunded - item.shipped
  if (!isAlive(order.state) || order.shippingAddress === null || !order.items.some((item) => left(item) > 0)) {
    throw new SalesRefusal('Shipment Document Validation Error(s):\nThe order does not allow a shipment to be created.')
  }
  const items = quantities(order, wanted, left)
  for (const item of order.items) {
    const quantity = quantityOf(items, item)
    item.shipped += quantity
    for (const piece of item.pieces) {
      deduct(magento, order.pickupLocationCode ?? DEFAULT_SOURCE, piece.sku, piece.quantity * quantity)
    }
  }
  const id = magento.nextId()
  order.shipments.push({
    id,
    number: numberOf(magento, order, 'shipment'),
    at: magento.now(),
    items,
    tracks: tracks.map((track) => ({ id: magento.nextId(), ...track })),
  })
  settleState(magento, order)
  magento.tell('order.shipment', order)
  return id
}

function quantities(order: Order, wanted: ItemQuantity[] | null, left: (item: OrderItem) => number): ItemQuantity[] {
  if (wanted === null || wanted.length === 0) {
    return order.items
      .map((item) => ({ orderItemId: item.id, quantity: left(item) }))
      .filter(({ quantity }) => quantity > 0)
  }
  for (const { orderItemId, quantity } of wanted) {
    const item = order.items.find(({ id }) => id === orderItemId)
    if (!item) throw new SalesRefusal('The order does not contain the item.')
    if (quantity > left(item)) throw new SalesRefusal(`The quantity of ${item.sku} is more than the order allows.`)
  }
  return wanted
}
function quantityOf(items: ItemQuantity[], { id }: OrderItem): number {
  return items.filter(({ orderItemId }) => orderItemId === id).reduce((sum, { quantity }) => sum + quantity, 0)
}
function goodsTotal(order: Order, items: ItemQuantity[]): Cents {
  return order.items.reduce((sum, item) => {
    const quantity = quantityOf(items, item)
    return sum + item.price * quantity - Math.round((item.discount * quantity) / item.ordered)
  }, 0)
}
function numberOf(magento: Magento, order: Order, kind: string): string {
  const key = `${kind}/${order.storeCode}`
  const count = (magento.state.orderNumbers[key] ?? 0) + 1
  magento.state.orderNumbers[key] = count
  return String(count).padStart(9, '0')
}
