import fc from 'fast-check'
import {
  type AfterSaleEvent,
  type AfterSaleKind,
  type AfterSaleState,
  afterSaleActions,
  afterSaleTransitions,
  applyAfterSaleEvent,
  isAfterSaleOpen,
  merchantAfterSaleActions,
} from './after-sale'

const KINDS: AfterSaleKind[] = ['refund', 'return', 'exchange']
const EVENTS: AfterSaleEvent[] = [
  'withdraw',
  'send_back',
  'confirm_replacement',
  'approve',
  'approve_refund',
  'refuse',
  'receive',
  'send_replacement',
  'refund',
  'pay_out',
  'expire',
  'conclude',
  'close',
]

function after(kind: AfterSaleKind, events: AfterSaleEvent[]): AfterSaleState | 'not allowed' {
  let state: AfterSaleState = 'requested'
  for (const event of events) {
    const move = applyAfterSaleEvent(kind, state, event)
    if (!move.ok) return 'not allowed'
    state = move.next
  }
  return state
}

test.each<[AfterSaleKind, AfterSaleEvent[], AfterSaleState]>([
  ['refund', ['approve'], 'refunding'],
  ['refund', ['approve', 'pay_out'], 'refunded'],
  ['refund', ['approve', 'refund', 'pay_out'], 'refunded'],
  ['refund', ['refuse'], 'refused'],
  ['refund', ['withdraw'], 'withdrawn'],
  ['return', ['approve', 'send_back', 'receive', 'pay_out'], 'refunded'],
  ['return', ['approve', 'send_back', 'send_back', 'receive'], 'refunding'],
  ['return', ['approve', 'receive'], 'refunding'],
  ['return', ['approve', 'withdraw'], 'withdrawn'],
  ['return', ['approve', 'expire'], 'expired'],
  ['return', ['approve', 'send_back', 'refuse'], 'refused'],
  ['exchange', ['approve', 'send_back', 'receive', 'send_replacement', 'confirm_replacement'], 'completed'],
  ['exchange', ['approve', 'receive', 'send_replacement', 'conclude'], 'completed'],
  ['exchange', ['approve', 'send_back', 'receive', 'refund', 'pay_out'], 'refunded'],
  ['refund', ['close'], 'closed'],
  ['return', ['approve', 'send_back', 'close'], 'closed'],
  ['exchange', ['approve', 'receive', 'close'], 'closed'],
  ['refund', ['approve', 'close'], 'closed'],
])('a %s after %p is %s', (kind, events, state) => {
  expect(after(kind, events)).toBe(state)
})

test.each<[AfterSaleKind, AfterSaleEvent[], string]>([
  ['refund', ['approve', 'withdraw'], 'the money is on its way'],
  ['refund', ['withdraw', 'approve'], 'the shopper was faster'],
  ['refund', ['approve', 'approve'], 'two merchants answer at once'],
  ['refund', ['approve', 'refuse'], 'two merchants answer at once'],
  ['refund', ['send_back'], 'nothing is to be sent back'],
  ['return', ['send_back'], 'nobody has agreed'],
  ['return', ['approve', 'send_back', 'withdraw'], 'the goods are on their way'],
  ['return', ['approve', 'send_back', 'expire'], 'they were sent in time'],
  ['return', ['approve', 'receive', 'send_replacement'], 'money was asked for'],
  ['exchange', ['approve', 'send_replacement'], 'the goods are not back'],
  ['exchange', ['approve', 'receive', 'send_replacement', 'close'], 'the replacement is on its way'],
])('a %s cannot go through %p: %s', (kind, events) => {
  expect(after(kind, events)).toBe('not allowed')
})

test('what has ended stays as it is, whatever happens', () => {
  fc.assert(
    fc.property(fc.constantFrom(...KINDS), fc.array(fc.constantFrom(...EVENTS)), (kind, events) => {
      let state: AfterSaleState = 'requested'
      for (const event of events) {
        const move = applyAfterSaleEvent(kind, state, event)
        if (!isAfterSaleOpen(state)) expect(move.ok).toBe(false)
        if (move.ok) state = move.next
      }
    }),
  )
})

test('from every state that can be come into, somebody can bring it to an end', () => {
  for (const kind of KINDS) {
    const reached = new Set<AfterSaleState>(['requested'])
    for (const state of reached) for (const next of Object.values(afterSaleTransitions[kind][state])) reached.add(next)
    for (const state of reached)
      expect(Object.keys(afterSaleTransitions[kind][state]).length > 0).toBe(isAfterSaleOpen(state))
  }
})

test.each<[AfterSaleKind, AfterSaleState, string[], string[]]>([
  ['refund', 'requested', ['withdraw'], ['approve', 'refuse']],
  ['refund', 'refunding', [], []],
  ['exchange', 'requested', ['withdraw'], ['approve', 'approve_refund', 'refuse']],
  ['return', 'requested', ['withdraw'], ['approve', 'refuse']],
  ['return', 'awaiting_return', ['send_back', 'withdraw'], ['receive']],
  ['return', 'returning', ['send_back'], ['receive', 'refuse']],
  ['exchange', 'received', [], ['send_replacement', 'refund']],
  ['exchange', 'replacement_sent', ['confirm_replacement'], []],
  ['exchange', 'completed', [], []],
])('a %s that is %s offers the shopper %p and the merchant %p', (kind, state, shopper, merchant) => {
  expect(afterSaleActions(kind, state)).toEqual(shopper)
  expect(merchantAfterSaleActions(kind, state, { refundClosed: false })).toEqual(merchant)
})

test('money that WeChat closed the refund of can be sent again', () => {
  expect(merchantAfterSaleActions('return', 'refunding', { refundClosed: true })).toEqual(['refund'])
})
