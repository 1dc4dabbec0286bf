import { render } from '@testing-library/react'
import type { AppliedCoupon } from '@xiaopu/contract'
import { AmountList } from './AmountList'

const coupon: AppliedCoupon = { code: 'FRESH10', name: '新客九折', discount: 40_00 }
const second: AppliedCoupon = { code: 'PLUS5', name: '会员券', discount: 5_00 }
const rows = (discount: number, applied: AppliedCoupon[]) => {
  const amounts = { goods: 400_00, discount, shipping: 0, total: 400_00 - discount }
  const { container } = render(<AmountList amounts={amounts} coupons={applied} totalLabel="合计" />)
  return [...container.querySelectorAll('.amounts__row')].map(({ textContent }) => textContent)
}

test.each([
  [0, [], []],
  [40_00, [coupon], ['优惠券 · 新客九折-¥40.00']],
  // The shop takes something off besides; together they are the discount.
  [55_00, [coupon], ['优惠券 · 新客九折-¥40.00', '优惠-¥15.00']],
  [15_00, [], ['优惠-¥15.00']],
  [45_00, [coupon, second], ['优惠券 · 新客九折-¥40.00', '优惠券 · 会员券-¥5.00']],
])('a discount of %i fen with the coupons %j', (discount, applied, said) => {
  expect(rows(discount, applied).slice(1, -2)).toEqual(said)
})
