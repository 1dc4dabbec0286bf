import { BACKINGS, type TestDatabase } from './testing/databases'
import { newShopper, type ShopBench, shopBench } from './testing/shop-bench'

/** The books: they keep an id that leads to nobody. A new table with a customer in it is forgotten, or stands here with a reason. */
const STAYS = ['coupon_redemptions', 'orders']

describe.each(BACKINGS)('somebody who leaves, on $name', ({ create }) => {
  let opened: TestDatabase
  let bench: ShopBench
  beforeAll(async () => {
    opened = await create()
    bench = await shopBench(opened)
  }, 60_000)
  afterAll(() => opened.drop())

  test('is in no table but those of the books', async () => {
    const shopper = newShopper()
    const { id } = shopper.customer
    await bench.paid(shopper, [{ skuId: 'STOOL', quantity: 1 }])
    await bench.backend.carts.add(shopper, { skuId: 'FLASK', quantity: 1 })
    await bench.backend.shoppers.forget(id)
    const { rows } = await opened.database.execute(
      "select table_name from information_schema.columns where table_schema = 'commerce' and column_name = 'customer_id'",
    )
    const tables: string[] = rows.map(({ table_name }) => table_name)
    expect(tables).toEqual(expect.arrayContaining([...STAYS, 'carts', 'cart_lines']))
    for (const table of tables.filter((name) => !STAYS.includes(name))) {
      const found = await opened.database.execute(
        `select count(*) as n from commerce.${table} where customer_id = $1`,
        [id],
      )
      expect([table, Number(found.rows[0].n)]).toEqual([table, 0])
    }
  })
})
