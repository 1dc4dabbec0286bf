import fc from 'fast-check'
import { MAINLAND_SHIPPING, provinceName, shippingFee } from './shipping'

const to = (province: string) => ({ province })

test.each([
  ['台湾省', 500],
  ['香港特别行政区', 500],
  ['澳门', 99_999_999],
])('%s is not served, whatever the goods are worth', (province, goods) => {
  expect(shippingFee(goods, to(province), MAINLAND_SHIPPING)).toEqual({ ok: false, problem: 'undeliverable' })
})

test.each([
  ['浙江省', 500, 1_000],
  ['浙江', 500, 1_000],
  ['北京市', 19_899, 1_000],
  ['浙江省', 19_900, 0],
  ['新疆维吾尔自治区', 500, 2_000],
  ['内蒙古自治区', 500, 2_000],
  ['宁夏回族自治区', 500, 2_000],
  ['西藏自治区', 19_900, 0],
  ['广西壮族自治区', 500, 1_000],
  ['浙江省', 0, 0],
])('to %s, goods of %d fen travel for %d', (province, goods, fee) => {
  expect(shippingFee(goods, to(province), MAINLAND_SHIPPING)).toEqual({ ok: true, fee })
})

test.each([
  ['a coupon takes the goods below what travels free', 19_900, 1, 1_000],
  ['a coupon leaves enough for free', 29_900, 10_000, 0],
  ['a coupon pays for all of the goods', 500, 500, 1_000],
  ['nothing is bought', 0, 0, 0],
])('the fee when %s', (_, goods, discount, fee) => {
  expect(shippingFee(goods, to('浙江省'), MAINLAND_SHIPPING, discount)).toEqual({ ok: true, fee })
})

test('without an address the flat fee is shown', () => {
  expect(shippingFee(500, null, MAINLAND_SHIPPING)).toEqual({ ok: true, fee: 1_000 })
})

test('a shop that never sends for free never does', () => {
  expect(shippingFee(99_999_999, to('浙江省'), { ...MAINLAND_SHIPPING, freeFrom: null })).toEqual({
    ok: true,
    fee: 1_000,
  })
})

test('buying more never makes the parcel dearer', () => {
  const price = fc.integer({ min: 1, max: 1_000_000 })
  const province = fc.constantFrom('浙江省', '西藏自治区', '海南省', '北京市')
  fc.assert(
    fc.property(price, price, province, (goods, more, where) => {
      const fee = (worth: number) => {
        const answer = shippingFee(worth, to(where), MAINLAND_SHIPPING)
        return answer.ok ? answer.fee : Number.NaN
      }
      expect(fee(goods + more)).toBeLessThanOrEqual(fee(goods))
    }),
  )
})

test.each([
  ['广西壮族自治区', '广西'],
  ['新疆维吾尔自治区', '新疆'],
  ['内蒙古自治区', '内蒙古'],
  ['上海市', '上海'],
  [' 浙江省 ', '浙江'],
  ['香港特别行政区', '香港'],
])('%p is %p', (written, name) => {
  expect(provinceName(written)).toBe(name)
})
