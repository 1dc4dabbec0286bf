import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Database } from '@xiaopu/commerce-postgres'
import { openInMemory } from '@xiaopu/commerce-postgres/testing'
import { migrateAll } from '@xiaopu/gateway'
import { MAGENTO_ORIGIN, type MagentoShop, openMagentoShop } from './magento-shop'

describe("the demo's Magento", () => {
  let dataDir: string
  let database: Database
  let shop: MagentoShop
  beforeAll(async () => {
    dataDir = await mkdtemp(join(tmpdir(), 'xiaopu-magento-'))
    database = await openInMemory()
    await migrateAll(database, { magento: true })
    shop = await openMagentoShop(dataDir, database)
  })
  afterAll(async () => {
    await shop.close()
    await database.close()
    await rm(dataDir, { recursive: true, force: true })
  })

  test('sells the demo’s goods, with photographs a phone can load', async () => {
    expect(shop.seeded).toEqual({ seeded: true, products: shop.catalogue.products.length })
    const chair = await shop.backend().catalog.product({ locale: 'zh-CN' }, 'modern-cafe-chair')
    expect(chair).toMatchObject({ name: '街角咖啡椅', price: { from: 429_00, compareAt: 499_00 } })
    const picture = chair?.picture?.source ?? ''
    expect(picture.startsWith(`${MAGENTO_ORIGIN}/media/`)).toBe(true)
    const photograph = await fetch(picture.replace(MAGENTO_ORIGIN, shop.standIn.url))
    expect([photograph.status, photograph.headers.get('content-type')]).toEqual([200, 'image/jpeg'])
  })

  test('has facets with colours, reviews and coupons', async () => {
    const { catalog, reviews, checkout } = shop.backend()
    const list = await catalog.products({ locale: 'zh-CN' }, { sort: 'relevance', limit: 10 })
    const choices = list!.facets.filter((facet) => facet.kind === 'choice')
    expect(choices.map(({ name }) => name)).toEqual(expect.arrayContaining(['分类', '色系', '材质']))
    const colours = choices.find(({ name }) => name === '色系')!.values
    expect(colours.find(({ name }) => name === '灰')).toMatchObject({ colour: '#9a978f' })
    const said = await reviews.list({ locale: 'zh-CN' }, 'wooden-stool')
    expect(said).toHaveLength(4)
    expect(said).toContainEqual(expect.objectContaining({ nickname: null }))
    const { coupons } = await checkout.quote(
      { locale: 'zh-CN', customer: { id: 'somebody' } },
      { items: [{ skuId: 'CH00001-02', quantity: 1 }], address: null, coupons: ['shiwu90'] },
    )
    expect(coupons).toMatchObject([{ code: 'SHIWU90', discount: 1_280_00 }])
  })

  test('knows what goes well with what', async () => {
    const related = await shop.backend().catalog.related({ locale: 'zh-CN' }, 'wooden-stool', 3)
    expect(related!.map(({ id }) => id).slice(0, 2)).toEqual(['hanging-plant', 'bedside-table'])
  })

  test('has the demo’s stores', async () => {
    const stores = await shop.backend().stores.list({ locale: 'en' })
    expect(stores).toHaveLength(7)
    expect(stores[0]).toMatchObject({ name: 'Shiwu Shenzhen Bay', city: 'Shenzhen' })
  })

  test('remembers over night what was sold', async () => {
    shop.standIn.control.setStock('CAFE-MUSTARD', 7)
    await shop.close()
    shop = await openMagentoShop(dataDir, database)
    expect(shop.seeded.seeded).toBe(false)
    expect(shop.standIn.control.salable('CAFE-MUSTARD')).toBe(7)
    expect(shop.standIn.control.bugs).toEqual([])
  })
})
