import { CONFORMANCE_CATALOGUE, CONFORMANCE_STORES } from '@xiaopu/commerce/conformance'
import type { CatalogueFixture } from '@xiaopu/magento-stand-in'
import { conformanceFixture } from '../testing/conformance-fixture'
import { newShopper } from '../testing/shopping'
import { openStand, type Stand } from '../testing/stand'
import { placesIn } from './places'

const text = (value: string) => ({
  custom_attributesV2: { items: [{ __typename: 'AttributeValue' as const, code: 'not_sent_to', value }] },
})

test.each([
  ['西藏|广东/深圳', ['西藏', '广东/深圳'], []],
  ['<p>西藏自治区，新疆；</p>\n香港特别行政区', ['西藏', '新疆', '香港'], []],
  ['西藏|新僵、深圳', ['西藏'], ['新僵', '深圳']],
  ['', [], []],
  ['，', [], []],
])('%p names %p, and %p are no places', (value, known, unknown) => {
  expect(placesIn(text(value), 'not_sent_to')).toEqual({ known, unknown })
})
test('of another attribute nothing is read', () => {
  expect(placesIn(text('西藏'), 'material')).toEqual({ known: [], unknown: [] })
})

describe('at Magento', () => {
  const TIBET = {
    ...{ name: '张三', phone: '13800138000', province: '西藏自治区', city: '拉萨市', district: '城关区' },
    ...{ detail: '北京中路 1 号', postalCode: '850000', nationalCode: '540102' },
  }
  const REMEMBERS = { fresh: 60 * 60_000, stale: 60 * 60_000, whenDown: 60 * 60_000 }
  let stand: Stand
  let catalogue: CatalogueFixture
  beforeAll(async () => {
    catalogue = conformanceFixture(CONFORMANCE_CATALOGUE, CONFORMANCE_STORES, new Date())
    stand = await openStand({ catalogue })
  })
  afterAll(async () => {
    expect(stand.control.bugs).toEqual([])
    await stand.close()
  })
  const keep = (slug: string, places: string) => {
    const product = catalogue.products.find(({ urlKey }) => urlKey === slug)!
    product.attributes = { ...product.attributes, not_sent_to: places }
  }
  const idOf = async (slug: string) => (await stand.backend.catalog.product({ locale: 'zh-CN' }, slug))!.skus[0]!.id

  test('the places of the whole are those of each of its variants', async () => {
    keep('arc-chair', '西藏')
    const backend = stand.another({ undeliverableAttribute: 'not_sent_to' })
    const items = [{ skuId: await idOf('arc-chair'), quantity: 1 }]
    const { lines, problems } = await backend.checkout.quote(newShopper(), { items, address: TIBET })
    expect([lines.map(({ status }) => status), problems]).toEqual([['undeliverable'], ['lines_undeliverable']])
  })
  test('a shop that names no attribute, or one that is not there, sends everything everywhere', async () => {
    keep('paper-lamp', '西藏')
    const items = [{ skuId: await idOf('paper-lamp'), quantity: 1 }]
    for (const undeliverableAttribute of [undefined, 'nowhere']) {
      const backend = stand.another({ undeliverableAttribute })
      expect(backend.capabilities.undeliverableGoods).toBe(undeliverableAttribute !== undefined)
      expect((await backend.checkout.quote(newShopper(), { items, address: TIBET })).problems).toEqual([])
    }
  })
  test('an order is refused by what the merchant says now, whatever is remembered', async () => {
    keep('postcard', '')
    const backend = stand.another({ undeliverableAttribute: 'not_sent_to', freshness: REMEMBERS })
    const shopper = newShopper()
    const items = [{ skuId: await idOf('postcard'), quantity: 1 }]
    const { amounts, problems } = await backend.checkout.quote(shopper, { items, address: TIBET })
    expect(problems).toEqual([])
    keep('postcard', '西藏/拉萨')
    expect((await backend.checkout.quote(shopper, { items, address: TIBET })).problems).toEqual([])
    const order = {
      ...{ reference: 'remembered', items, address: TIBET, fapiao: null, remark: '', coupons: [], cartLineIds: [] },
      ...{ expectedTotal: amounts.total, expiresAt: new Date(Date.now() + 900_000) },
    }
    expect(await backend.checkout.place(shopper, order)).toMatchObject({
      ...{ ok: false, problem: 'lines_unavailable' },
      lines: [{ status: 'undeliverable' }],
    })
    expect(stand.control.orders()).toEqual([])
  })
  test('picked up in a store they are sold, wherever the shopper lives', async () => {
    keep('paper-lamp', '上海')
    const backend = stand.another({ undeliverableAttribute: 'not_sent_to' })
    stand.control.setSourceStock(CONFORMANCE_STORES[0]!.id, 'LAMP', 3)
    const items = [{ skuId: await idOf('paper-lamp'), quantity: 1 }]
    const pickup = { storeId: CONFORMANCE_STORES[0]!.id, name: '张三', phone: '13800138000' }
    const { lines } = await backend.checkout.quote(newShopper(), { items, address: null, pickup })
    expect(lines.map(({ status }) => status)).not.toContain('undeliverable')
  })
})
