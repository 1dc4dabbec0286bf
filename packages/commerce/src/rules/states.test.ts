import fc from 'fast-check'
import { applyOrderEvent, type OrderEvent, orderTransitions } from './order-state'
import { applyPaymentEvent, paymentTransitions } from './payment-state'
import { applyRefundEvent, refundTransitions } from './refund-state'
import type { Transitions } from './transitions'

describe('an order', () => {
  test.each([
    ['cancelled', 'pay'],
    ['cancelled', 'cancel'],
    ['paid', 'pay'],
    ['paid', 'cancel'],
    ['pending_payment', 'ship'],
    ['shipped', 'cancel'],
    ['completed', 'refund'],
  ] as const)('that is %s refuses to %s', (status, event) => {
    expect(applyOrderEvent(status, event)).toEqual({ ok: false, problem: 'not_allowed' })
  })
  test('is bought, sent and received', () => {
    const life: OrderEvent[] = ['pay', 'ship', 'complete']
    const end = life.reduce((status, event) => {
      const answer = applyOrderEvent(status as 'paid', event)
      return answer.ok ? answer.next : 'refused'
    }, 'pending_payment' as string)
    expect(end).toBe('completed')
  })
  test('that is picked up is bought, made ready and collected: nobody sends it', () => {
    const life: OrderEvent[] = ['pay', 'ready', 'collect']
    const states = life.map((event, index) => {
      const before = (['pending_payment', 'paid', 'shipped'] as const)[index]!
      return applyOrderEvent(before, event, 'pickup')
    })
    expect(states).toEqual(['paid', 'shipped', 'completed'].map((next) => ({ ok: true, next })))
    expect(applyOrderEvent('paid', 'ship', 'pickup').ok).toBe(false)
    expect(applyOrderEvent('shipped', 'complete', 'pickup').ok).toBe(false)
    expect(applyOrderEvent('paid', 'collect', 'pickup').ok).toBe(false)
    expect(applyOrderEvent('paid', 'ready').ok).toBe(false)
    expect(applyOrderEvent('shipped', 'collect').ok).toBe(false)
  })
  test('that is cancelled never sells anything again, whatever happens', () => {
    const events = fc.array(
      fc.constantFrom<OrderEvent>('pay', 'cancel', 'ship', 'complete', 'refund', 'ready', 'collect'),
    )
    fc.assert(
      fc.property(events, (happened) => {
        for (const event of happened) {
          expect(applyOrderEvent('cancelled', event).ok).toBe(false)
          expect(applyOrderEvent('cancelled', event, 'pickup').ok).toBe(false)
        }
      }),
    )
  })
})

describe('a payment', () => {
  test('that was closed still takes note of late money', () => {
    expect(applyPaymentEvent('closed', 'succeed')).toEqual({ ok: true, next: 'paid' })
  })
  test.each([
    ['paid', 'succeed'],
    ['paid', 'close'],
    ['refunded', 'refund'],
    ['refunding', 'refund'],
    ['created', 'refund'],
  ] as const)('that is %s refuses %s', (state, event) => {
    expect(applyPaymentEvent(state, event).ok).toBe(false)
  })
  test('whose refund failed can be refunded again', () => {
    expect(applyPaymentEvent('refund_failed', 'refund')).toEqual({ ok: true, next: 'refunding' })
  })
})

describe('a refund', () => {
  test('happens once', () => {
    expect(applyRefundEvent('succeeded', 'succeed').ok).toBe(false)
    expect(applyRefundEvent('succeeded', 'accept').ok).toBe(false)
  })
  test('that is stuck may still succeed', () => {
    expect(applyRefundEvent('abnormal', 'succeed')).toEqual({ ok: true, next: 'succeeded' })
  })
})

test.each<[string, Transitions<string, string>, string]>([
  ['order', orderTransitions, 'pending_payment'],
  ['payment', paymentTransitions, 'created'],
  ['refund', refundTransitions, 'requested'],
])('every state of the %s table can be reached, and leads only to states of the table', (_, table, start) => {
  const reached = new Set([start])
  for (const state of reached) for (const next of Object.values(table[state] ?? {})) reached.add(next!)
  expect([...reached].sort()).toEqual(Object.keys(table).sort())
})
