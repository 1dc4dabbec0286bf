import { BACKINGS, type TestDatabase } from './testing/databases'
import { coupon, newShopper, type ShopBench, shopBench } from './testing/shop-bench'

const LAMP = [{ skuId: 'LAMP', quantity: 1 }]
/** Of different goods, so that orders do not wait for each other's stock but only for the coupon. */
const DIFFERENT = ['CHAIR-OAK', 'CHAIR-BLACK', 'STOOL', 'LAMP', 'BLANKET', 'TENT', 'FLASK', 'POSTCARD'].map((skuId) => [
  { skuId, quantity: 1 },
])
const POSTCARD = [{ skuId: 'POSTCARD', quantity: 1 }]

describe.each(BACKINGS)('coupons on $name', ({ create }) => {
  let opened: TestDatabase
  let bench: ShopBench
  beforeAll(async () => {
    opened = await create()
    bench = await shopBench(opened)
  }, 60_000)
  afterAll(() => opened.drop())

  const made = async (changes: Parameters<typeof coupon>[0]) => {
    const one = coupon(changes)
    await bench.merchant.putCoupon(one)
    return one.code
  }
  const refusal = async (code: string, items = LAMP, shopper = newShopper()) =>
    (await bench.quote(shopper, items, code)).couponsRefused[0] ?? null
  const used = async (code: string) => (await bench.merchant.coupons()).find((one) => one.code === code)!.used

  test.each([
    ['before its time', { startsAt: new Date('2999-01-01') }, 'not_yet'],
    ['after its time', { endsAt: new Date('2020-01-01') }, 'expired'],
    ['when nobody may use it', { usageLimit: 0 }, 'used_up'],
    ['for other goods', { scope: { categoryIds: ['outdoor'], productIds: ['arc-chair'] } }, 'other_goods'],
  ])('%s a coupon says why it does not count', async (_, changes, reason) => {
    const code = await made(changes)
    expect(await refusal(code)).toEqual({ code, reason, missing: null })
  })

  test('ten shoppers at once want the last use of a coupon: exactly one order is discounted', async () => {
    const code = await made({ usageLimit: 1 })
    const shoppers = Array.from({ length: 10 }, newShopper)
    const requests = await Promise.all(
      shoppers.map((shopper, index) => bench.requested(shopper, DIFFERENT[index % DIFFERENT.length]!, code)),
    )
    const answers = await Promise.all(
      shoppers.map((shopper, index) => bench.backend.checkout.place(shopper, requests[index]!)),
    )
    expect(answers.filter(({ ok }) => ok)).toHaveLength(1)
    for (const answer of answers) if (!answer.ok) expect(answer).toEqual({ ok: false, problem: 'price_changed' })
    expect(await used(code)).toBe(1)
  })
  test('one shopper cannot use it more often than one may, not even at once', async () => {
    const code = await made({ perCustomer: 1 })
    const shopper = newShopper()
    const requests = await Promise.all(DIFFERENT.map((items) => bench.requested(shopper, items, code)))
    const answers = await Promise.all(requests.map((request) => bench.backend.checkout.place(shopper, request)))
    expect(answers.filter(({ ok }) => ok)).toHaveLength(1)
    expect(await refusal(code, LAMP, shopper)).toMatchObject({ reason: 'used_up' })
    expect(await refusal(code)).toBeNull()
  })
  test('two coupons for the first order, used at once, make one first order', async () => {
    const shopper = newShopper()
    const codes = [await made({ firstOrderOnly: true }), await made({ firstOrderOnly: true })]
    const requests = await Promise.all(
      codes.map((code, index) => bench.requested(shopper, index === 0 ? LAMP : POSTCARD, code)),
    )
    const answers = await Promise.all(requests.map((request) => bench.backend.checkout.place(shopper, request)))
    expect(answers.filter(({ ok }) => ok)).toHaveLength(1)
    expect(await refusal(await made({ firstOrderOnly: true }), LAMP, shopper)).toMatchObject({
      reason: 'first_order_only',
    })
  })
  test('cancelling an order gives its coupon back, and the shopper their first order', async () => {
    const code = await made({ usageLimit: 1, perCustomer: 1, firstOrderOnly: true })
    const shopper = newShopper()
    const order = await bench.place(shopper, LAMP, code)
    expect(await refusal(code)).toMatchObject({ reason: 'used_up' })
    await bench.backend.orders.cancel(order.id, 'shopper')
    expect(await used(code)).toBe(0)
    expect((await bench.place(shopper, LAMP, code)).coupons).toMatchObject([{ discount: 2_590 }])
  })

  test('a category means what is below it, too, and only its goods are discounted', async () => {
    const code = await made({ scope: { categoryIds: ['home'], productIds: [] } })
    const { amounts, coupons } = await bench.quote(newShopper(), [...LAMP, { skuId: 'TENT', quantity: 1 }], code)
    expect([amounts.goods, amounts.discount, coupons[0]!.discount]).toEqual([115_800, 2_590, 2_590])
  })
  test('free shipping is for what is paid for the goods', async () => {
    const code = await made({ benefit: { kind: 'fixed', amount: 6_001 } })
    expect((await bench.quote(newShopper(), LAMP)).amounts).toMatchObject({ shipping: 0, total: 25_900 })
    expect((await bench.quote(newShopper(), LAMP, code)).amounts).toMatchObject({ shipping: 1_000, total: 20_899 })
  })
  test('a coupon worth more than the goods pays for the goods, and never for the parcel', async () => {
    const code = await made({ benefit: { kind: 'fixed', amount: 99_999 } })
    const order = await bench.place(newShopper(), POSTCARD, code)
    expect(order.amounts).toEqual({ goods: 500, discount: 500, shipping: 1_000, total: 1_000 })
  })
  test('letters of double width, as a Chinese keyboard types them, are the same code', async () => {
    await made({ code: 'ＳＡＶＥ２０' })
    expect((await bench.quote(newShopper(), LAMP, ' save20 ')).coupons).toMatchObject([{ code: 'ＳＡＶＥ２０' }])
  })
  test('a coupon that is changed keeps its uses, and what was placed keeps its price', async () => {
    const code = await made({})
    const shopper = newShopper()
    const order = await bench.place(shopper, LAMP, code)
    await bench.merchant.putCoupon(coupon({ code: code.toLowerCase(), usageLimit: 1 }))
    expect(await used(code.toLowerCase())).toBe(1)
    expect(await refusal(code)).toMatchObject({ reason: 'used_up' })
    expect((await bench.backend.orders.get(shopper, order.id))!.coupons).toEqual(order.coupons)
  })
})
