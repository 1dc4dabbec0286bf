import type { AfterSaleOptions } from '@xiaopu/contract'
import {
  fitted,
  freshDraft,
  isBegun,
  keptDraft,
  mostOf,
  problemsOf,
  type RequestDraft,
  replacementFor,
  requestOf,
  withKind,
  withPieces,
} from './request-draft'

type Line = AfterSaleOptions['lines'][number]
const lineOf = (skuId: string, amounts: number[], most: Partial<Line['most']> = {}): Line => ({
  productId: skuId,
  skuId,
  name: skuId,
  options: [],
  picture: null,
  unitPrice: 100_00,
  quantity: amounts.length,
  lineTotal: amounts.length * 100_00,
  amounts,
  most: { refund: amounts.length, return: amounts.length, exchange: amounts.length, ...most },
  replacements: [
    { skuId, options: ['白'], available: true },
    { skuId: `${skuId}-blue`, options: ['青'], available: false },
  ],
})
/** Three mugs whose share does not divide, and a lamp; 12 yuan of delivery. */
const OPTIONS: AfterSaleOptions = {
  orderId: 'order-1',
  until: null,
  kinds: [
    { kind: 'refund', reasons: ['not_received', 'damaged'] },
    { kind: 'return', reasons: ['changed_mind', 'damaged'] },
    { kind: 'exchange', reasons: ['damaged'] },
  ],
  lines: [lineOf('mug', [33_33, 66_66, 99_99]), lineOf('lamp', [80_00], { exchange: 0 })],
  shipping: 12_00,
  money: 191_99,
}
const draft = (changed: Partial<RequestDraft> = {}): RequestDraft => ({
  kind: 'refund',
  pieces: { mug: 1 },
  replacements: {},
  reason: 'damaged',
  amount: null,
  words: '',
  ...changed,
})

test.each([
  [{ mug: 1 }, 33_33, 0],
  [{ mug: 3 }, 99_99, 0],
  [{ mug: 2, lamp: 1 }, 146_66, 0],
  // Nothing is left of the order: its delivery goes back, too.
  [{ mug: 3, lamp: 1 }, 191_99, 12_00],
  [{}, 0, 0],
])('of %j at most %i fen go back, %i of it delivery', (pieces, amount, shipping) => {
  expect(mostOf(OPTIONS, { kind: 'refund', pieces: pieces as RequestDraft['pieces'] })).toEqual({ amount, shipping })
})

// The merchant has sent fifty yuan back already, for nothing in particular: each line alone would still be all there.
test.each([
  [{ mug: 3 }, 99_99, 0],
  [{ mug: 2, lamp: 1 }, 141_99, 0],
  [{ mug: 3, lamp: 1 }, 141_99, 0],
])('of %j at most %i fen go back once there is less money than the goods are worth', (pieces, amount, shipping) => {
  const options = { ...OPTIONS, money: 141_99 }
  const asked = { kind: 'refund' as const, pieces: pieces as RequestDraft['pieces'] }
  expect(mostOf(options, asked)).toEqual({ amount, shipping })
  expect(problemsOf(options, draft({ ...asked, amount: '142.00' })).amount).toBe('too_much')
})

test('what is sent back was delivered: its delivery stays paid', () => {
  expect(mostOf(OPTIONS, { kind: 'return', pieces: { mug: 3, lamp: 1 } })).toEqual({ amount: 179_99, shipping: 0 })
})

test('no money goes back with an exchange', () => {
  expect(mostOf(OPTIONS, { kind: 'exchange', pieces: { mug: 3 } })).toEqual({ amount: 0, shipping: 0 })
})

test('the line one came from is chosen already, and so is the only one; among several none is', () => {
  expect(freshDraft(OPTIONS)?.pieces).toEqual({})
  expect(freshDraft(OPTIONS, 'lamp')?.pieces).toEqual({ lamp: 1 })
  expect(freshDraft({ ...OPTIONS, lines: [OPTIONS.lines[0]!] })?.pieces).toEqual({ mug: 3 })
  expect(freshDraft({ ...OPTIONS, kinds: [] })).toBeNull()
})

test('another kind keeps what it allows, and lets an amount go', () => {
  const before = draft({ pieces: { mug: 2, lamp: 1 }, reason: 'not_received', amount: '50', words: '裂了' })
  expect(withKind(OPTIONS, before, 'exchange')).toEqual(
    draft({ kind: 'exchange', pieces: { mug: 2 }, reason: null, words: '裂了' }),
  )
})

test('other pieces let an amount go; none takes the line out', () => {
  expect(withPieces(OPTIONS, draft({ amount: '10' }), 'mug', 3)).toEqual(draft({ pieces: { mug: 3 } }))
  expect(withPieces(OPTIONS, draft(), 'mug', 0).pieces).toEqual({})
  expect(withPieces(OPTIONS, draft(), 'mug', 99).pieces).toEqual({ mug: 3 })
})

test('where less is left than when it was written, it comes down to that, and the amount stays to be checked', () => {
  const left: AfterSaleOptions = {
    ...OPTIONS,
    kinds: [{ kind: 'refund', reasons: ['not_received'] }],
    lines: [lineOf('mug', [33_33])],
  }
  expect(fitted(left, draft({ kind: 'return', pieces: { mug: 3 }, amount: '99.99' }))).toEqual(
    draft({ reason: null, pieces: { mug: 1 }, amount: '99.99' }),
  )
})

test.each([
  [{}, { lines: false, reason: false, amount: null }],
  [{ pieces: {} }, { lines: true, reason: false, amount: null }],
  [{ reason: null }, { lines: false, reason: true, amount: null }],
  [{ amount: '33.33' }, { lines: false, reason: false, amount: null }],
  [{ amount: '33.34' }, { lines: false, reason: false, amount: 'too_much' }],
  [{ amount: '' }, { lines: false, reason: false, amount: 'missing' }],
  // An amount that stands there unseen is no problem of an exchange.
  [
    { kind: 'exchange', amount: '999' },
    { lines: false, reason: false, amount: null },
  ],
] as const)('%j lacks %j', (changed, problems) => {
  expect(problemsOf(OPTIONS, draft(changed))).toEqual(problems)
})

test('what is sent: whole fen, trimmed words, and no amount where nobody touched it', () => {
  expect(requestOf(draft({ words: ' 杯口裂了\n ' }), ['upload-1'])).toEqual({
    kind: 'refund',
    lines: [{ skuId: 'mug', quantity: 1 }],
    amount: null,
    reason: 'damaged',
    words: '杯口裂了',
    uploadIds: ['upload-1'],
  })
  expect(requestOf(draft({ amount: '¥19.99' }), [])?.amount).toBe(19_99)
  expect(requestOf(draft({ kind: 'exchange', amount: '19.99' }), [])?.amount).toBeNull()
  expect(requestOf(draft({ reason: null }), [])).toBeNull()
})

test('what was only looked at would not be missed', () => {
  expect(isBegun(draft({ reason: null }))).toBe(false)
  expect(isBegun(draft({ reason: null, words: ' ' }))).toBe(false)
  expect(isBegun(draft())).toBe(true)
  expect(isBegun(draft({ reason: null, amount: '1' }))).toBe(true)
})

test('what was kept for this order is there again', () => {
  const kept = { orderId: 'order-1', draft: draft({ amount: '10', words: '裂了' }) }
  expect(keptDraft(JSON.parse(JSON.stringify(kept)), 'order-1')).toEqual(kept.draft)
})

test.each([
  undefined,
  'text',
  { orderId: 'order-2', draft: draft() },
  { orderId: 'order-1' },
  { orderId: 'order-1', draft: { ...draft(), pieces: null } },
  { orderId: 'order-1', draft: { ...draft(), words: 7 } },
])('%j is no draft of this order', (kept) => {
  expect(keptDraft(kept, 'order-1')).toBeNull()
})

test('a kind and a reason that this version does not know give way', () => {
  const kept = {
    orderId: 'order-1',
    draft: { ...draft(), kind: 'repair', reason: 'bored', pieces: { mug: 1, lamp: 'x' } },
  }
  expect(fitted(OPTIONS, keptDraft(kept, 'order-1')!)).toEqual(draft({ reason: null }))
})

test('an exchange is for the same again, or for another of the product; what is not offered any more is let go', () => {
  const exchange = draft({ kind: 'exchange', pieces: { mug: 2 } })
  expect(requestOf(exchange, [])!.lines).toEqual([{ skuId: 'mug', quantity: 2 }])
  const blue = { ...exchange, replacements: { mug: 'mug-blue' } }
  expect(requestOf(blue, [])!.lines).toEqual([{ skuId: 'mug', quantity: 2, replacementSkuId: 'mug-blue' }])
  expect(requestOf({ ...blue, kind: 'return' }, [])!.lines).toEqual([{ skuId: 'mug', quantity: 2 }])
  expect(replacementFor(OPTIONS, exchange, 'mug')).toMatchObject({ skuId: 'mug', available: true })
  expect(replacementFor(OPTIONS, blue, 'mug')).toMatchObject({ options: ['青'], available: false })
  expect(fitted(OPTIONS, { ...blue, replacements: { mug: 'mug-green' } }).replacements).toEqual({})
})
