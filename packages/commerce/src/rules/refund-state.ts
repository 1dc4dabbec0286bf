import { applyEvent, type Transition, type Transitions } from './transitions'

/**
 * One refund (one out_refund_no). WeChat's own states are PROCESSING, SUCCESS, CLOSED and ABNORMAL (WeChat Pay API v3,
 * refunds); `abnormal` waits for a person or for another bank card and may still succeed.
 */
export type RefundState = 'requested' | 'processing' | 'succeeded' | 'closed' | 'abnormal'
export type RefundEvent = 'accept' | 'succeed' | 'close' | 'fail'

export const refundTransitions: Transitions<RefundState, RefundEvent> = {
  requested: { accept: 'processing', succeed: 'succeeded', close: 'closed', fail: 'abnormal' },
  processing: { succeed: 'succeeded', close: 'closed', fail: 'abnormal' },
  abnormal: { accept: 'processing', succeed: 'succeeded', close: 'closed' },
  succeeded: {},
  closed: {},
}

export function applyRefundEvent(state: RefundState, event: RefundEvent): Transition<RefundState> {
  return applyEvent(refundTransitions, state, event)
}
