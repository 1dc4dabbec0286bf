import { CONFORMANCE_STORES } from '@xiaopu/commerce/conformance'
import { createPostgresCommerce } from '..'
import { storesCsv, table } from '../testing/conformance-csv'
import { BACKINGS, type TestDatabase } from '../testing/databases'
import { shopBench } from '../testing/shop-bench'
import { importStoreStock } from './import-store-stock'
import { importStores } from './import-stores'

const csv = (...rows: (string | number)[][]) => table(['store', 'sku', 'onHand'], rows)

describe.each(BACKINGS)('stock of the stores on $name', ({ create }) => {
  let shop: TestDatabase
  beforeAll(async () => {
    shop = await create()
    await shopBench(shop)
    await importStores({ database: shop.database, csv: storesCsv(CONFORMANCE_STORES) })
  })
  afterAll(() => shop.drop())
  const stock = () => createPostgresCommerce({ database: shop.database }).stores.stock(['LAMP', 'TENT'])

  test('is counted again where the file says so, and stays elsewhere', async () => {
    const { database } = shop
    const first = await importStoreStock({ database, csv: csv(['shanghai', 'LAMP', 4], ['shenzhen', 'TENT', 2]) })
    expect(first).toEqual({ ok: true, report: { counts: 2, stores: 2 }, warnings: [] })
    await importStoreStock({ database, csv: csv(['shanghai', 'LAMP', 7]) })
    expect(await stock()).toEqual(
      expect.arrayContaining([
        { storeId: 'shanghai', skuId: 'LAMP', available: 7 },
        { storeId: 'shenzhen', skuId: 'TENT', available: 2 },
      ]),
    )
  })

  test('is never below what orders hold', async () => {
    const { database } = shop
    await importStoreStock({ database, csv: csv(['shanghai', 'LAMP', 7]) })
    await database.execute("update commerce.store_stock set reserved = 3 where sku_id = 'LAMP'")
    expect(await importStoreStock({ database, csv: csv(['shanghai', 'LAMP', 1]) })).toMatchObject({ ok: true })
    expect((await stock()).filter(({ skuId }) => skuId === 'LAMP')).toEqual([])
    await database.execute("update commerce.store_stock set reserved = 0 where sku_id = 'LAMP'")
  })

  test('of what nobody knows is refused by line and column, and nothing is written', async () => {
    const { database } = shop
    const before = await stock()
    const answer = await importStoreStock({
      database,
      csv: csv(
        ['shanghai', 'TENT', 9],
        ['moon', 'LAMP', 1],
        ['shanghai', 'LADDER', 1],
        ['shanghai', 'LAMP', -1],
        ['shanghai', 'TENT', 8],
      ),
    })
    expect(answer.ok ? [] : answer.errors.map(({ line, column }) => [line, column])).toEqual([
      [3, 'store'],
      [4, 'sku'],
      [5, 'onHand'],
      [6, 'sku'],
    ])
    expect(await stock()).toEqual(before)
    expect(await importStoreStock({ database, csv: 'store,sku\nshanghai,LAMP' })).toMatchObject({
      errors: [{ line: 1, column: 'onHand' }],
    })
  })
})
