import type { Handlers } from '../../http/calls'
import type { PickupDesk } from './desk'

export const pickupHandlers = (desk: PickupDesk): Handlers<'markPickupReady' | 'collectPickup' | 'setStoreStock'> => ({
  markPickupReady: ({ params }) => desk.markReady(params.orderId),
  collectPickup: ({ body }) => desk.collect(body),
  setStoreStock: ({ params, body }) => desk.setStoreStock(params.storeId, params.skuCode, body.onHand),
})
