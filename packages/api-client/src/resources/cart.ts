import type { AddToCart, Cart, RemoveCartLines, SelectCartLines } from '@xiaopu/contract'
import type { Caller, CallOptions } from '../call/caller'
import { endpoint } from '../call/endpoint'

const getCart = endpoint({ name: 'getCart', method: 'GET', path: '/v1/cart', auth: 'shopper', status: 200 })
const addToCart = endpoint({
  name: 'addToCart',
  method: 'POST',
  path: '/v1/cart/lines',
  auth: 'shopper',
  status: 200,
})
const changeCartLine = endpoint({
  name: 'changeCartLine',
  method: 'PUT',
  path: '/v1/cart/lines/:lineId',
  auth: 'shopper',
  status: 200,
})
const removeCartLines = endpoint({
  name: 'removeCartLines',
  method: 'POST',
  path: '/v1/cart/lines/remove',
  auth: 'shopper',
  status: 200,
})
const selectCartLines = endpoint({
  name: 'selectCartLines',
  method: 'POST',
  path: '/v1/cart/selection',
  auth: 'shopper',
  status: 200,
})

/**
 * Every change answers with the whole cart, prices and stock of now.
 * Goods that cannot be had are an ApiError `out_of_stock`, `off_sale`, `quantity_limit` or `cart_full`; its `lines` say how many there are.
 */
export interface CartResource {
  get(options?: CallOptions): Promise<Cart>
  /** `pickup`: goods that only a store has are wanted, too; without it they are `out_of_stock`. */
  add(goods: AddToCart, options?: CallOptions): Promise<Cart>
  changeQuantity(lineId: string, quantity: number, options?: CallOptions): Promise<Cart>
  /** Keeps the quantity; joins a line that already has the SKU. */
  changeSku(lineId: string, skuId: string, options?: CallOptions): Promise<Cart>
  /** `unavailable`: all of which nothing can be sent. Lines that are gone already are no error. */
  remove(lineIds: RemoveCartLines['lineIds'], options?: CallOptions): Promise<Cart>
  /** What only a store has is selected where it is named, and not with `all`. */
  select(lineIds: SelectCartLines['lineIds'], selected: boolean, options?: CallOptions): Promise<Cart>
}

export const cartResource = (call: Caller): CartResource => ({
  get: (options) => call(getCart, options),
  add: ({ skuId, quantity, pickup }, options) =>
    call(addToCart, { ...options, body: { skuId, quantity, ...(pickup && { pickup }) } }),
  changeQuantity: (lineId, quantity, options) =>
    call(changeCartLine, { ...options, params: { lineId }, body: { quantity } }),
  changeSku: (lineId, skuId, options) => call(changeCartLine, { ...options, params: { lineId }, body: { skuId } }),
  remove: (lineIds, options) => call(removeCartLines, { ...options, body: { lineIds } }),
  select: (lineIds, selected, options) => call(selectCartLines, { ...options, body: { lineIds, selected } }),
})
