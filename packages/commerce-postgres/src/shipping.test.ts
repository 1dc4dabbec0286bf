import { MAINLAND_SHIPPING, type ShippingRules } from '@xiaopu/commerce'
import { BACKINGS, type TestDatabase } from './testing/databases'
import { ADDRESS, newShopper, type ShopBench, shopBench } from './testing/shop-bench'

const BY_WEIGHT: ShippingRules = {
  charge: { by: 'weight', first: 1_000, firstFee: 800, further: 1_000, furtherFee: 300 },
  freeFrom: null,
  regions: [{ places: ['浙江/杭州'], charge: { by: 'order', fee: 500 }, freeFrom: 20_000 }],
  undeliverable: ['台湾'],
}
const POSTCARDS = [{ skuId: 'POSTCARD', quantity: 3 }]
const HANGZHOU = { province: '浙江省', city: '杭州市' }
const NINGBO = { province: '浙江省', city: '宁波市' }

describe.each(BACKINGS)('what sending costs on $name', ({ create }) => {
  let opened: TestDatabase
  let bench: ShopBench
  beforeAll(async () => {
    opened = await create()
    bench = await shopBench(opened)
  }, 60_000)
  afterAll(() => opened.drop())
  beforeEach(() => opened.database.execute('truncate commerce.shipping_rules'))
  const weigh = (sku: string, grams: number | null) =>
    opened.database.execute('update commerce.skus set grams = $2 where code = $1', [sku, grams])
  const product = (slug: string, change: string) =>
    opened.database.execute(`update commerce.products set ${change} where slug = $1`, [slug])
  const feeTo = async (slug: string, to: { province: string; city: string }) =>
    bench.backend.delivery.estimate({ locale: 'en' }, { productId: slug, skuId: null }, to)

  test('is what a mainland shop asks for, until the merchant says otherwise', async () => {
    expect(await bench.merchant.shippingRules()).toEqual(MAINLAND_SHIPPING)
    expect((await bench.quote(newShopper(), POSTCARDS)).amounts.shipping).toBe(1_000)
    await bench.merchant.putShippingRules(BY_WEIGHT)
    expect(await bench.merchant.shippingRules()).toEqual(BY_WEIGHT)
    const { amounts, shipping } = await bench.quote(newShopper(), POSTCARDS)
    expect([amounts.shipping, shipping!.terms]).toEqual([500, { charge: { by: 'order', fee: 500 }, freeFrom: 20_000 }])
    expect(await bench.backend.delivery.promises()).toMatchObject({ freeShippingFrom: null })
  })

  test('grows with the weight of all pieces, begun lots counting whole', async () => {
    await bench.merchant.putShippingRules(BY_WEIGHT)
    await weigh('POSTCARD', 400)
    await weigh('STOOL', 2_500)
    expect(await feeTo('postcard', NINGBO)).toMatchObject({ fee: 800 })
    expect(await feeTo('round-stool', NINGBO)).toMatchObject({ fee: 1_400 })
    expect(await feeTo('round-stool', HANGZHOU)).toMatchObject({ fee: 500 })
    const address = { ...ADDRESS, ...NINGBO }
    const items = [...POSTCARDS, { skuId: 'STOOL', quantity: 1 }]
    const { shipping, amounts } = await bench.backend.checkout.quote(newShopper(), { items, address })
    expect([shipping!.grams, amounts.shipping]).toEqual([3_700, 1_700])
  })

  test('is nothing for goods that travel free, which make no parcel heavier', async () => {
    await bench.merchant.putShippingRules(BY_WEIGHT)
    await weigh('TENT', 9_000)
    await product('tent', 'free_shipping = true')
    expect(await feeTo('tent', NINGBO)).toMatchObject({ fee: 0 })
    await product('tent', 'free_shipping = false')
    expect(await feeTo('tent', NINGBO)).toMatchObject({ fee: 3_200 })
  })

  test('is not told where nothing is sent, whatever the product says of the place', async () => {
    await bench.merchant.putShippingRules(BY_WEIGHT)
    await product('tent', `not_delivered_to = '["台湾"]'`)
    const taiwan = { province: '台湾省', city: '' }
    expect(await feeTo('tent', taiwan)).toEqual({ ok: false, because: 'shop' })
    expect(await feeTo('postcard', taiwan)).toEqual({ ok: false, because: 'shop' })
  })

  test('is of the cheapest form of a product when none is chosen', async () => {
    await bench.merchant.putShippingRules(BY_WEIGHT)
    await weigh('CHAIR-OAK', 9_000)
    await weigh('CHAIR-BLACK', 2_000)
    expect(await feeTo('arc-chair', NINGBO)).toMatchObject({ fee: 1_100 })
    const oak = { productId: 'arc-chair', skuId: 'CHAIR-OAK' }
    expect(await bench.backend.delivery.estimate({ locale: 'en' }, oak, NINGBO)).toMatchObject({ fee: 3_200 })
  })

  test('an order quoted by the rules before is refused, reserves nothing, and can be quoted again', async () => {
    const shopper = newShopper()
    const request = await bench.requested(shopper, POSTCARDS)
    await bench.merchant.putShippingRules(BY_WEIGHT)
    expect(await bench.backend.checkout.place(shopper, request)).toEqual({ ok: false, problem: 'price_changed' })
    expect((await bench.backend.orders.list(shopper, { limit: 5 })).items).toEqual([])
    expect((await bench.place(shopper, POSTCARDS)).amounts.shipping).toBe(500)
  })

  test('rules that change while thirty order: each pays what it was shown, or is asked again', async () => {
    const shoppers = Array.from({ length: 30 }, () => newShopper())
    const requests = await Promise.all(shoppers.map((shopper) => bench.requested(shopper, POSTCARDS)))
    const [answers] = await Promise.all([
      Promise.all(shoppers.map((shopper, index) => bench.backend.checkout.place(shopper, requests[index]!))),
      (async () => {
        for (let change = 0; change < 6; change++) {
          await bench.merchant.putShippingRules(change % 2 ? MAINLAND_SHIPPING : BY_WEIGHT)
        }
      })(),
    ])
    for (const [index, answer] of answers.entries()) {
      if (answer.ok) expect(answer.order.amounts.total).toBe(requests[index]!.expectedTotal)
      else expect(answer).toEqual({ ok: false, problem: 'price_changed' })
    }
  })

  test('two templates made at once: one of them holds, whole', async () => {
    await Promise.all([BY_WEIGHT, MAINLAND_SHIPPING].map((rules) => bench.merchant.putShippingRules(rules)))
    expect([BY_WEIGHT, MAINLAND_SHIPPING]).toContainEqual(await bench.merchant.shippingRules())
  })
})
