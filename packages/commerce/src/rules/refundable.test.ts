import fc from 'fast-check'
import { splitOverAll } from './discounts'
import { isEverything, paidShares, refundable, type TakenBack } from './refundable'
import { totals } from './totals'

interface Bought {
  skuId: string
  unitPrice: number
  quantity: number
}
const order = (
  lines: Bought[],
  { shipping = 0, discount = 0, sent = [] as { skuId: string; quantity: number }[] } = {},
) => {
  const amounts = totals(lines, shipping, discount)
  const shares = splitOverAll(
    lines.map(({ unitPrice, quantity }) => unitPrice * quantity),
    amounts.discount,
  )
  return {
    lines: lines.map((line, place) => ({ ...line, discount: shares[place]! })),
    amounts,
    shipments: sent.length > 0 ? [{ lines: sent }] : [],
  }
}
const asked = (skuId: string, quantity: number, amount: number, more: Partial<TakenBack> = {}): TakenBack => ({
  lines: [{ skuId, quantity, amount }],
  settled: false,
  sentBack: false,
  ...more,
})
const two = [
  { skuId: 'mug', unitPrice: 100_00, quantity: 3 },
  { skuId: 'tee', unitPrice: 50_01, quantity: 1 },
]

test.each([
  ['no discount', 0, [300_00, 50_01]],
  ['a discount that does not divide', 10_00, [291_43, 48_58]],
  ['one fen off', 1, [299_99, 50_01]],
  ['everything given away', 350_01, [0, 0]],
])('what was paid is split over the lines: %s', (_, discount, shares) => {
  expect(paidShares(order(two, { discount }))).toEqual(shares)
})

test('a coupon for some goods takes nothing off what others bring back', () => {
  const made = order(two)
  const scoped = { ...made, lines: made.lines.map((line) => ({ ...line, discount: line.skuId === 'tee' ? 30_00 : 0 })) }
  expect(paidShares(scoped)).toEqual([300_00, 20_01])
  expect(refundable(scoped, []).lines.map(({ amounts }) => amounts)).toEqual([[100_00, 200_00, 300_00], [20_01]])
})

const fen = fc.integer({ min: 0, max: 20_000_000 })
const bought = fc
  .array(fc.record({ unitPrice: fen, quantity: fc.integer({ min: 1, max: 12 }) }), { minLength: 1, maxLength: 8 })
  .map((lines) => lines.map((line, index) => ({ skuId: `sku-${index}`, ...line })))

test('the shares add up to what was paid for the goods, and none exceeds its line', () => {
  fc.assert(
    fc.property(bought, fen, (lines, discount) => {
      const made = order(lines, { discount })
      const shares = paidShares(made)
      expect(shares.reduce((sum, share) => sum + share, 0)).toBe(made.amounts.goods - made.amounts.discount)
      lines.forEach(({ unitPrice, quantity }, index) => {
        expect(shares[index]).toBeGreaterThanOrEqual(0)
        expect(shares[index]).toBeLessThanOrEqual(unitPrice * quantity)
      })
    }),
  )
})

test('in whatever order pieces go back, all of what was paid for the goods goes back and no fen more', () => {
  const pick = fc.array(fc.record({ line: fc.nat(), pieces: fc.integer({ min: 1, max: 12 }) }), { maxLength: 40 })
  fc.assert(
    fc.property(bought, fen, pick, (lines, discount, picks) => {
      const made = order(lines, { discount })
      const taken: TakenBack[] = []
      const take = (index: number, most: number) => {
        const line = refundable(made, taken).lines[index]!
        const pieces = Math.min(most, line.pieces)
        if (pieces > 0) taken.push(asked(line.skuId, pieces, line.amounts[pieces - 1]!))
      }
      for (const { line, pieces } of picks) take(line % lines.length, pieces)
      for (const index of lines.keys()) take(index, 12)
      const back = taken.flatMap((each) => each.lines).reduce((sum, { amount }) => sum + amount, 0)
      expect(back).toBe(made.amounts.goods - made.amounts.discount)
      for (const { pieces, amounts } of refundable(made, taken).lines)
        expect({ pieces, amounts }).toEqual({ pieces: 0, amounts: [] })
    }),
  )
})

test('an answer that was taken back leaves no fen to win', () => {
  const made = order([{ skuId: 'mug', unitPrice: 100, quantity: 3 }], { discount: 200 })
  const [first, second] = [asked('mug', 1, 33), asked('mug', 2, 67)]
  expect(refundable(made, [first, second]).lines[0]!.pieces).toBe(0)
  expect(refundable(made, [second]).lines[0]).toMatchObject({ pieces: 1, amounts: [33] })
})

test('a piece that went back for less cannot be asked for again, nor raise what its neighbour is worth', () => {
  const made = order([{ skuId: 'mug', unitPrice: 100_00, quantity: 2 }])
  expect(refundable(made, [asked('mug', 1, 20_00)]).lines[0]).toEqual({
    skuId: 'mug',
    pieces: 1,
    sent: 0,
    amounts: [100_00],
  })
})

test('only what was sent can be sent back', () => {
  const made = order(two, { sent: [{ skuId: 'mug', quantity: 2 }] })
  const sentOf = (taken: TakenBack[]) => refundable(made, taken).lines.map(({ pieces, sent }) => [pieces, sent])
  expect(sentOf([])).toEqual([
    [3, 2],
    [1, 0],
  ])
  expect(sentOf([asked('mug', 1, 100_00)])).toEqual([
    [2, 2],
    [1, 0],
  ])
  expect(sentOf([asked('mug', 2, 200_00)])).toEqual([
    [1, 1],
    [1, 0],
  ])
  expect(sentOf([asked('mug', 1, 100_00, { sentBack: true })])).toEqual([
    [2, 1],
    [1, 0],
  ])
})

describe('shipping goes back', () => {
  const all = [
    { skuId: 'mug', quantity: 3 },
    { skuId: 'tee', quantity: 1 },
  ]
  test('with everything, before anything was sent', () => {
    const left = refundable(order(two, { shipping: 12_00 }), [])
    expect(left.shipping).toBe(12_00)
    expect(isEverything(left, all)).toBe(true)
    expect(isEverything(left, all.slice(0, 1))).toBe(false)
    expect(isEverything(left, [{ skuId: 'mug', quantity: 2 }, all[1]!])).toBe(false)
  })
  test('with the rest, once the others’ money is on its way for good', () => {
    const made = order(two, { shipping: 12_00 })
    expect(refundable(made, [asked('tee', 1, 50_01)]).shipping).toBe(0)
    const left = refundable(made, [asked('tee', 1, 50_01, { settled: true })])
    expect(left.shipping).toBe(12_00)
    expect(isEverything(left, all.slice(0, 1))).toBe(true)
  })
  test('not after something was sent', () => {
    expect(refundable(order(two, { shipping: 12_00, sent: [{ skuId: 'tee', quantity: 1 }] }), []).shipping).toBe(0)
  })
})
