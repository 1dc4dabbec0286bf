import type { Database } from '../database'
import { BACKINGS, type TestDatabase } from './databases'
import { emptied, withDependents } from './emptied'
import { newShopper, shopBench } from './shop-bench'

describe.each(BACKINGS)('emptying tables on $name', ({ create }) => {
  let opened: TestDatabase
  let database: Database
  beforeAll(async () => {
    opened = await create()
    database = opened.database
    const shop = await shopBench(opened)
    await shop.paid(newShopper(), [{ skuId: 'STOOL', quantity: 2 }])
  }, 60_000)
  afterAll(() => opened.drop())

  const count = async (table: string) => (await database.execute(`select count(*)::int as n from ${table}`)).rows[0].n

  test('who refers to a table goes before it, and both are empty; whom it refers to stays', async () => {
    const order = await withDependents(database, ['commerce.orders'])
    expect(order.indexOf('commerce.order_lines')).toBeLessThan(order.indexOf('commerce.orders'))
    expect(await count('commerce.order_lines')).toBe(1)

    await emptied(database, ['commerce.orders'])
    expect(await Promise.all(order.map(count))).toEqual(order.map(() => 0))
    expect(await count('commerce.skus')).toBeGreaterThan(0)
  })
})
