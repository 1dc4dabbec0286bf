import type { PaymentState, StartedPayment } from '@xiaopu/contract'
import type { Answer, PaymentParameters } from '../../wechat'

/**
 * How it ended, as far as can be known now.
 * - `paid`: the gateway says so, or there was nothing to pay.
 * - `confirming`: WeChat's sheet says paid, the gateway does not yet; or nobody could be asked. Never "not paid".
 * - `cancelled`, `failed`: the gateway says it is not paid; the order still waits.
 * - `closed`: the order cannot be paid any more.
 */
export type PaymentOutcome = 'paid' | 'confirming' | 'cancelled' | 'failed' | 'closed'

export interface PaymentParts {
  start(orderId: string): Promise<StartedPayment>
  /** WeChat's payment sheet. */
  request(parameters: PaymentParameters): Promise<Answer<void>>
  state(orderId: string): Promise<PaymentState>
  pause(ms: number): Promise<void>
}

/** ms before each question to the gateway; longer and longer, since what is not known at once may take its time. */
export const QUESTION_PAUSES = [0, 800, 1_600, 3_000] as const

/** What a state says to someone who waits for the money to arrive; null where one has to ask again. */
export function verdictOf({ status }: Pick<PaymentState, 'status'>): 'paid' | 'closed' | null {
  if (status === 'paid') return 'paid'
  return status === 'unpaid' ? null : 'closed'
}

/**
 * Takes a shopper through paying for an order. Whatever WeChat's sheet answers, the gateway is asked: a sheet that was closed may
 * have been paid a moment before, and one that says ok is not yet money.
 * @throws {ApiError} when the payment cannot begin: `order_not_payable`, `wechat_unavailable`, no connection
 */
export async function settlePayment(orderId: string, parts: PaymentParts): Promise<PaymentOutcome> {
  const started = await parts.start(orderId)
  if (started.status === 'settled') return 'paid'
  const answer = await parts.request(started.params)
  const known = await askUntilKnown(
    orderId,
    parts,
    answer.status === 'ok' ? QUESTION_PAUSES : QUESTION_PAUSES.slice(0, 2),
  )
  if (known === 'paid' || known === 'closed') return known
  if (known === 'unreachable' || answer.status === 'ok') return 'confirming'
  return answer.status === 'cancelled' ? 'cancelled' : 'failed'
}

/** Asks the gateway after each pause until it has a final answer. `unpaid` only when it said so; `unreachable` when it said nothing. */
export async function askUntilKnown(
  orderId: string,
  { state, pause }: Pick<PaymentParts, 'state' | 'pause'>,
  pauses: readonly number[] = QUESTION_PAUSES,
): Promise<'paid' | 'closed' | 'unpaid' | 'unreachable'> {
  let heard: 'unpaid' | 'unreachable' = 'unreachable'
  for (const ms of pauses) {
    if (ms > 0) await pause(ms)
    try {
      const verdict = verdictOf(await state(orderId))
      if (verdict) return verdict
      heard = 'unpaid'
    } catch {
      // Unanswered: only another question can tell.
      heard = 'unreachable'
    }
  }
  return heard
}
