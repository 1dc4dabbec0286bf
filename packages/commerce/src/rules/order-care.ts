import type { Order } from '../port/orders'

export type CareAction = 'remind' | 'extend_receipt' | 'request_fapiao' | 'delete'

/** The times that decide what a shopper may do with an order, ms. */
export interface CareTimes {
  /** From payment until the shop may be reminded. */
  remindAfter: number
  /** From the last parcel until the order counts as received. */
  receiptAfter: number
}

/** An after-sale, from when it was asked for until it was over; `to` null: it still goes on. */
export interface Pause {
  from: Date
  to: Date | null
}

/** What has been done with an order besides buying it. */
export interface Cared {
  remindedAt: Date | null
  receiptExtended: boolean
  fapiaoRequested: boolean
  deleted: boolean
  /** Money of it is on its way back, or should be. */
  moneyMoves: boolean
  /** Its after-sales: while one goes on, nobody is taken to have received it. */
  pauses: readonly Pause[]
}

const DAY = 86_400_000
export const REMIND_EVERY = DAY
export const RECEIPT_EXTENSION = 7 * DAY
export const FAPIAO_WITHIN = 180 * DAY

const since = (from: Date, now: Date) => now.getTime() - from.getTime()

/**
 * When a sent order counts as received by itself; null while it does not. What is picked up is received at the till. An
 * after-sale stops the clock, which goes on from where it stood.
 */
export function receiptDueAt(
  { status, shipments }: Pick<Order, 'status' | 'shipments'>,
  { receiptExtended, pauses }: Pick<Cared, 'receiptExtended' | 'pauses'>,
  { receiptAfter }: Pick<CareTimes, 'receiptAfter'>,
): Date | null {
  if (status !== 'shipped' || shipments.length === 0 || isPaused({ pauses })) return null
  const last = Math.max(...shipments.map(({ shippedAt }) => shippedAt.getTime()))
  return new Date(last + receiptAfter + (receiptExtended ? RECEIPT_EXTENSION : 0) + stoodStill(pauses, last))
}

const isPaused = ({ pauses }: Pick<Cared, 'pauses'>) => pauses.some(({ to }) => to === null)

/** ms since then in which at least one of them went on. */
function stoodStill(pauses: readonly Pause[], since: number): number {
  let counted = since
  let still = 0
  for (const { from, to } of [...pauses].sort((one, other) => one.from.getTime() - other.from.getTime())) {
    if (to === null) continue
    const begins = Math.max(counted, from.getTime())
    still += Math.max(0, to.getTime() - begins)
    counted = Math.max(counted, to.getTime())
  }
  return still
}

/** Why the shop cannot be reminded of the order now; null: it can. */
export function remindingProblem(
  { status, paidAt, pickup }: Pick<Order, 'status' | 'paidAt' | 'pickup'>,
  { remindedAt, moneyMoves }: Pick<Cared, 'remindedAt' | 'moneyMoves'>,
  { remindAfter }: Pick<CareTimes, 'remindAfter'>,
  now: Date,
): 'not_waiting' | 'too_early' | 'reminded' | null {
  if (status !== 'paid' || paidAt === null || pickup || moneyMoves) return 'not_waiting'
  if (since(paidAt, now) < remindAfter) return 'too_early'
  return remindedAt && since(remindedAt, now) < REMIND_EVERY ? 'reminded' : null
}

/** Whether a fapiao can be asked for now that was not asked for when ordering. */
export function canRequestFapiao(
  { status, paidAt, amounts }: Pick<Order, 'status' | 'paidAt' | 'amounts'>,
  { moneyMoves }: Pick<Cared, 'moneyMoves'>,
  now: Date,
): boolean {
  return (
    status !== 'cancelled' && paidAt !== null && amounts.total > 0 && !moneyMoves && since(paidAt, now) <= FAPIAO_WITHIN
  )
}

/** Only what is over for good can be deleted, and not while money or an after-sale moves: its shopper will want to look at it. */
export const canDelete = ({ status }: Pick<Order, 'status'>, cared: Pick<Cared, 'moneyMoves' | 'pauses'>) =>
  (status === 'completed' || status === 'cancelled') && !cared.moneyMoves && !isPaused(cared)

/** What a shopper may do with the order besides moving it on. */
export function careActions(order: Order, cared: Cared, times: CareTimes, now: Date): CareAction[] {
  const actions: CareAction[] = []
  if (remindingProblem(order, cared, times, now) === null) actions.push('remind')
  if (receiptDueAt(order, cared, times) && !cared.receiptExtended) actions.push('extend_receipt')
  if (!cared.fapiaoRequested && canRequestFapiao(order, cared, now)) actions.push('request_fapiao')
  if (!cared.deleted && canDelete(order, cared)) actions.push('delete')
  return actions
}

const WANTED: readonly string[] = [
  'pay',
  'show_pickup_code',
  'confirm_receipt',
  'remind',
  'review',
  'follow_up',
  'after_sale',
  'buy_again',
  'extend_receipt',
  'request_fapiao',
  'cancel',
  'delete',
]

/** The most wanted first; what is not ranked here stays between what moves the order on and what ends it. */
export function mostWantedFirst<Action extends string>(actions: readonly Action[]): Action[] {
  const rank = (action: string) => {
    const place = WANTED.indexOf(action)
    return place < 0 ? WANTED.indexOf('extend_receipt') - 0.5 : place
  }
  return [...actions].sort((one, other) => rank(one) - rank(other))
}
