import { placeOrder } from '../../sales/place'
import { findCart } from '../cart/find-cart'
import { MagentoError } from '../errors'
import { orderView } from '../orders/order-view'
import type { Visit } from '../visit'

/** What refuses an order is in `errors` of the answer, with a code; the top-level errors stay empty. */
export function placeOrderMutation(visit: Visit, { input }: { input: { cart_id: string } }) {
  let cart: ReturnType<typeof findCart>
  try {
    cart = findCart(visit, input.cart_id)
  } catch (error) {
    if (!(error instanceof MagentoError) || error.extensions.category !== 'graphql-no-such-entity') throw error
    const code = error.message.includes("isn't active") ? 'CART_NOT_ACTIVE' : 'CART_NOT_FOUND'
    return { errors: [{ code, message: error.message }], order: null, orderV2: null }
  }
  const order = placeOrder(visit.magento, cart, visit.ip)
  if ('message' in order) return { errors: [order], order: null, orderV2: null }
  return {
    errors: [],
    order: { order_id: order.number, order_number: order.number },
    orderV2: orderView(visit, order),
  }
}
