import { applyEvent, type Transition, type Transitions } from './transitions'

/** 仅退款, 退货退款, 换货 */
export type AfterSaleKind = 'refund' | 'return' | 'exchange'

export type AfterSaleState =
  | 'requested'
  | 'awaiting_return'
  | 'returning'
  | 'received'
  | 'refunding'
  | 'refunded'
  | 'replacement_sent'
  | 'completed'
  | 'refused'
  | 'withdrawn'
  | 'expired'
  | 'closed'

/**
 * The shopper withdraws, sends back and confirms the replacement; the merchant approves, refuses, receives, sends the
 * replacement, or refunds: money instead of a replacement there is none of, or again where WeChat closed the refund.
 * `approve_refund` agrees to take the goods of an exchange back for money, where there are none to give: a return from then on.
 * `pay_out` is WeChat's word; `expire` and `conclude` are the clock's.
 * `close`: all of the order's money has gone back some other way, so that nothing is left to ask for.
 */
export type AfterSaleEvent =
  | 'withdraw'
  | 'send_back'
  | 'confirm_replacement'
  | 'approve'
  | 'approve_refund'
  | 'refuse'
  | 'receive'
  | 'send_replacement'
  | 'refund'
  | 'pay_out'
  | 'expire'
  | 'conclude'
  | 'close'

/** The same for every kind: goods are asked back, and may turn up without a waybill, handed in at a store. */
const shared = {
  returning: { send_back: 'returning', refuse: 'refused', close: 'closed' },
  refunding: { refund: 'refunding', pay_out: 'refunded', close: 'closed' },
  refunded: {},
  replacement_sent: { confirm_replacement: 'completed', conclude: 'completed' },
  completed: {},
  refused: {},
  withdrawn: {},
  expired: {},
  closed: {},
} as const
const asked = { withdraw: 'withdrawn', refuse: 'refused', close: 'closed' } as const
const awaited = { withdraw: 'withdrawn', send_back: 'returning', expire: 'expired', close: 'closed' } as const

/** What an after-sale of each kind goes through. A state a kind never comes into leads nowhere. */
export const afterSaleTransitions: Record<AfterSaleKind, Transitions<AfterSaleState, AfterSaleEvent>> = {
  refund: {
    ...shared,
    requested: { ...asked, approve: 'refunding' },
    awaiting_return: {},
    returning: {},
    received: {},
    replacement_sent: {},
  },
  return: {
    ...shared,
    requested: { ...asked, approve: 'awaiting_return' },
    awaiting_return: { ...awaited, receive: 'refunding' },
    returning: { ...shared.returning, receive: 'refunding' },
    received: {},
    replacement_sent: {},
  },
  exchange: {
    ...shared,
    requested: { ...asked, approve: 'awaiting_return', approve_refund: 'awaiting_return' },
    awaiting_return: { ...awaited, receive: 'received' },
    returning: { ...shared.returning, receive: 'received' },
    received: { send_replacement: 'replacement_sent', refund: 'refunding', close: 'closed' },
  },
}

export function applyAfterSaleEvent(
  kind: AfterSaleKind,
  state: AfterSaleState,
  event: AfterSaleEvent,
): Transition<AfterSaleState> {
  return applyEvent(afterSaleTransitions[kind], state, event)
}

export const AFTER_SALE_ENDS = ['refunded', 'completed', 'refused', 'withdrawn', 'expired', 'closed'] as const

/** Something is still to come. */
export const isAfterSaleOpen = (state: AfterSaleState): boolean =>
  !(AFTER_SALE_ENDS as readonly AfterSaleState[]).includes(state)

/** Its pieces and its money are spoken for: it is open, or the money has gone back. An exchange that is over leaves them free. */
export const isAfterSaleCounted = (state: AfterSaleState): boolean => isAfterSaleOpen(state) || state === 'refunded'

/** In these states the goods of an exchange are kept for it, once they were set aside. */
export const REPLACEMENT_KEPT_IN = ['requested', 'awaiting_return', 'returning', 'received'] as const

export const keepsReplacement = (kind: AfterSaleKind, state: AfterSaleState): boolean =>
  kind === 'exchange' && (REPLACEMENT_KEPT_IN as readonly AfterSaleState[]).includes(state)

const SHOPPER_ACTS = ['send_back', 'confirm_replacement', 'withdraw'] as const
const MERCHANT_ACTS = ['approve', 'approve_refund', 'receive', 'send_replacement', 'refund', 'refuse'] as const
export type AfterSaleAction = (typeof SHOPPER_ACTS)[number]
export type MerchantAfterSaleAction = (typeof MERCHANT_ACTS)[number]

/** What the shopper may do now, the most wanted first. */
export const afterSaleActions = (kind: AfterSaleKind, state: AfterSaleState): AfterSaleAction[] =>
  SHOPPER_ACTS.filter((act) => applyAfterSaleEvent(kind, state, act).ok)

/** What the merchant may do now, the most wanted first. Money is sent again only where WeChat has closed the refund. */
export const merchantAfterSaleActions = (
  kind: AfterSaleKind,
  state: AfterSaleState,
  { refundClosed }: { refundClosed: boolean },
): MerchantAfterSaleAction[] =>
  MERCHANT_ACTS.filter((act) => applyAfterSaleEvent(kind, state, act).ok).filter(
    (act) => act !== 'refund' || state !== 'refunding' || refundClosed,
  )
