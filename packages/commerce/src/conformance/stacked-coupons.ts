import { randomUUID } from 'node:crypto'
import { ADDRESS, type Bench, newShopper, orderFor, placed, testIf } from './shop'

/** Several coupons on one order, where the back end can do that; where it takes one, which one, and what becomes of the others. */
export function describeStackedCoupons(bench: Bench): void {
  const { backend, shop } = bench
  const { couponsPerOrder, couponReasons } = bench.conformance.capabilities
  const several = couponsPerOrder > 1
  const items = (code: string, quantity = 1) => [{ skuId: bench.sku(code), quantity }]
  const quote = (coupons: string[], bought = items('LAMP')) =>
    backend.checkout.quote(newShopper(), { items: bought, address: ADDRESS, coupons })
  const made = async (percent: number, more: { only?: string; stackable?: boolean; threshold?: number } = {}) => {
    const code = `STACK-${randomUUID().slice(0, 8).toUpperCase()}`
    await shop.addCoupon({ code, percent, threshold: 0, stackable: true, ...more })
    return code
  }
  const upper = (coupons: { code: string }[]) => coupons.map(({ code }) => code.toUpperCase())

  test('an order takes no more than it may have: the first that count', async () => {
    const codes = await Promise.all(Array.from({ length: couponsPerOrder + 1 }, () => made(1)))
    const { coupons, couponsRefused, amounts, problems } = await quote(codes)
    expect(upper(coupons).toSorted()).toEqual(codes.slice(0, -1).toSorted())
    expect(couponsRefused).toEqual([{ code: codes.at(-1), reason: 'too_many', missing: null }])
    expect(coupons.reduce((sum, { discount }) => sum + discount, 0)).toBe(amounts.discount)
    expect(problems).toEqual([])
  })
  test('a code that does not count keeps no other out', async () => {
    const code = await made(10)
    const { coupons, couponsRefused } = await quote(['NO-SUCH-CODE', code])
    expect([upper(coupons), upper(couponsRefused)]).toEqual([[code], ['NO-SUCH-CODE']])
  })
  test('the same code twice, however it is written, is one coupon', async () => {
    const code = await made(10)
    const { coupons, couponsRefused, amounts } = await quote([code, code.toLowerCase()])
    expect([upper(coupons), couponsRefused, amounts.discount]).toEqual([[code], [], 2_590])
  })
  test('each of a wallet is told by itself, with the best of them', async () => {
    const [ten, twenty] = [await made(10), await made(20, { stackable: false })]
    const request = { items: items('LAMP'), address: ADDRESS, coupons: [ten, 'NO-SUCH-CODE', twenty] }
    const { answers, best } = await backend.checkout.fitCoupons(newShopper(), request)
    expect(answers).toMatchObject([
      { ok: true, coupon: { discount: 2_590, stackable: several } },
      { ok: false, refusal: { code: 'NO-SUCH-CODE', reason: couponReasons ? 'unknown' : expect.any(String) } },
      { ok: true, coupon: { discount: 5_180, stackable: false } },
    ])
    expect(best).toEqual([2])
  })
  test('of nothing to buy, or of no coupon, nothing fits', async () => {
    const fit = (bought: { skuId: string; quantity: number }[], coupons: string[]) =>
      backend.checkout.fitCoupons(newShopper(), { items: bought, address: null, coupons })
    expect(await fit(items('LAMP'), [])).toEqual({ answers: [], best: [] })
    expect(await fit([], [await made(10)])).toMatchObject({ answers: [{ ok: false }], best: [] })
  })
  test('which may be used with others is told by their codes', async () => {
    const [free, alone] = [await made(10), await made(10, { stackable: false })]
    const known = await backend.checkout.stackableOf([free.toLowerCase(), alone, 'NO-SUCH-CODE'])
    expect([...known]).toEqual(several ? [free.toLowerCase()] : [])
  })

  testIf(several)('two that may be combined both count, the second of what the first left', async () => {
    const codes = [await made(10), await made(20)]
    const { coupons, amounts } = await quote(codes)
    expect(coupons).toHaveLength(2)
    // 259 less a tenth and a fifth of the rest, whichever comes first.
    expect(amounts).toMatchObject({ goods: 25_900, discount: 7_252 })
    expect((await quote(codes.toReversed())).coupons).toEqual(coupons)
  })
  testIf(several)('one that is used alone and another: the first counts, the other says why not', async () => {
    const [free, alone] = [await made(10), await made(20, { stackable: false })]
    const refusal = (code: string) => ({ code, reason: 'not_stackable', missing: null })
    expect(await quote([alone, free])).toMatchObject({ couponsRefused: [refusal(free)], amounts: { discount: 5_180 } })
    expect(await quote([alone, free, alone.toLowerCase()])).toMatchObject({
      couponsRefused: [refusal(free)],
      amounts: { discount: 5_180 },
    })
    expect(await quote([free, alone])).toMatchObject({ couponsRefused: [refusal(alone)], amounts: { discount: 2_590 } })
  })
  testIf(several)('a threshold is for the goods before any other coupon', async () => {
    const { coupons } = await quote([await made(50), await made(10, { threshold: 25_900 })])
    expect(coupons).toHaveLength(2)
  })
  testIf(several)('the best two together are told', async () => {
    const codes = [await made(10), await made(25, { stackable: false }), await made(20)]
    const { best } = await backend.checkout.fitCoupons(newShopper(), {
      items: items('LAMP'),
      address: null,
      coupons: codes,
    })
    expect(best).toEqual([0, 2])
  })

  testIf(several)('an order keeps each, and each line its part of both', async () => {
    const shopper = newShopper()
    const codes = [await made(10), await made(50, { only: 'paper-lamp' })]
    const bought = [...items('LAMP'), ...items('BLANKET')]
    const order = await placed(bench, shopper, bought, { coupons: codes })
    expect(order.coupons.map(({ discount }) => discount)).toEqual([12_950, 4_585])
    expect(order.amounts).toMatchObject({ goods: 58_800, discount: 17_535 })
    const lamp = order.lines.find(({ skuId }) => skuId === bench.sku('LAMP'))!
    expect(lamp.discount).toBe(12_950 + 1_295)
    expect(order.lines.reduce((sum, { discount }) => sum + discount, 0)).toBe(17_535)
    expect(await backend.orders.get(shopper, order.id)).toEqual(order)
  })
  testIf(several)('one of two that ended before the order makes it another total, and nothing is ordered', async () => {
    const shopper = newShopper()
    const codes = [await made(10), await made(20)]
    const request = await orderFor(bench, shopper, items('LAMP'), { coupons: codes })
    await shop.withdrawCoupon(codes[1]!)
    expect(await backend.checkout.place(shopper, request)).toEqual({ ok: false, problem: 'price_changed' })
    expect((await backend.orders.list(shopper, { limit: 10 })).items).toEqual([])
  })
}
