import { useQueryClient } from '@tanstack/react-query'
import { useRef, useState } from 'react'
import { api } from '../../api/client'
import { errorSentence } from '../../api/error-sentence'
import { t } from '../../i18n'
import { confirm, requestPayment, toast } from '../../wechat'
import { rereadOrders } from '../orders/reread-orders'
import { pause } from './pause'
import { type PaymentOutcome, settlePayment } from './settle-payment'

/** `paid`, `confirming`: on to the result, which goes on asking. `waiting`: the order is there and not paid. */
export type PaymentEnd = 'paid' | 'confirming' | 'waiting'

const parts = { start: api.payments.start, state: api.payments.state, request: requestPayment, pause }

/**
 * Pays for an order, as often as the shopper wants to try. `pay` settles when they have paid or given up; a second tap while the
 * first is under way is the first.
 */
export function usePayment() {
  const client = useQueryClient()
  const running = useRef<Promise<PaymentEnd> | null>(null)
  const [paying, setPaying] = useState(false)

  async function payUntilDone(orderId: string): Promise<PaymentEnd> {
    for (;;) {
      const outcome = await settlePayment(orderId, parts).catch(tell)
      void rereadOrders(client, orderId)
      if (outcome === 'paid' || outcome === 'confirming') return outcome
      if (outcome === 'closed') toast(t('errors.order_not_payable'))
      if (outcome === null || outcome === 'closed' || !(await askToGoOn(outcome))) return 'waiting'
    }
  }

  return {
    paying,
    pay(orderId: string): Promise<PaymentEnd> {
      running.current ??= payUntilDone(orderId).finally(() => {
        running.current = null
        setPaying(false)
      })
      setPaying(true)
      return running.current
    },
  }
}

function tell(error: unknown): null {
  toast(errorSentence(error, t))
  return null
}

/** The order is there and waits for its money: now or later? */
const askToGoOn = (outcome: Extract<PaymentOutcome, 'cancelled' | 'failed'>) =>
  confirm({
    title: t(outcome === 'cancelled' ? 'checkout.payCancelled' : 'checkout.payFailed'),
    content: t('checkout.orderKept'),
    confirm: t('checkout.payOn'),
    cancel: t('checkout.payLater'),
  })
