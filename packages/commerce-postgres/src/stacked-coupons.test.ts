import { type Coupon, refundable } from '@xiaopu/commerce'
import { BACKINGS, type TestDatabase } from './testing/databases'
import { coupon, newShopper, type ShopBench, shopBench } from './testing/shop-bench'

const LAMP = [{ skuId: 'LAMP', quantity: 1 }]
/** Of different goods, so that orders do not wait for each other's stock but only for the coupons. */
const DIFFERENT = ['CHAIR-OAK', 'CHAIR-BLACK', 'STOOL', 'LAMP', 'BLANKET', 'TENT', 'FLASK', 'POSTCARD'].map((skuId) => [
  { skuId, quantity: 1 },
])

describe.each(BACKINGS)('several coupons on one order, on $name', ({ create }) => {
  let opened: TestDatabase
  let bench: ShopBench
  beforeAll(async () => {
    opened = await create()
    bench = await shopBench(opened)
  }, 60_000)
  afterAll(() => opened.drop())

  const made = async (changes: Partial<Coupon> = {}) => {
    const one = coupon({ stackable: true, ...changes })
    await bench.merchant.putCoupon(one)
    return one.code
  }
  const two = async (changes: Partial<Coupon> = {}) => [await made(changes), await made(changes)]
  const used = async (codes: string[]) => {
    const all = await bench.merchant.coupons()
    return codes.map((code) => all.find((one) => one.code === code)!.used)
  }
  /** As many shoppers as there are goods, each with the two codes, every second one in the other order. */
  const crossing = (codes: string[]) =>
    Promise.all(
      DIFFERENT.map(async (items, index) => {
        const shopper = newShopper()
        const asked = index % 2 === 0 ? codes : codes.toReversed()
        return { shopper, request: await bench.requested(shopper, items, ...asked) }
      }),
    )
  const placedAtOnce = (all: Awaited<ReturnType<typeof crossing>>) =>
    Promise.all(all.map(({ shopper, request }) => bench.backend.checkout.place(shopper, request)))

  test('orders that want the same two in opposite order do not block each other: all are placed', async () => {
    const codes = await two()
    const answers = await placedAtOnce(await crossing(codes))
    expect(answers.filter(({ ok }) => !ok)).toEqual([])
    expect(await used(codes)).toEqual([DIFFERENT.length, DIFFERENT.length])
  })
  test('of those that want the last use of two, one has both, and nobody has only one', async () => {
    const codes = await two({ usageLimit: 1 })
    const answers = await placedAtOnce(await crossing(codes))
    expect(answers.flatMap((answer) => (answer.ok ? [answer.order.coupons.length] : []))).toEqual([2])
    for (const answer of answers) if (!answer.ok) expect(answer).toEqual({ ok: false, problem: 'price_changed' })
    expect(await used(codes)).toEqual([1, 1])
  })
  test('an order that cannot be placed uses neither', async () => {
    const codes = await two({ usageLimit: 1 })
    const shopper = newShopper()
    const request = await bench.requested(shopper, LAMP, ...codes)
    const tooMany = { ...request, items: [{ skuId: 'LAMP', quantity: 900 }] }
    expect(await bench.backend.checkout.place(shopper, tooMany)).toMatchObject({ problem: 'lines_unavailable' })
    expect(await used(codes)).toEqual([0, 0])
    expect((await bench.place(newShopper(), LAMP, ...codes)).coupons).toHaveLength(2)
  })
  test.each(['shopper', 'expired'] as const)('an order cancelled (%s) gives both back', async (reason) => {
    const codes = await two({ usageLimit: 1, perCustomer: 1 })
    const shopper = newShopper()
    const order = await bench.place(shopper, LAMP, ...codes)
    expect(await used(codes)).toEqual([1, 1])
    await bench.backend.orders.cancel(order.id, reason)
    expect(await used(codes)).toEqual([0, 0])
    expect((await bench.place(shopper, LAMP, ...codes)).coupons).toHaveLength(2)
  })
  test('an order all of whose money has gone back gives both back', async () => {
    const codes = await two({ usageLimit: 1 })
    const order = await bench.place(newShopper(), LAMP, ...codes)
    const { total } = order.amounts
    await bench.backend.orders.markPaid(order.id, { transactionId: null, amount: total, paidAt: new Date() })
    await bench.backend.orders.recordRefund(order.id, { refundId: 'all', amount: total, lines: [], restock: false })
    expect(await used(codes)).toEqual([0, 0])
  })
  test('what is paid for each line comes back with it, to the fen: of two coupons for different goods, too', async () => {
    const forLamps = await made({
      benefit: { kind: 'percent', percent: 33 },
      scope: { categoryIds: [], productIds: ['paper-lamp'] },
    })
    const forAll = await made({ benefit: { kind: 'fixed', amount: 1_001 } })
    const items = [
      { skuId: 'LAMP', quantity: 3 },
      { skuId: 'FLASK', quantity: 1 },
    ]
    const order = await bench.place(newShopper(), items, forAll, forLamps)
    expect(order.coupons.map(({ code }) => code)).toEqual([forLamps, forAll])
    const back = refundable(order, [])
    const { goods, discount } = order.amounts
    expect(back.lines.reduce((sum, { amounts }) => sum + amounts.at(-1)!, 0)).toBe(goods - discount)
    const flask = back.lines.find(({ skuId }) => skuId === 'FLASK')!
    const { unitPrice } = order.lines.find(({ skuId }) => skuId === 'FLASK')!
    // Its part of the coupon for everything, by what the other has left of the lamps' price.
    const rest = 25_900 * 3 - order.coupons[0]!.discount
    expect(unitPrice - flask.amounts[0]!).toBe(Math.round((1_001 * unitPrice) / (rest + unitPrice)))
  })
  test('a wallet of fifty is weighed at once: the best five of those that go together', async () => {
    const codes = await Promise.all(
      Array.from({ length: 50 }, (_, index) => made({ benefit: { kind: 'fixed', amount: 100 + index } })),
    )
    const request = { items: LAMP, address: null, coupons: codes }
    const { answers, best } = await bench.backend.checkout.fitCoupons(newShopper(), request)
    expect(answers).toHaveLength(50)
    expect(best).toEqual([45, 46, 47, 48, 49])
  })
})
