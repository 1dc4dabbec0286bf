import type { ApiClient } from '../index'
import { failureOf } from '../test/scripted-gateway'
import { address, openShop, useServer } from '../test/shopping'
import { COUPON, type Shop } from './index'

const server = useServer()
let shop: Shop
let api: ApiClient
beforeEach(() => {
  ;({ shop, api } = openShop(server))
})
afterEach(() => expect(shop.faults).toEqual([]))

const source = (skuId: string) => ({ kind: 'direct' as const, skuId, quantity: 1 })
const quote = (skuId: string, coupon: string | null) => api.checkout.quote({ source: source(skuId), address, coupon })
const place = (quoteId: string, skuId: string) =>
  api.orders.place(
    { quoteId, source: source(skuId), address, fapiao: null, remark: '' },
    { idempotencyKey: `key-${quoteId}` },
  )

test.each([
  ['NOSUCH', 'mug-sand', { reason: 'unknown', missing: null }],
  [COUPON.expired, 'mug-sand', { reason: 'expired', missing: null }],
  [COUPON.threshold, 'blanket-grey', { reason: 'below_threshold', missing: 101_00 }],
])('%s for one %s does not count, which stands in the way of nothing', async (code, skuId, why) => {
  const quoted = await quote(skuId, code)
  expect(quoted).toMatchObject({ coupon: null, couponRefused: { code, ...why }, problems: [] })
  expect(quoted.amounts.discount).toBe(0)
  expect(quoted.id).toBe((await quote(skuId, null)).id)
  expect(await place(quoted.id, skuId)).toMatchObject({ coupon: null })
})

test('a percentage is taken off the goods; what is left decides about the shipping', async () => {
  const { coupon, amounts, id } = await quote('mug-sand', COUPON.percent.toLowerCase())
  expect(coupon).toEqual({ code: COUPON.percent, name: '新客九折', discount: 12_80 })
  expect(amounts).toEqual({ goods: 128_00, discount: 12_80, shipping: 12_00, total: 127_20 })
  const order = await place(id, 'mug-sand')
  expect(order).toMatchObject({ coupon, amounts })
  expect(await api.orders.get(order.id)).toMatchObject({ coupon, amounts })
})

test('a sum is taken off above its threshold', async () => {
  expect((await quote('kettle-black', COUPON.threshold)).amounts).toMatchObject({ discount: 50_00, total: 630_00 })
})

test('a coupon that ends between the quote and the order makes it another quote, which is then without it', async () => {
  const seen = await quote('mug-sand', COUPON.percent)
  shop.endCoupon(COUPON.percent)
  expect(await failureOf(place(seen.id, 'mug-sand'))).toMatchObject({ code: 'quote_changed' })
  const again = await quote('mug-sand', COUPON.percent)
  expect(again).toMatchObject({ coupon: null, couponRefused: { reason: 'expired' } })
  expect(await place(again.id, 'mug-sand')).toMatchObject({ coupon: null, amounts: { discount: 0 } })
})

test('two that may be used together are, the percentage first; one used alone says why it cannot join', async () => {
  const together = [COUPON.together, COUPON.togetherPercent]
  const quoted = await api.checkout.quote({
    source: source('mug-sand'),
    address,
    coupons: [...together, COUPON.percent],
  })
  expect(quoted.coupons).toMatchObject([
    { code: COUPON.togetherPercent, discount: 6_40 },
    { code: COUPON.together, discount: 20_00 },
  ])
  expect(quoted).toMatchObject({
    coupon: { code: COUPON.togetherPercent },
    couponsRefused: [{ code: COUPON.percent, reason: 'not_stackable' }],
    amounts: { discount: 26_40 },
  })
  expect((await place(quoted.id, 'mug-sand')).coupons).toMatchObject([
    { code: COUPON.togetherPercent },
    { code: COUPON.together },
  ])
})

test('a shop that takes one to an order says so of the second', async () => {
  shop.limitCoupons(1)
  const coupons = [COUPON.together, COUPON.togetherPercent]
  const quoted = await api.checkout.quote({ source: source('mug-sand'), address, coupons })
  expect(quoted).toMatchObject({
    coupons: [{ code: COUPON.together }],
    couponsRefused: [{ code: COUPON.togetherPercent, reason: 'too_many' }],
    couponLimit: 1,
  })
})
