import { fromUid } from '../../ids'
import { magentoTime } from '../../magento'
import { canCancel, cancel, refund } from '../../sales/after-sale'
import type { Customer, Order } from '../../state/state'
import { add } from '../cart/add-products'
import { cartView } from '../cart/cart-view'
import { findCustomerCart } from '../cart/find-cart'
import { valueUid } from '../catalog/configurable'
import { inputError, noSuchEntity } from '../errors'
import { loggedIn, type PageArguments, pageOf, type Visit } from '../visit'
import { orderView } from './order-view'

interface OrdersArguments extends PageArguments {
  filter?: {
    number?: { eq?: string | null; in?: (string | null)[] | null; match?: string | null } | null
    status?: { eq?: string | null; in?: (string | null)[] | null } | null
    order_date?: { from?: string | null; to?: string | null } | null
    grand_total?: { from?: string | null; to?: string | null } | null
  } | null
  sort?: { sort_field: 'NUMBER' | 'CREATED_AT'; sort_direction: 'ASC' | 'DESC' } | null
  scope?: 'GLOBAL' | 'WEBSITE' | 'STORE' | null
}

/** Of the store view alone, unless another scope is asked for. */
export function customerOrders(visit: Visit, customer: Customer, { filter, sort, scope, ...page }: OrdersArguments) {
  const everywhere = scope === 'GLOBAL' || scope === 'WEBSITE'
  const found = visit.magento.state.orders.filter(
    (order) =>
      order.customerId === customer.id &&
      (everywhere || order.storeCode === visit.store.code) &&
      fits(order, filter ?? {}),
  )
  const turn = sort?.sort_direction === 'DESC' ? -1 : 1
  found.sort((one, other) =>
    sort?.sort_field === 'NUMBER'
      ? turn * one.number.localeCompare(other.number)
      : turn * (one.createdAt - other.createdAt || one.id - other.id),
  )
  const { items, ...rest } = pageOf(found, page)
  return {
    ...rest,
    items: items.map((order) => orderView(visit, order)),
    date_of_first_order: found[0] ? magentoTime(Math.min(...found.map(({ createdAt }) => createdAt))) : null,
  }
}

function fits(
  order: Order,
  { number, status, order_date, grand_total }: NonNullable<OrdersArguments['filter']>,
): boolean {
  const among = (value: string, wanted: { eq?: string | null; in?: (string | null)[] | null }) =>
    (wanted.eq ? value === wanted.eq : true) && (wanted.in ? wanted.in.includes(value) : true)
  const date = magentoTime(order.createdAt)
  if (number?.match && number.match.length < 3) throw inputError('Invalid match filter. Minimum length is 3.')
  return (
    (!number || (among(order.number, number) && (!number.match || order.number.includes(number.match)))) &&
    (!status || among(order.status, status)) &&
    (!order_date?.from || date >= order_date.from) &&
    (!order_date?.to || date <= order_date.to) &&
    (!grand_total?.from || order.grandTotal >= Number(grand_total.from) * 100) &&
    (!grand_total?.to || order.grandTotal <= Number(grand_total.to) * 100)
  )
}

export function guestOrderByToken(visit: Visit, { input }: { input: { token: string } }) {
  const order = visit.magento.state.orders.find(({ token }) => token === input.token)
  if (!order || order.customerId !== null)
    throw noSuchEntity("We couldn't locate an order with the information provided.")
  return orderView(visit, order)
}

/** A paid order is refunded in the books; that no money moves by it is the caller's business. */
export function cancelOrder(visit: Visit, { input }: { input: { order_id: string; reason: string } }) {
  const customer = loggedIn(visit)
  const { settings, state } = visit.magento
  const refused = (message: string) => ({ error: message, errorV2: { code: 'UNDEFINED', message }, order: null })
  const order = state.orders.find(({ id }) => id === fromUid(input.order_id))
  if (!order) throw noSuchEntity(`The entity that was requested doesn't exist. Verify the entity and try again.`)
  if (order.customerId !== customer.id) return refused('Current user is not authorized to cancel this order')
  if (!settings.orderCancellation) return refused('Order cancellation is not enabled for requested store.')
  if (!settings.cancellationReasons.includes(input.reason)) return refused('Order cancellation reason is invalid.')
  if (order.invoices.length > 0 && order.state === 'processing' && order.shipments.length === 0) {
    refund(visit.magento, order, {
      items: null,
      shipping: null,
      adjustmentPositive: 0,
      adjustmentNegative: 0,
      returnToStock: [],
    })
  } else if (canCancel(order)) cancel(visit.magento, order)
  else return refused('Order already closed, complete, cancelled or on hold')
  return { error: null, errorV2: null, order: orderView(visit, order) }
}

export function reorderItems(visit: Visit, { orderNumber }: { orderNumber: string }) {
  const customer = loggedIn(visit)
  const order = visit.magento.state.orders.find((one) => one.number === orderNumber && one.customerId === customer.id)
  if (!order) throw inputError(`Cannot find order number "${orderNumber}" for current customer.`)
  const cart = findCustomerCart(visit)
  const { attributes, bySku } = visit.magento.catalogue
  const userInputErrors = order.items.flatMap((item, index) => {
    const values = Object.entries(bySku.get(item.sku)?.values ?? {})
    const selected = values.map(([code, id]) => valueUid(attributes.find(({ fixture }) => fixture.code === code)!, id))
    const error = add(visit, cart, {
      sku: item.parentSku ?? item.sku,
      quantity: item.ordered,
      selected_options: item.parentSku ? selected : [],
    })
    return error ? [{ code: error.code, message: error.message, path: ['orderItems', String(index)] }] : []
  })
  return { cart: cartView(visit, cart), userInputErrors }
}
