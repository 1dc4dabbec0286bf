import fc from 'fast-check'
import type { Coupon } from './coupons'
import { splitDiscounts } from './discounts'
import {
  type AskedCoupon,
  bestCoupons,
  COUPONS_PER_ORDER,
  judgeCoupons,
  type StackCase,
  stackCoupons,
} from './stacked-coupons'

const coupon = (code: string, changes: Partial<Coupon> = {}): Coupon => ({
  code,
  name: { 'zh-CN': code, en: code },
  benefit: { kind: 'fixed', amount: 1_000 },
  threshold: 0,
  scope: null,
  firstOrderOnly: false,
  stackable: true,
  startsAt: null,
  endsAt: null,
  usageLimit: null,
  perCustomer: 1,
  ...changes,
})
const asked = (...coupons: (Coupon | null)[]): AskedCoupon[] =>
  coupons.map((one) => (one ? { coupon: one, used: 0, usedByShopper: 0 } : { coupon: null }))
const off = (amount: number): Pick<Coupon, 'benefit'> => ({ benefit: { kind: 'fixed', amount } })
const percent = (figure: number): Pick<Coupon, 'benefit'> => ({ benefit: { kind: 'percent', percent: figure } })
const only = (...productIds: string[]): Pick<Coupon, 'scope'> => ({ scope: { categoryIds: [], productIds } })
const line = (productId: string, unitPrice: number, quantity = 1) => ({
  ...{ productId, unitPrice, quantity },
  categoryIds: [],
})
const shop = (...lines: StackCase['lines']): StackCase => ({ lines, now: new Date('2025-06-01'), orders: 0 })
const chair = shop(line('chair', 10_000))

/** `A-10 B-20` and `C not_stackable`, as an order and its shopper would read it. */
const said = (coupons: (Coupon | null)[], where: StackCase, limit?: number) => {
  const { applied, refused } = stackCoupons(asked(...coupons), where, limit)
  const codeAt = (place: number) => coupons[place]?.code ?? '?'
  return [
    ...applied.map(({ place, discount }) => `${codeAt(place)}-${discount}`),
    ...refused.map(({ place, reason }) => `${codeAt(place)} ${reason}`),
  ].join(' ')
}

test.each<[string, (Coupon | null)[], StackCase, string]>([
  ['two that may be combined', [coupon('A'), coupon('B', off(500))], chair, 'A-1000 B-500'],
  [
    'one that may not beside one that may',
    [coupon('A'), coupon('B', { stackable: false })],
    chair,
    'A-1000 B not_stackable',
  ],
  [
    'one that may beside one that may not',
    [coupon('A', { stackable: false }), coupon('B')],
    chair,
    'A-1000 B not_stackable',
  ],
  [
    'two that may not',
    [coupon('A', { stackable: false }), coupon('B', { stackable: false })],
    chair,
    'A-1000 B not_stackable',
  ],
  ['one alone that is used alone', [coupon('A', { stackable: false })], chair, 'A-1000'],
  [
    'one that does not count keeps nobody out',
    [coupon('A', { stackable: false, usageLimit: 0 }), coupon('B')],
    chair,
    'B-1000 A used_up',
  ],
  ['a code nobody knows', [null, coupon('B')], chair, 'B-1000 ? unknown'],
  ['a percentage before an amount', [coupon('A', off(2_000)), coupon('B', percent(10))], chair, 'B-1000 A-2000'],
  [
    'a second percentage of what the first left',
    [coupon('A', percent(10)), coupon('B', percent(10))],
    chair,
    'A-1000 B-900',
  ],
  [
    'thresholds for the goods before any coupon',
    [coupon('A', { ...off(5_000), threshold: 10_000 }), coupon('B', { threshold: 10_000 })],
    chair,
    'A-5000 B-1000',
  ],
  ['amounts only as far as there is something left', [coupon('A', off(9_500)), coupon('B')], chair, 'A-9500 B-500'],
  ['nothing left to take off', [coupon('A', off(99_999)), coupon('B')], chair, 'A-10000 B nothing_left'],
  [
    'the one for fewer goods first, so that neither is lost',
    [coupon('A', off(5_000)), coupon('B', { ...off(10_000), ...only('chair') })],
    shop(line('chair', 10_000), line('cup', 5_000)),
    'B-10000 A-5000',
  ],
  [
    'a percentage for some goods of those goods only',
    [coupon('A', off(1_500)), coupon('B', { ...percent(10), ...only('cup') })],
    shop(line('chair', 10_000), line('cup', 5_000)),
    'B-500 A-1500',
  ],
])('asked for: %s', (_, coupons, where, answer) => {
  expect(said(coupons, where)).toBe(answer)
})

test('no more than the order may have, and where that is one, the first that counts', () => {
  const seven = 'ABCDEFG'.split('').map((code) => coupon(code, off(10)))
  expect(said(seven, chair)).toBe('A-10 B-10 C-10 D-10 E-10 F too_many G too_many')
  expect(said([coupon('A', { endsAt: new Date(0) }), ...seven.slice(1, 3)], chair, 1)).toBe('B-10 A expired C too_many')
})

test('each by itself is told as if there were no other', () => {
  const all = asked(coupon('A', off(9_000)), coupon('B', { ...percent(20), stackable: false }), null)
  expect(judgeCoupons(all, chair)).toMatchObject([
    { ok: true, discount: 9_000 },
    { ok: true, discount: 2_000 },
    { ok: false, reason: 'unknown' },
  ])
})

const fen = fc.integer({ min: 0, max: 3_000_000 })
const products = ['chair', 'lamp', 'cup']
const somewhere = fc
  .array(
    fc.record({
      productId: fc.constantFrom(...products),
      categoryIds: fc.constant<string[]>([]),
      unitPrice: fen,
      quantity: fc.integer({ min: 1, max: 9 }),
    }),
    { maxLength: 6 },
  )
  .map((lines) => shop(...lines))
const someCoupons = (maxLength: number) =>
  fc
    .array(
      fc.record({
        benefit: fc.oneof(
          fc.record({ kind: fc.constant('fixed' as const), amount: fen }),
          fc.record({ kind: fc.constant('percent' as const), percent: fc.integer({ min: 1, max: 99 }) }),
        ),
        threshold: fc.constantFrom(0, 0, 100_000),
        scope: fc.option(fc.record({ categoryIds: fc.constant<string[]>([]), productIds: fc.subarray(products) })),
        stackable: fc.boolean(),
      }),
      { maxLength },
    )
    .map((some) => some.map((changes, place) => coupon(`C${place}`, changes)))
const sum = (figures: number[]) => figures.reduce((one, other) => one + other, 0)
const gained = (coupons: Coupon[], where: StackCase) =>
  sum(stackCoupons(asked(...coupons), where).applied.map(({ discount }) => discount))

test('whatever is asked for: whole fen, no line below nothing, nothing alone beside another, never too many', () => {
  fc.assert(
    fc.property(someCoupons(8), somewhere, (coupons, where) => {
      const { applied, refused } = stackCoupons(asked(...coupons), where)
      expect(applied.length + refused.length).toBe(coupons.length)
      expect(applied.length).toBeLessThanOrEqual(COUPONS_PER_ORDER)
      const used = applied.map(({ place }) => coupons[place]!)
      expect(used.length < 2 || used.every(({ stackable }) => stackable)).toBe(true)
      const prices = where.lines.map(({ unitPrice, quantity }) => unitPrice * quantity)
      // Throws where a discount is more than its lines still come to.
      const parts = splitDiscounts(
        prices,
        applied.map(({ discount, lines }) => ({ amount: discount, lines })),
      )
      expect(sum(parts)).toBe(sum(applied.map(({ discount }) => discount)))
      for (const [place, part] of parts.entries()) {
        expect(Number.isSafeInteger(part)).toBe(true)
        expect(part).toBeGreaterThanOrEqual(0)
        expect(part).toBeLessThanOrEqual(prices[place]!)
      }
    }),
  )
})

test('the order in which those that may be combined are asked for changes nothing', () => {
  const combined = someCoupons(COUPONS_PER_ORDER).map((some) => some.map((one) => ({ ...one, stackable: true })))
  fc.assert(
    fc.property(combined, somewhere, fc.infiniteStream(fc.nat()), (coupons, where, dice) => {
      const shuffled = coupons
        .map((one) => [dice.next().value as number, one] as const)
        .sort(([one], [other]) => one - other)
        .map(([, one]) => one)
      const told = (some: Coupon[]) =>
        stackCoupons(asked(...some), where).applied.map(({ place, discount }) => [some[place]!.code, discount])
      expect(told(shuffled)).toEqual(told(coupons))
    }),
  )
})

test('no combination takes more off than the best one, which uses none for nothing', () => {
  fc.assert(
    fc.property(someCoupons(7), somewhere, (coupons, where) => {
      const best = bestCoupons(asked(...coupons), where)
      const chosen = best.map((place) => coupons[place]!)
      const answer = stackCoupons(asked(...chosen), where)
      expect(answer.refused).toEqual([])
      const most = gained(chosen, where)
      for (let mask = 1; mask < 1 << coupons.length; mask++)
        expect(
          gained(
            coupons.filter((_, place) => mask & (1 << place)),
            where,
          ),
        ).toBeLessThanOrEqual(most)
      for (const one of chosen)
        expect(
          gained(
            chosen.filter((other) => other !== one),
            where,
          ),
        ).toBeLessThan(most)
    }),
    { numRuns: 60 },
  )
})

test.each<[string, (Coupon | null)[], StackCase, string]>([
  ['nothing of nothing', [], chair, ''],
  ['nothing where none counts', [null, coupon('A', { threshold: 10_001 })], chair, ''],
  [
    'one used alone that is worth more than all the others',
    [coupon('A'), coupon('B', { ...off(2_001), stackable: false }), coupon('C')],
    chair,
    'B',
  ],
  [
    'two together that are worth more than one used alone',
    [coupon('A'), coupon('B', { ...off(1_999), stackable: false }), coupon('C')],
    chair,
    'A C',
  ],
  [
    'one rather than two for the same',
    [coupon('A', off(5_000)), coupon('B', off(5_000)), coupon('C', off(10_000))],
    chair,
    'C',
  ],
  ['of equals the one asked first', [coupon('B', { stackable: false }), coupon('A', { stackable: false })], chair, 'B'],
])('the best is %s', (_, coupons, where, codes) => {
  expect(
    bestCoupons(asked(...coupons), where)
      .map((place) => coupons[place]!.code)
      .join(' '),
  ).toBe(codes)
})

test('fifty coupons for a full cart are weighed in a moment, and never worse than the five worth most alone', () => {
  const lines = Array.from({ length: 120 }, (_, index) => line(products[index % 3]!, 100 + index * 37))
  const where = shop(...lines)
  // Overlapping, and together far more than there is: nothing can be ruled out by what it is worth alone.
  const fifty = Array.from({ length: 50 }, (_, index) =>
    coupon(`C${index}`, {
      ...(index % 2 ? percent(30 + (index % 7)) : off(40_000 + index)),
      ...(index % 3 ? only(products[index % 3]!) : {}),
    }),
  )
  const best = bestCoupons(asked(...fifty), where)
  expect(best.length).toBeLessThanOrEqual(COUPONS_PER_ORDER)
  const worth = judgeCoupons(asked(...fifty), where).map((one) => (one.ok ? one.discount : 0))
  const five = fifty
    .map((one, place) => ({ one, worth: worth[place]! }))
    .sort((one, other) => other.worth - one.worth)
    .slice(0, COUPONS_PER_ORDER)
  const chosen = best.map((place) => fifty[place]!)
  expect(gained(chosen, where)).toBeGreaterThanOrEqual(
    gained(
      five.map(({ one }) => one),
      where,
    ),
  )
})
