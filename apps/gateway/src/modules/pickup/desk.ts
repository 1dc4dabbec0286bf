import { type CommerceBackend, isToBeCollected, type Order } from '@xiaopu/commerce'
import type { MerchantOrder, PickupAtTill } from '@xiaopu/contract'
import { notFound, Refusal } from '../../http/refusal'
import type { PickupCodes } from './codes'

interface Needs {
  backend: CommerceBackend
  codes: PickupCodes
  /** Money for what waits is on its way back. */
  isBeingRefunded(order: Order): Promise<boolean>
  view(order: Order): Promise<MerchantOrder>
}

export type PickupDesk = ReturnType<typeof createPickupDesk>

/** The counter goods are handed over at. What is ready is said in the shop system; the code is ours, whichever that is. */
export function createPickupDesk({ backend, codes, isBeingRefunded, view }: Needs) {
  /** Saying it again changes nothing. */
  async function markReady(orderId: string): Promise<MerchantOrder> {
    const { merchant, orders } = backend
    if (!merchant) throw new Refusal('not_supported', { detail: `this is decided in ${backend.name}` })
    if (!(await orders.find(orderId))) throw notFound('order')
    const ready = await merchant.markReady(orderId)
    if (ready.ok) return view(ready.order)
    throw new Refusal(ready.problem === 'not_paid' ? 'order_not_paid' : 'other_delivery')
  }

  /** Of two tills that read the same code at once, one hands the goods over. */
  async function collect({ pickupCode, storeId }: PickupAtTill): Promise<MerchantOrder> {
    const orderId = await codes.orderOf(pickupCode)
    const order = orderId === null ? null : await backend.orders.find(orderId)
    if (!order?.pickup) throw notFound('pickup code')
    const { store } = order.pickup
    if (store.id !== storeId) throw new Refusal('other_store', { detail: `it waits in ${store.name}` })
    if (order.status === 'completed') throw new Refusal('already_collected')
    if (!isToBeCollected(order)) throw new Refusal('order_not_paid')
    if (await isBeingRefunded(order)) throw new Refusal('refund_on_its_way')
    const collected = await backend.orders.collect(order.id)
    if (collected.outcome === 'collected') return view(collected.order)
    throw new Refusal(collected.outcome === 'not_ready' ? 'pickup_not_ready' : 'already_collected')
  }

  async function setStoreStock(storeId: string, skuCode: string, onHand: number): Promise<void> {
    const { merchant } = backend
    if (!merchant) throw new Refusal('not_supported', { detail: `this is decided in ${backend.name}` })
    const answer = await merchant.setStoreStock(storeId, skuCode, onHand)
    if (answer.ok) return
    throw answer.problem === 'reserved' ? new Refusal('stock_reserved') : notFound('store or SKU')
  }

  return { markReady, collect, setStoreStock }
}
