import type { CouponRefusal } from '@xiaopu/contract'
import { setLocale, t } from '../../i18n'
import { couponRow, refusalWords } from './coupon-words'

const refusal = (reason: string, missing: number | null = null) =>
  ({ code: 'FRESH10', reason, missing }) as CouponRefusal

afterEach(() => setLocale('zh-CN'))

test.each([
  ['unknown', null, '没有这个券码，请核对后再试'],
  ['not_yet', null, '这张优惠券还没到使用时间'],
  ['expired', null, '这张优惠券已经过期'],
  ['used_up', null, '这张优惠券的使用次数已用完'],
  ['below_threshold', 120_50, '再买 ¥120.5 可用'],
  ['below_threshold', null, '还没有达到这张优惠券的使用金额'],
  ['other_goods', null, '这张优惠券不适用于所选商品'],
  ['first_order_only', null, '这张优惠券仅限首单使用'],
  ['not_applicable', null, '这张优惠券不适用于这次购买'],
  ['not_stackable', null, '不可与已选的优惠券同用'],
  ['too_many', null, '每笔订单最多用 5 张优惠券'],
  ['nothing_left', null, '已选的优惠券已经抵完，不必再用'],
  ['a reason of next year', null, '这张优惠券不适用于这次购买'],
])('%s (%p fen missing): %s', (reason, missing, sentence) =>
  expect(refusalWords(refusal(reason, missing), 5, t)).toBe(sentence),
)

test('where an order has one, that is said instead of a number', () => {
  expect(refusalWords(refusal('too_many'), 1, t)).toBe('每笔订单只能用一张优惠券')
})

test('in English it says how much is missing, too', () => {
  setLocale('en')
  expect(refusalWords(refusal('below_threshold', 30_00), 5, t)).toBe('Spend ¥30 more to use it')
})

const none = { usable: 0, preselected: false }
const fresh = { code: 'FRESH10', name: '新客九折', discount: 12_80, stackable: true }
const more = { code: 'MORE20', name: '满 100 减 20', discount: 20_00, stackable: true }
const chosen = (coupons: (typeof fresh)[], couponsRefused: CouponRefusal[] = []) => ({ coupons, couponsRefused })

test.each([
  [chosen([]), none, '输入券码', undefined],
  [chosen([]), { usable: 2, preselected: false }, '2 张可用', undefined],
  [chosen([fresh]), none, '-¥12.80', '新客九折'],
  [chosen([fresh]), { usable: 2, preselected: true }, '-¥12.80', '已选最优：新客九折'],
  [chosen([fresh, more]), { usable: 2, preselected: true }, '-¥32.80', '已选最优 2 张'],
  [chosen([fresh, more]), none, '-¥32.80', '已选 2 张'],
  [chosen([], [refusal('expired')]), { usable: 2, preselected: false }, 'FRESH10', '这张优惠券已经过期'],
  [chosen([more], [refusal('expired')]), none, '-¥20.00', 'FRESH10 这张优惠券已经过期'],
])('%j with %j is a row', (quote, choice, value, note) =>
  expect(couponRow({ ...quote, couponLimit: 5 }, choice, t)).toMatchObject({ value, note }),
)
