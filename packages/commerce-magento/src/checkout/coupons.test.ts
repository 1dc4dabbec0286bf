import { BackendUnavailable } from '@xiaopu/commerce'
import { ADDRESS, newShopper, orderFor } from '../testing/shopping'
import { openStand, type Stand } from '../testing/stand'

let stand: Stand
beforeAll(async () => {
  stand = await openStand()
  stand.control.addCoupon({ code: 'TEN', label: { default: '九折', en: 'Ten off' }, percent: 10 })
  stand.control.addCoupon({ code: 'HALF', label: { default: '半价', en: 'Half' }, percent: 50, from: 200 })
})
afterAll(async () => {
  expect(stand.control.bugs).toEqual([])
  await stand.close()
})
afterEach(() => stand.control.disarm())

const shopperQuoting = () => {
  const shopper = newShopper()
  return (code: string | null, skuId = 'LAMP') => {
    const coupons = code === null ? [] : [code]
    return stand.backend.checkout.quote(shopper, { items: [{ skuId, quantity: 1 }], address: ADDRESS, coupons })
  }
}
const asked = (field: string) => stand.control.requests().filter(({ operations }) => operations.includes(field)).length

test('the answer to the coupon is lost: nothing is quoted, and the next quote has it', async () => {
  const quote = shopperQuoting()
  stand.control.arm({ kind: 'dropAfter', operation: 'applyCouponToCart' })
  await expect(quote('TEN')).rejects.toThrow(BackendUnavailable)
  expect((await quote('TEN')).coupons).toEqual([{ code: 'TEN', name: '九折', discount: 2_590, stackable: false }])
})

test('the till is used again: the coupon of the last quote is not in the next one', async () => {
  const quote = shopperQuoting()
  expect((await quote('TEN')).amounts.discount).toBe(2_590)
  expect(await quote(null)).toMatchObject({ coupons: [], couponsRefused: [], amounts: { discount: 0 } })
  expect((await quote('TEN')).amounts.discount).toBe(2_590)
  expect(await quote('HALF')).toMatchObject({ coupons: [{ code: 'HALF' }], amounts: { discount: 12_950 } })
})

test('a coupon that is in the till already is not given again, however it is typed', async () => {
  const quote = shopperQuoting()
  await quote('TEN')
  stand.control.clearRequests()
  expect((await quote('ten')).coupons).toMatchObject([{ discount: 2_590 }])
  expect([asked('applyCouponToCart'), asked('removeCouponFromCart')]).toEqual([0, 0])
})

test('other goods that the coupon is not for: Magento drops it, and says no more', async () => {
  const quote = shopperQuoting()
  expect((await quote('HALF')).coupons).toHaveLength(1)
  expect(await quote('HALF', 'STOOL')).toMatchObject({
    coupons: [],
    couponsRefused: [{ code: 'HALF', reason: 'not_applicable', missing: null }],
    amounts: { goods: 12_900, discount: 0 },
    problems: [],
  })
})

test('a code that Magento’s database would break at is not sent to it', async () => {
  stand.control.clearRequests()
  expect((await shopperQuoting()('🙂')).couponsRefused).toEqual([
    { code: '🙂', reason: 'not_applicable', missing: null },
  ])
  expect(asked('applyCouponToCart')).toBe(0)
})

test('the answer to placing is lost: the order that is found has its coupon', async () => {
  const shopper = newShopper()
  const { amounts } = await stand.backend.checkout.quote(shopper, {
    items: [{ skuId: 'LAMP', quantity: 2 }],
    address: ADDRESS,
    coupons: ['HALF'],
  })
  const request = await orderFor(
    stand.backend,
    shopper,
    { LAMP: 2 },
    { coupons: ['HALF'], expectedTotal: amounts.total },
  )
  stand.control.arm({ kind: 'placeOrderThenDrop' })
  const answer = await stand.backend.checkout.place(shopper, request)
  expect(answer).toMatchObject({
    ok: true,
    order: { coupons: [{ code: 'HALF', name: '半价', discount: 25_900 }], amounts },
  })
  const [order] = (await stand.backend.orders.list(shopper, { limit: 1 })).items
  expect(stand.control.order(order!.number)).toMatchObject({ coupon: { code: 'HALF' }, grandTotal: amounts.total })
})

test('each coupon of a wallet is tried by itself, the best is one, and the till is left without the others', async () => {
  const shopper = newShopper()
  const purchase = { items: [{ skuId: 'LAMP', quantity: 1 }], address: ADDRESS }
  const fit = await stand.backend.checkout.fitCoupons(shopper, { ...purchase, coupons: ['TEN', 'NO', 'HALF'] })
  expect(fit).toMatchObject({
    answers: [
      { ok: true, coupon: { code: 'TEN', discount: 2_590, stackable: false } },
      { ok: false, refusal: { code: 'NO', reason: 'not_applicable' } },
      { ok: true, coupon: { code: 'HALF', discount: 12_950 } },
    ],
    best: [2],
  })
  expect((await stand.backend.checkout.quote(shopper, purchase)).amounts.discount).toBe(0)
})
