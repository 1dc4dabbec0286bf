import type { DeliveryEstimate, ShippingTerms } from '@xiaopu/contract'
import '../../testing/sentences'
import { t } from '../../i18n'
import { chargeWords, deliveryLine, feeReason, placeWords } from './delivery-words'

const FLAT: ShippingTerms = { charge: { by: 'order', fee: 10_00 }, freeFrom: 199_00 }
const BY_WEIGHT: ShippingTerms = {
  charge: { by: 'weight', first: 1_000, firstFee: 8_00, further: 500, furtherFee: 2_50 },
  freeFrom: null,
}
const amounts = (goods: number, shipping: number, discount = 0) => ({
  ...{ goods, discount, shipping },
  total: goods - discount + shipping,
})

test.each([
  [{ province: '浙江省', city: '杭州市' }, '浙江省杭州市'],
  [{ province: '上海市', city: '上海市' }, '上海市'],
  [{ province: '台湾省', city: '' }, '台湾省'],
])('%p is %s', (place, words) => {
  expect(placeWords(place)).toBe(words)
})

test.each([
  [FLAT.charge, ''],
  [BY_WEIGHT.charge, '首重 1 kg ¥8，续重每 500 g ¥2.5'],
  [{ by: 'piece', first: 2, firstFee: 5_00, further: 3, furtherFee: 1_00 } as const, '首 2 件 ¥5，每加 3 件 ¥1'],
])('%p is charged “%s”', (charge, words) => {
  expect(chargeWords(charge, t)).toBe(words)
})

test.each([
  ['one fee, and a threshold to go', FLAT, 0, amounts(150_00, 10_00), '满 ¥199 包邮，还差 ¥49'],
  ['a threshold that is reached', FLAT, 0, amounts(199_00, 0), '已满 ¥199 包邮'],
  ['a threshold missed by a coupon', FLAT, 0, amounts(200_00, 10_00, 20_00), '满 ¥199 包邮，还差 ¥19'],
  ['goods that travel free', FLAT, 0, amounts(50_00, 0), ''],
  ['what was weighed', BY_WEIGHT, 1_700, amounts(50_00, 13_00), '首重 1 kg ¥8，续重每 500 g ¥2.5 · 计费重量 1.7 kg'],
  ['what nobody has weighed', BY_WEIGHT, 0, amounts(50_00, 8_00), '首重 1 kg ¥8，续重每 500 g ¥2.5'],
])('the fee is explained by %s', (_, terms, grams, sums, words) => {
  expect(feeReason({ amounts: sums, shipping: { terms, grams } }, t)).toBe(words)
})
test('a shop system that keeps its rules to itself is not spoken for', () => {
  expect(feeReason({ amounts: amounts(50_00, 8_00), shipping: null }, t)).toBe('')
})

const HANGZHOU = { province: '浙江省', city: '杭州市' }
const sent = (fee: number | null): DeliveryEstimate => ({
  ...{ deliverable: true, undeliverableBecause: null, fee, freeShippingFrom: null, terms: null, shipsWithinHours: 48 },
})
const unsent = (undeliverableBecause: 'shop' | 'goods'): DeliveryEstimate => ({
  ...sent(null),
  ...{ deliverable: false, undeliverableBecause },
})
test.each([
  ['nobody has said where', null, undefined, '选择配送地区，查看运费'],
  ['it is not known yet', HANGZHOU, undefined, '至 浙江省杭州市'],
  ['there is a fee', HANGZHOU, sent(10_00), '至 浙江省杭州市 · 快递 ¥10'],
  ['it travels free', HANGZHOU, sent(0), '至 浙江省杭州市 · 包邮'],
  ['checkout will tell', HANGZHOU, sent(null), '至 浙江省杭州市'],
  ['nothing goes there', HANGZHOU, unsent('shop'), '暂不支持配送至 浙江省杭州市'],
  ['this does not go there', HANGZHOU, unsent('goods'), '此商品暂不支持配送至 浙江省杭州市'],
])('the row when %s', (_, place, estimate, words) => {
  expect(deliveryLine(place, estimate, t)).toBe(words)
})
