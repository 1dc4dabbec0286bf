import { type Handlers, shopperContext } from '../../http/calls'
import type { CartService } from './service'

export const cartRoutes = (
  cart: CartService,
): Handlers<'getCart' | 'addToCart' | 'changeCartLine' | 'removeCartLines' | 'selectCartLines'> => ({
  getCart: (call) => cart.get(shopperContext(call)),
  addToCart: (call) => cart.add(shopperContext(call), call.body),
  changeCartLine: (call) => cart.change(shopperContext(call), call.params.lineId, call.body),
  removeCartLines: (call) => cart.remove(shopperContext(call), call.body),
  selectCartLines: (call) => cart.select(shopperContext(call), call.body),
})
