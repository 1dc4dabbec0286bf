import { type ConfirmedBy, pushReceived } from '../notify/settlement'
import { stateOf } from '../server-api/shipping-info'
import type { PayOrder } from '../state/records'
import type { World } from '../world'

/** What `wx.openBusinessView` is given as extraData of `weappOrderConfirm`. */
export interface ReceiptKey {
  transaction_id?: string
  merchant_id?: string
  merchant_trade_no?: string
}

/** What the component shows. Amounts in fen. */
export interface ReceiptSheet {
  description: string
  total: number
  parcels: number
  /** Why the button does nothing; null: it can be confirmed. */
  problem: string | null
  confirmed: boolean
}

/** The payment meant, whoever's it is. */
export function confirmable({ ledger }: World, key: ReceiptKey): PayOrder | undefined {
  if (key.transaction_id) return ledger.orderOfTransaction(key.transaction_id)
  const order = ledger.orders.get(key.merchant_trade_no ?? '')
  return order?.mchid === key.merchant_id && order?.transactionId ? order : undefined
}

/** Why receipt of it cannot be confirmed; null: it can. Saying it again changes nothing. */
export function unreceivable(world: World, order: PayOrder): string | null {
  const state = stateOf(world, order)
  if (state === 1) return '订单还没有全部发货'
  return state === 5 ? '订单已退款' : null
}

/** Once: saying it again changes nothing, and nobody is told again. */
export function receive(world: World, order: PayOrder, by: ConfirmedBy = 'shopper'): void {
  const { shipping } = order
  if (!shipping) throw new Error('nothing was sent')
  if (shipping.confirmedAt !== undefined) return
  shipping.confirmedAt = world.clock.now()
  world.ledger.save()
  pushReceived(world, order, by)
}

export function receiptSheet(world: World, order: PayOrder): ReceiptSheet {
  const { description, total, shipping } = order
  return {
    ...{ description, total, parcels: shipping?.parcels.length ?? 0 },
    ...{ problem: unreceivable(world, order), confirmed: shipping?.confirmedAt !== undefined },
  }
}
