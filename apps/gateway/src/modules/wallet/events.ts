import type { CommerceBackend } from '@xiaopu/commerce'
import type { EventHandlers } from '../../jobs/event-handlers'
import type { Wallet } from './wallet'

/** What happens to an order happens to the coupon in it, whatever became of the answer to placing it. */
export const walletEvents = (
  wallet: Pick<Wallet, 'noteOrder' | 'giveBack'>,
  { orders }: Pick<CommerceBackend, 'orders'>,
): EventHandlers => ({
  'order.placed': {
    'spend-coupon': async (orderId) => {
      const order = await orders.find(orderId)
      if (order && order.status !== 'cancelled') await wallet.noteOrder(order)
    },
  },
  'order.cancelled': { 'give-coupon-back': (orderId) => wallet.giveBack(orderId) },
})
