import type { Payment } from './book'
import type { Refund } from './refund-book'

/**
 * fen of a payment that can still go back: the one place that knows, for after-sales, for what the merchant sends back
 * unasked, and for the refund that is written in the end. Every refund counts from when it is written; one that WeChat has
 * closed moved no money.
 *
 * @param recorded what the shop system has on record as sent back; it may know of a refund before we have heard of it
 */
export function moneyLeft(
  payment: Pick<Payment, 'amount' | 'state'> | undefined,
  refunds: readonly Pick<Refund, 'amount' | 'state'>[],
  recorded = 0,
): number {
  if (!payment || !hasTaken(payment)) return 0
  const ours = refunds.filter(({ state }) => state !== 'closed').reduce((sum, { amount }) => sum + amount, 0)
  return Math.max(0, payment.amount - Math.max(ours, recorded))
}

/** What WeChat did not take, it cannot give back. */
export const hasTaken = ({ state }: Pick<Payment, 'state'>): boolean =>
  state !== 'created' && state !== 'prepaid' && state !== 'closed'
