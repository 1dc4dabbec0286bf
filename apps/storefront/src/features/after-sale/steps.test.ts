import type { AfterSaleKind, AfterSaleState } from '@xiaopu/contract'
import { stepsOf } from './steps'

const at = '2026-11-23T04:00:00.000Z'
const walked = (kind: AfterSaleKind, open: boolean, ...states: AfterSaleState[]) =>
  stepsOf({ kind, open, progress: states.map((state) => ({ state, at, by: 'shopper' as const, words: null })) })
    .map((step) => `${{ done: '✓', now: '●', stopped: '×', ahead: '○' }[step.is]}${step.state}`)
    .join(' ')

test.each([
  ['refund', true, ['requested'], '●requested ○refunding ○refunded'],
  ['refund', false, ['requested', 'refunding', 'refunded'], '✓requested ✓refunding ✓refunded'],
  ['refund', false, ['requested', 'refused'], '✓requested ×refused'],
  ['refund', false, ['requested', 'withdrawn'], '✓requested ×withdrawn'],
  ['return', true, ['requested', 'awaiting_return'], '✓requested ●awaiting_return ○returning ○refunding ○refunded'],
  ['return', false, ['requested', 'awaiting_return', 'expired'], '✓requested ✓awaiting_return ×expired'],
  [
    'exchange',
    true,
    ['requested', 'awaiting_return', 'returning'],
    '✓requested ✓awaiting_return ●returning ○received ○replacement_sent ○completed',
  ],
  // There was none left to send: money goes back instead.
  [
    'exchange',
    true,
    ['requested', 'awaiting_return', 'returning', 'received', 'refunding'],
    '✓requested ✓awaiting_return ✓returning ✓received ●refunding ○refunded',
  ],
] as const)('%s, open %p, after %j: %s', (kind, open, states, line) => {
  expect(walked(kind, open, ...states)).toBe(line)
})

test('what has happened says when, what is to come does not', () => {
  const steps = stepsOf({
    kind: 'refund',
    open: true,
    progress: [{ state: 'requested', at, by: 'shopper', words: null }],
  })
  expect(steps.map((step) => step.at)).toEqual([at, null, null])
})
