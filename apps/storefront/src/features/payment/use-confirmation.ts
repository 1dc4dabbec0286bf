import { useQueryClient } from '@tanstack/react-query'
import { useCallback, useEffect, useRef, useState } from 'react'
import { api } from '../../api/client'
import { rereadOrders } from '../orders/reread-orders'
import { pause } from './pause'
import { askUntilKnown, QUESTION_PAUSES } from './settle-payment'

/**
 * - `confirming`: asking the gateway.
 * - `paid`, `closed`: its final word.
 * - `unconfirmed`: asked a few times, and nothing is known of a payment. The shopper can have it asked again.
 */
export type Confirmation = 'confirming' | 'paid' | 'closed' | 'unconfirmed'

/** Whether an order is paid, as the gateway says; what WeChat's sheet answered does not count, nor does anything in the link. */
export function useConfirmation(orderId: string | undefined) {
  const client = useQueryClient()
  const [confirmation, setConfirmation] = useState<Confirmation>('confirming')
  const asking = useRef(false)
  const left = useRef(false)

  const ask = useCallback(async () => {
    if (!orderId || asking.current) return
    asking.current = true
    setConfirmation('confirming')
    const answer = await askUntilKnown(orderId, { state: api.payments.state, pause }, QUESTION_PAUSES)
    asking.current = false
    if (left.current) return
    setConfirmation(answer === 'paid' || answer === 'closed' ? answer : 'unconfirmed')
    void rereadOrders(client, orderId)
  }, [orderId, client])

  useEffect(() => {
    left.current = false
    void ask()
    return () => {
      left.current = true
    }
  }, [ask])

  return { confirmation, askAgain: () => void ask() }
}
