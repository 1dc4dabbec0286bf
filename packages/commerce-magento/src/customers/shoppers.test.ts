import { newShopper, placed } from '../testing/shopping'
import { openStand, type Stand } from '../testing/stand'

/** The books: they keep an id that leads to nobody. A new table with a customer in it is forgotten, or stands here with a reason. */
const STAYS = ['orders']

let stand: Stand
beforeAll(async () => {
  stand = await openStand()
})
afterAll(() => stand.close())

describe('somebody who leaves', () => {
  test('is in none of our tables but that of the orders, and no customer of Magento’s', async () => {
    const { backend, control, database } = stand
    const shopper = newShopper()
    const order = await placed(backend, shopper, { STOOL: 1 })
    await backend.carts.add(shopper, { skuId: 'FLASK', quantity: 1 })
    expect(await backend.shoppers.kept(shopper)).toMatchObject({ account: [{ email: expect.stringMatching(/^wx\./) }] })
    await backend.shoppers.forget(shopper.customer.id)
    const { rows } = await database.execute(
      "select table_name from information_schema.columns where table_schema = 'magento' and column_name = 'customer_id'",
    )
    const tables: string[] = rows.map(({ table_name }) => table_name)
    expect(tables).toEqual(expect.arrayContaining([...STAYS, 'customers', 'carts', 'placements']))
    for (const table of tables.filter((name) => !STAYS.includes(name))) {
      const found = await database.execute(`select count(*) as n from magento.${table} where customer_id = $1`, [
        shopper.customer.id,
      ])
      expect([table, Number(found.rows[0].n)]).toEqual([table, 0])
    }
    expect(control.customers()).toEqual([])
    expect(control.order(order.number)).toMatchObject({ customerId: null })
  })

  test('is forgotten also when the merchant has deleted the customer before', async () => {
    const { backend, control } = stand
    const shopper = newShopper()
    await placed(backend, shopper, { STOOL: 1 })
    const { email } = control.customers()[0]!
    const other = stand.another()
    await other.shoppers.forget(shopper.customer.id)
    await backend.shoppers.forget(shopper.customer.id)
    expect(control.customers().map((customer) => customer.email)).not.toContain(email)
  })

  test('whose order Magento may still be placing is not forgotten yet', async () => {
    const { backend, database } = stand
    const shopper = newShopper()
    await placed(backend, shopper, { STOOL: 1 })
    await database.execute(
      `insert into magento.placements (customer_id, reference, cart_id, draft, asked_at)
        values ($1, 'r', 'c', '{"pieces": [], "reference": "r"}', now())`,
      [shopper.customer.id],
    )
    await expect(backend.shoppers.forget(shopper.customer.id)).rejects.toThrow(/last order/)
  })
})
