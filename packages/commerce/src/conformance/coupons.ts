import { randomUUID } from 'node:crypto'
import type { Order } from '../port/orders'
import { ADDRESS, type Bench, mustBePlaced, newShopper, orderFor, placed, testIf } from './shop'

export function describeCoupons(bench: Bench): void {
  const { backend, shop } = bench
  const { couponReasons } = bench.conformance.capabilities
  const items = (code: string, quantity = 1) => [{ skuId: bench.sku(code), quantity }]
  const quote = (code: string | null, bought = items('LAMP')) =>
    backend.checkout.quote(newShopper(), { items: bought, address: ADDRESS, coupons: code === null ? [] : [code] })
  /** A coupon no other test has. */
  const made = async (percent: number, threshold = 0, only?: string) => {
    const code = `SPRING-${randomUUID().slice(0, 8).toUpperCase()}`
    await shop.addCoupon({ code, percent, threshold, only })
    return code
  }

  describe('a coupon that does not count', () => {
    test.each(['NO-SUCH-CODE', '🙂', "' or 1=1 --", '%', 'x'.repeat(50)])(
      'is refused where nobody knows it (%p), and stands in nobody’s way',
      async (code) => {
        const { amounts, coupons, couponsRefused, problems } = await quote(code)
        expect(couponsRefused).toEqual([
          { code, reason: couponReasons ? 'unknown' : expect.any(String), missing: null },
        ])
        expect(coupons).toEqual([])
        expect(problems).toEqual([])
        expect(amounts).toMatchObject({ goods: 25_900, discount: 0 })
      },
    )
    test('lets the order be placed without it', async () => {
      const order = await placed(bench, newShopper(), items('LAMP'), { coupons: [] })
      expect(order).toMatchObject({ coupons: [], amounts: { discount: 0 } })
    })
    test('below its threshold, takes nothing off', async () => {
      const code = await made(10, 30_000)
      const { amounts, coupons, couponsRefused, problems } = await quote(code)
      expect(couponsRefused).toMatchObject([{ code }])
      expect([coupons, amounts.discount, problems]).toEqual([[], 0, []])
      expect((await quote(code, items('LAMP', 2))).amounts.discount).toBe(5_180)
    })
    testIf(couponReasons)('below its threshold, says how much is missing', async () => {
      const code = await made(10, 30_000)
      expect((await quote(code)).couponsRefused).toEqual([{ code, reason: 'below_threshold', missing: 4_100 }])
    })
    test('any more when the order comes: another total than the shopper was shown', async () => {
      const code = await made(10)
      const shopper = newShopper()
      const request = await orderFor(bench, shopper, items('LAMP'), { coupons: [code] })
      await shop.withdrawCoupon(code)
      expect(await backend.checkout.place(shopper, request)).toEqual({ ok: false, problem: 'price_changed' })
      expect((await backend.orders.list(shopper, { limit: 10 })).items).toEqual([])
      const without = await orderFor(bench, shopper, items('LAMP'))
      expect(mustBePlaced(await backend.checkout.place(shopper, without)).coupons).toEqual([])
    })
    test('nor does a discount the client made up', async () => {
      const shopper = newShopper()
      const request = await orderFor(bench, shopper, items('LAMP'))
      const made = { ...request, coupons: ['NO-SUCH-CODE'], expectedTotal: request.expectedTotal - 2_590 }
      expect(await backend.checkout.place(shopper, made)).toEqual({ ok: false, problem: 'price_changed' })
    })
  })

  test('no coupon is neither taken nor refused', async () => {
    expect(await quote(null)).toMatchObject({ coupons: [], couponsRefused: [], amounts: { discount: 0 } })
  })
  test.each([
    ['as it is printed', (code: string) => code],
    ['in small letters', (code: string) => code.toLowerCase()],
  ])('a code counts %s', async (_, typed) => {
    const code = await made(10)
    const { coupons, couponsRefused, amounts } = await quote(typed(code))
    expect(couponsRefused).toEqual([])
    expect(coupons).toMatchObject([{ name: expect.stringMatching(/./), discount: 2_590 }])
    expect(coupons[0]!.code.toUpperCase()).toBe(code)
    expect(amounts).toMatchObject({ goods: 25_900, discount: 2_590 })
    expect(amounts.total).toBe(amounts.goods - amounts.discount + amounts.shipping)
  })
  test('at its threshold a coupon counts', async () => {
    expect((await quote(await made(10, 25_900))).amounts.discount).toBe(2_590)
  })
  test('the order says which coupon, and what it took off', async () => {
    const code = await made(20)
    const shopper = newShopper()
    const order = await placed(bench, shopper, items('BLANKET', 2), { coupons: [code.toLowerCase()] })
    expect(order.amounts).toMatchObject({ goods: 65_800, discount: 13_160 })
    expect(order.amounts.total).toBe(52_640 + order.amounts.shipping)
    expect(order.coupons).toMatchObject([{ discount: 13_160 }])
    expect(order.coupons[0]!.code.toUpperCase()).toBe(code)
    expect((await backend.orders.get(shopper, order.id))!.coupons).toEqual(order.coupons)
  })
  describe('the discount of an order', () => {
    const discounts = ({ lines }: Order) => Object.fromEntries(lines.map(({ skuId, discount }) => [skuId, discount]))
    const three = () => [...items('LAMP', 2), ...items('BLANKET'), ...items('STOOL', 3)]

    test('is told of each line, and the lines’ parts add up to it, to the fen', async () => {
      const shopper = newShopper()
      const order = await placed(bench, shopper, three(), { coupons: [await made(7)] })
      const parts = order.lines.map(({ discount }) => discount)
      expect(parts.reduce((sum, part) => sum + part, 0)).toBe(order.amounts.discount)
      order.lines.forEach(({ unitPrice, quantity, discount }) => {
        expect(Math.abs(discount - (unitPrice * quantity * 7) / 100)).toBeLessThanOrEqual(2)
      })
      expect(discounts((await backend.orders.get(shopper, order.id))!)).toEqual(discounts(order))
    })
    test('of a coupon for one product is that product’s alone', async () => {
      const order = await placed(bench, newShopper(), three(), { coupons: [await made(10, 0, 'paper-lamp')] })
      expect(order.amounts.discount).toBe(5_180)
      expect(discounts(order)).toEqual({
        [bench.sku('LAMP')]: 5_180,
        [bench.sku('BLANKET')]: 0,
        [bench.sku('STOOL')]: 0,
      })
    })
    test('is nothing on each line of an order without a coupon', async () => {
      const order = await placed(bench, newShopper(), three())
      expect(order.lines.map(({ discount }) => discount)).toEqual([0, 0, 0])
    })
  })

  test('withdrawn afterwards, it stays on the order that used it', async () => {
    const code = await made(20)
    const shopper = newShopper()
    const request = await orderFor(bench, shopper, items('BLANKET'), { coupons: [code] })
    const order = mustBePlaced(await backend.checkout.place(shopper, request))
    await shop.withdrawCoupon(code)
    expect(await backend.orders.get(shopper, order.id)).toEqual(order)
    expect(mustBePlaced(await backend.checkout.place(shopper, request))).toEqual(order)
  })
}
