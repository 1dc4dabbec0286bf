import fc from 'fast-check'
import { type Coupon, type CouponCase, couponDiscount } from './coupons'

const now = new Date('2025-06-01T04:00:00Z')
const before = new Date('2025-06-01T03:59:59.999Z')
const after = new Date('2025-06-01T04:00:00.001Z')

const tenOff: Coupon = {
  code: 'WELCOME',
  name: { 'zh-CN': '新人券', en: 'Welcome' },
  benefit: { kind: 'fixed', amount: 1_000 },
  threshold: 0,
  scope: null,
  firstOrderOnly: false,
  stackable: false,
  startsAt: null,
  endsAt: null,
  usageLimit: null,
  perCustomer: 1,
}
const chair = { productId: 'chair', categoryIds: ['home', 'seating'], unitPrice: 39_900, quantity: 1 }
const cards = { productId: 'postcard', categoryIds: ['outdoor'], unitPrice: 500, quantity: 3 }
const firstLook: CouponCase = { lines: [chair, cards], now, used: 0, usedByShopper: 0, orders: 0 }

const percent = (figure: number): Partial<Coupon> => ({ benefit: { kind: 'percent', percent: figure } })
const only = (scope: Partial<NonNullable<Coupon['scope']>>): Partial<Coupon> => ({
  scope: { categoryIds: [], productIds: [], ...scope },
})

test.each<[string, Partial<Coupon>, Partial<CouponCase>, string, number | null]>([
  ['before it begins', { startsAt: after }, {}, 'not_yet', null],
  ['at the moment it ends', { endsAt: now }, {}, 'expired', null],
  ['after it has ended', { endsAt: before }, {}, 'expired', null],
  ['when as many orders as may have used it', { usageLimit: 3 }, { used: 3 }, 'used_up', null],
  ['when nobody may use it', { usageLimit: 0 }, {}, 'used_up', null],
  ['when the shopper has used it', {}, { usedByShopper: 1 }, 'used_up', null],
  ['when the shopper has used it as often as one may', { perCustomer: 2 }, { usedByShopper: 2 }, 'used_up', null],
  ['on a second order, when it is for the first', { firstOrderOnly: true }, { orders: 1 }, 'first_order_only', null],
  ['for other products', only({ productIds: ['lamp'] }), {}, 'other_goods', null],
  ['for other categories', only({ categoryIds: ['garden'] }), {}, 'other_goods', null],
  ['for nothing at all', only({}), {}, 'other_goods', null],
  ['when nothing is bought', {}, { lines: [] }, 'other_goods', null],
  ['a fen below its threshold', { threshold: 41_401 }, {}, 'below_threshold', 1],
  [
    'when only goods out of its scope reach the threshold',
    { threshold: 2_000, ...only({ productIds: ['postcard'] }) },
    {},
    'below_threshold',
    500,
  ],
])('a coupon does not count %s', (_, coupon, found, reason, missing) => {
  expect(couponDiscount({ ...tenOff, ...coupon }, { ...firstLook, ...found })).toEqual({ ok: false, reason, missing })
})

test.each<[string, Partial<Coupon>, Partial<CouponCase>, number]>([
  ['a fixed amount', {}, {}, 1_000],
  ['at the moment it begins', { startsAt: now }, {}, 1_000],
  ['until just before it ends', { endsAt: after }, {}, 1_000],
  ['at its threshold', { threshold: 41_400 }, {}, 1_000],
  ['on the last of the orders it is for', { usageLimit: 3 }, { used: 2 }, 1_000],
  ['a second time, where it may be used twice', { perCustomer: 2 }, { usedByShopper: 1 }, 1_000],
  ['on the first order', { firstOrderOnly: true }, {}, 1_000],
  ['no more than the goods', { benefit: { kind: 'fixed', amount: 99_999 } }, {}, 41_400],
  [
    'no more than the goods it is for',
    { benefit: { kind: 'fixed', amount: 99_999 }, ...only({ productIds: ['postcard'] }) },
    {},
    1_500,
  ],
  ['a share of everything', percent(20), {}, 8_280],
  ['a share of what it is for, by product', { ...percent(20), ...only({ productIds: ['postcard'] }) }, {}, 300],
  ['a share of what it is for, by category', { ...percent(10), ...only({ categoryIds: ['home'] }) }, {}, 3_990],
  ['a share rounded down', percent(33), { lines: [{ ...cards, unitPrice: 101, quantity: 1 }] }, 33],
])('a coupon takes off %s', (_, coupon, found, discount) => {
  expect(couponDiscount({ ...tenOff, ...coupon }, { ...firstLook, ...found })).toMatchObject({ ok: true, discount })
})

test('whatever is bought, a coupon takes whole fen, never more than the goods it is for, and never adds to the bill', () => {
  const fen = fc.integer({ min: 0, max: 100_000_000 })
  const line = fc.record({
    productId: fc.constantFrom('chair', 'lamp', 'postcard'),
    categoryIds: fc.subarray(['home', 'seating', 'outdoor']),
    unitPrice: fen,
    quantity: fc.integer({ min: 1, max: 999 }),
  })
  const coupon = fc.record({
    benefit: fc.oneof(
      fc.record({ kind: fc.constant('fixed' as const), amount: fen }),
      fc.record({ kind: fc.constant('percent' as const), percent: fc.integer({ min: 1, max: 99 }) }),
    ),
    threshold: fen,
    scope: fc.option(
      fc.record({
        categoryIds: fc.subarray(['home', 'seating', 'outdoor']),
        productIds: fc.subarray(['chair', 'lamp', 'postcard']),
      }),
    ),
  })
  fc.assert(
    fc.property(coupon, fc.array(line, { maxLength: 10 }), (some, lines) => {
      const whole = { ...tenOff, ...some }
      const answer = couponDiscount(whole, { ...firstLook, lines })
      const worth = (of: typeof lines) => of.reduce((sum, { unitPrice, quantity }) => sum + unitPrice * quantity, 0)
      const { scope } = whole
      const meant = lines.filter(
        ({ productId, categoryIds }) =>
          scope === null ||
          scope.productIds.includes(productId) ||
          categoryIds.some((category) => scope.categoryIds.includes(category)),
      )
      if (answer.ok) {
        expect(Number.isSafeInteger(answer.discount)).toBe(true)
        expect(answer.discount).toBeGreaterThanOrEqual(0)
        expect(answer.discount).toBeLessThanOrEqual(worth(meant))
        expect(worth(meant)).toBeGreaterThanOrEqual(whole.threshold)
      } else if (answer.reason === 'below_threshold') {
        expect(worth(meant) + answer.missing!).toBe(whole.threshold)
        expect(answer.missing).toBeGreaterThan(0)
      } else {
        expect([answer.reason, meant]).toEqual(['other_goods', []])
      }
    }),
  )
})
