import type { MessageAnswers, MessageKind, OrderMessages } from '@xiaopu/contract'
import type { AfterSales } from './after-sales'
import type { Orders } from './orders'

export type Messages = ReturnType<typeof createMessages>

interface Needs {
  orders: Pick<Orders, 'get'>
  afterSales: Pick<AfterSales, 'list'>
}

/** What shoppers let through. Nothing is sent here: WeChat is not part of it. */
export function createMessages({ orders, afterSales }: Needs) {
  const allowed = new Set<string>()
  const refused = new Set<string>()

  function worthAsking(shopper: string, orderId: string): MessageKind[] {
    const { status, delivery, shipments } = orders.get(shopper, orderId)
    const asksBack = afterSales.list(shopper, { orderId, limit: 50 }).items.some(({ open }) => open)
    if (status === 'pending_payment') return ['unpaid']
    const kinds: MessageKind[] = []
    if (status === 'paid' && shipments.length === 0) kinds.push(delivery.kind === 'pickup' ? 'ready' : 'shipped')
    if (status === 'paid' || asksBack) kinds.push('after_sale')
    return kinds
  }

  return {
    offers: (shopper: string, orderId: string): OrderMessages => ({
      offers: worthAsking(shopper, orderId)
        .filter((kind) => !allowed.has(`${orderId} ${kind}`) && !refused.has(`${shopper} ${kind}`))
        .map((kind) => ({ kind, templateId: `${kind}-template` })),
    }),
    answer(shopper: string, orderId: string, answers: MessageAnswers): void {
      orders.get(shopper, orderId)
      for (const kind of answers.allowed) allowed.add(`${orderId} ${kind}`)
      for (const kind of answers.refused) refused.add(`${shopper} ${kind}`)
    },
  }
}
