import type { Database } from '@xiaopu/commerce-postgres/database'
import { openInMemory } from '@xiaopu/commerce-postgres/testing'
import type { CatalogueFixture } from '@xiaopu/magento-stand-in'
import type { MagentoCommerce } from '..'
import { migrateMagento } from '../tables/migrate'
import { newShopper, placed } from '../testing/shopping'
import { openStand, type Stand } from '../testing/stand'

const zh = { locale: 'zh-CN' } as const
/** Two brands on one Magento: a website each, which sells its own goods and one thing that both have. */
const CATALOGUE: CatalogueFixture = {
  categories: [
    { key: 'wood', name: '木作', children: [{ key: 'chairs', name: '椅' }] },
    { key: 'tea', name: '茶事', children: [{ key: 'pots', name: '壶' }] },
  ],
  products: [
    {
      ...{ type: 'simple', sku: 'CHAIR', name: '椅子', urlKey: 'chair', price: 100, stock: 50 },
      ...{ categories: ['wood/chairs'], websites: ['base'] },
    },
    {
      ...{ type: 'simple', sku: 'POT', name: '茶壶', urlKey: 'pot', price: 200, stock: 50 },
      ...{ categories: ['tea/pots'], websites: ['tea'] },
    },
    {
      ...{ type: 'simple', sku: 'CARD', name: '贺卡', urlKey: 'card', price: 10, stock: 50 },
      categories: ['wood/chairs', 'tea/pots'],
    },
  ],
}
// The merchant has let both stores count alike: the same numbers are two orders.
const STORES = [
  { code: 'default', locale: 'zh_Hans_CN', currency: 'CNY', rootCategory: 'wood' },
  {
    ...{ code: 'tea', locale: 'zh_Hans_CN', currency: 'CNY', rootCategory: 'tea' },
    ...{ website: 'tea', orderNumbersFrom: '' },
  },
]

let stand: Stand
let second: Database
let wood: MagentoCommerce
let tea: MagentoCommerce
beforeAll(async () => {
  stand = await openStand({ stores: STORES, catalogue: CATALOGUE })
  wood = stand.another({ storeViews: { 'zh-CN': 'default', en: 'default' }, orderNumberPrefix: 'W' })
  second = await openInMemory()
  await migrateMagento(second)
  tea = stand.another({ storeViews: { 'zh-CN': 'tea', en: 'tea' }, orderNumberPrefix: 'T', database: second })
})
afterAll(async () => {
  await second.close()
  await stand.close()
})

test('each sees its own goods and categories', async () => {
  const seen = async (brand: MagentoCommerce) => ({
    goods: (await brand.catalog.products(zh, { sort: 'relevance', limit: 10 }))!.items.map(({ name }) => name).sort(),
    categories: (await brand.catalog.categories(zh)).map(({ name }) => name),
    chair: (await brand.catalog.product(zh, 'chair'))?.name ?? null,
  })
  expect(await seen(wood)).toEqual({ goods: ['椅子', '贺卡'].sort(), categories: ['椅'], chair: '椅子' })
  expect(await seen(tea)).toEqual({ goods: ['茶壶', '贺卡'].sort(), categories: ['壶'], chair: null })
})

test('numbers of the same form are two orders, at WeChat too, and each brand follows its own', async () => {
  const [chair, pot] = [await placed(wood, newShopper(), { CHAIR: 1 }), await placed(tea, newShopper(), { POT: 1 })]
  expect([chair.number, pot.number]).toEqual(['W000000001', 'T000000001'])
  const [here, there] = stand.control.orders()
  expect([here!.number, there!.number]).toEqual(['000000001', '000000001'])
  await stand.advance(1_000)
  stand.control.clearRequests()
  expect([await wood.syncOrders(), await tea.syncOrders()]).toEqual([1, 1])
  const asked = stand.control
    .requests()
    .map(({ path }) => decodeURIComponent(path))
    .filter((path) => path.includes('/V1/orders?'))
  expect(asked.map((path) => /\[field\]=store_id.*?\[value\]=(\d+)/.exec(path)?.[1])).toEqual(['1', '2'])
  await tea.orders.cancel(pot.id, 'shopper')
  expect(stand.control.orders().map(({ state }) => state)).toEqual(['new', 'canceled'])
  // A webhook names an order by its number alone.
  expect(await wood.orderChanged('000000001')).toBe(true)
  expect((await wood.orders.find(chair.id))!.status).toBe('pending_payment')
})

test('an integration that may not ask for store views follows its orders all the same', async () => {
  const order = await placed(wood, newShopper(), { CARD: 1 })
  stand.control.arm({ kind: 'notAllowed', operation: 'GET /V1/store/storeViews' })
  const restarted = stand.another({ storeViews: { 'zh-CN': 'default', en: 'default' } })
  stand.control.cancelOrder(stand.control.orders().at(-1)!.number)
  await restarted.syncOrders()
  expect((await wood.orders.find(order.id))!.status).toBe('cancelled')
})
