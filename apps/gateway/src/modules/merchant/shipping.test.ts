import type { DeliveryEstimate, MerchantAct, Problem, ShippingRules } from '@xiaopu/contract'
import { ADDRESS } from '../../testing/goods'
import { openedShop } from '../../testing/opened-shop'

const LAMP = { kind: 'direct', skuId: 'LAMP', quantity: 1 }
const RULES: ShippingRules = {
  charge: { by: 'order', fee: 800 },
  freeFrom: 20_000,
  regions: [
    {
      places: ['西藏', '新疆/喀什'],
      charge: { by: 'weight', first: 500, firstFee: 1_500, further: 500, furtherFee: 700 },
      freeFrom: null,
    },
  ],
  undeliverable: ['台湾'],
}

const { stand, shopper, owner } = openedShop(
  {},
  `truncate commerce.shipping_rules, gateway.merchant_acts; update commerce.products set not_delivered_to = '[]'`,
)

let keys = 0
const newKey = () => `shipping-${++keys}`
const put = (rules: object) => owner.call<Problem>('PUT', '/v1/merchant/shipping', rules)
const keepFrom = (slug: string, place: string) =>
  stand().database.execute('update commerce.products set not_delivered_to = $2::text::jsonb where slug = $1', [
    slug,
    JSON.stringify([place]),
  ])
const delivery = (query: string, product = 'lamp') =>
  stand().visitor().get<DeliveryEstimate & Problem>(`/v1/products/${product}/delivery?${query}`)
const to = (province: string, city = '') => new URLSearchParams({ province, city }).toString()

describe('the template', () => {
  test('is changed by the shop’s people only, and each change is written down', async () => {
    for (const visitor of [stand().visitor(), shopper]) {
      expect(await visitor.get('/v1/merchant/shipping')).toMatchObject({ status: 401 })
      expect(await visitor.call('PUT', '/v1/merchant/shipping', RULES)).toMatchObject({ status: 401 })
    }
    expect(await put(RULES)).toMatchObject({ status: 204 })
    const kept = await owner.get<ShippingRules>('/v1/merchant/shipping')
    expect(kept.body).toEqual(RULES)
    const { body } = await owner.get<{ items: MerchantAct[] }>('/v1/merchant/acts')
    expect(body.items).toMatchObject([{ act: 'putShippingRules', outcome: 'done', detail: RULES }])
  })

  test('names each place by its one name', async () => {
    await put({ ...RULES, regions: [], undeliverable: ['台湾省', '新疆维吾尔自治区/喀什地区'] })
    const { body } = await owner.get<ShippingRules>('/v1/merchant/shipping')
    expect(body.undeliverable).toEqual(['台湾', '新疆/喀什'])
  })

  test.each<[string, object, string[]]>([
    ['a negative fee', { charge: { by: 'order', fee: -1 } }, ['body.charge.fee']],
    ['half a fen', { charge: { by: 'order', fee: 0.5 } }, ['body.charge.fee']],
    ['lots of no grams', { charge: { ...RULES.regions[0]!.charge, further: 0 } }, ['body.charge.further']],
    ['a charge of an unknown kind', { charge: { by: 'volume', fee: 1 } }, ['body.charge.by']],
    ['a field nobody knows', { freeForFriends: true }, ['body']],
    ['a province that is none', { undeliverable: ['台湾', '新僵'] }, ['body.undeliverable.1']],
    ['a city of another province', { undeliverable: ['广东/杭州'] }, ['body.undeliverable.0']],
    [
      'a place two regions claim',
      { regions: [...RULES.regions, { ...RULES.regions[0]!, places: ['云南', '西藏自治区'] }] },
      ['body.regions.1.places.1'],
    ],
  ])('with %s is refused by its field, and nothing is written', async (_, change, paths) => {
    const { status, body } = await put({ ...RULES, ...change })
    expect([status, body.code]).toEqual([400, 'validation_failed'])
    expect(body.fields!.map(({ path }) => path)).toEqual(paths)
    expect(await stand().count('commerce.shipping_rules')).toBe(0)
  })
})

describe('what a product page says of delivery', () => {
  test('is the fee to the region, the threshold there, and when it leaves', async () => {
    await put(RULES)
    expect((await delivery(to('浙江省', '杭州市'))).body).toEqual({
      ...{ deliverable: true, undeliverableBecause: null, fee: 800, freeShippingFrom: 20_000, shipsWithinHours: 48 },
      terms: { charge: RULES.charge, freeFrom: 20_000 },
    })
    expect((await delivery(to('新疆维吾尔自治区', '喀什地区'))).body).toMatchObject({
      fee: 1_500,
      freeShippingFrom: null,
    })
  })

  test('tells a place nothing goes to from one this product does not go to', async () => {
    await keepFrom('lamp', '西藏')
    expect((await delivery(to('台湾省'))).body).toMatchObject({ deliverable: false, undeliverableBecause: 'shop' })
    expect((await delivery(to('西藏自治区'))).body).toMatchObject({
      ...{ deliverable: false, undeliverableBecause: 'goods', fee: null },
    })
    expect((await delivery(to('西藏自治区'), 'cup')).body).toMatchObject({ deliverable: true })
  })

  test('needs nobody to sign in, and may be kept for a while', async () => {
    const { headers } = await delivery(to('浙江省'))
    expect(headers['cache-control']).toMatch(/^public, max-age=\d+/)
  })

  test.each([
    ['no region', '', 400],
    ['an empty one', 'province=', 400],
    ['a street, which is nobody’s business', `${to('浙江省')}&detail=x`, 400],
  ])('is refused for %s', async (_, query, status) => {
    expect((await delivery(query)).status).toBe(status)
  })
  test('is of no product that is not there', async () => {
    expect((await delivery(to('浙江省'), 'no-such-thing')).body).toMatchObject({ code: 'not_found' })
  })
})

describe('an order with goods that are not sent there', () => {
  test('is refused naming them; taken out of the selection, the rest is ordered and they stay in the cart', async () => {
    await keepFrom('lamp', '上海')
    await shopper.put('LAMP')
    await shopper.put('CUP-W')
    const quote = await shopper.quote()
    expect(quote).toMatchObject({
      problems: ['lines_undeliverable'],
      lines: [
        { skuId: 'CUP-W', status: 'ok' },
        { skuId: 'LAMP', status: 'undeliverable' },
      ],
      amounts: { goods: 3_900 },
    })
    expect(await shopper.place(quote.id, newKey())).toMatchObject({
      status: 409,
      body: { code: 'lines_unavailable', lines: [{ skuId: 'LAMP', status: 'undeliverable' }] },
    })
    expect(await stand().count('commerce.orders')).toBe(0)
    const [, lamp] = quote.lines
    await shopper.post('/v1/cart/selection', { lineIds: [lamp!.lineId], selected: false })
    const { body } = await shopper.place((await shopper.quote()).id, newKey())
    expect(body.lines).toMatchObject([{ skuId: 'CUP-W' }])
    expect((await shopper.cart()).lines).toMatchObject([{ skuId: 'LAMP', selected: false }])
  })

  test('quoted for another address is refused for this one', async () => {
    await keepFrom('lamp', '西藏')
    const { id } = await shopper.quote(LAMP)
    const address = { ...ADDRESS, province: '西藏自治区', city: '拉萨市', district: '城关区' }
    expect(await shopper.place(id, newKey(), LAMP, { address })).toMatchObject({
      body: { code: 'lines_unavailable', lines: [{ skuId: 'LAMP', status: 'undeliverable' }] },
    })
  })
})

describe('between the quote and the order', () => {
  test('another fee, and another threshold that changes nothing here', async () => {
    const { id } = await shopper.quote(LAMP)
    await put({ ...RULES, charge: { by: 'order', fee: 1_000 } })
    expect((await shopper.place(id, newKey(), LAMP)).status).toBe(201)
    const again = await shopper.quote(LAMP)
    await put(RULES)
    expect((await shopper.place(again.id, newKey(), LAMP)).body).toMatchObject({ code: 'quote_changed' })
    expect(await shopper.quote(LAMP)).toMatchObject({ amounts: { shipping: 800 }, freeShippingFrom: 20_000 })
  })

  test('the address falls out of delivery', async () => {
    const { id } = await shopper.quote(LAMP)
    await put({ ...RULES, undeliverable: ['上海'] })
    expect((await shopper.place(id, newKey(), LAMP)).body).toMatchObject({ code: 'address_undeliverable' })
  })

  test('the merchant changes fee, price and stock while six order: nobody pays another sum than they saw', async () => {
    const quotes = await Promise.all(Array.from({ length: 6 }, () => shopper.quote(LAMP)))
    const [answers] = await Promise.all([
      Promise.all(quotes.map(({ id }) => shopper.place(id, newKey(), LAMP))),
      put(RULES),
      stand().setPrice('LAMP', 13_100),
      stand().setStock('LAMP', 8),
    ])
    for (const { status, body } of answers) {
      if (status === 201) expect(body.amounts).toEqual(quotes[0]!.amounts)
      else expect(['quote_changed', 'lines_unavailable']).toContain(body.code)
    }
    const now = await shopper.quote(LAMP)
    expect(now.amounts).toMatchObject({ goods: 13_100, shipping: 800 })
    expect((await shopper.place(now.id, newKey(), LAMP)).status).toBe(201)
  })
})
