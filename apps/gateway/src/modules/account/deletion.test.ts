import type { AccountDeletion, MyData, Shopper } from '@xiaopu/contract'
import { ADDRESS } from '../../testing/goods'
import { LIN, Stand } from '../../testing/stand'
import type { Visitor } from '../../testing/visitor'

/** What stays in the books; every other table of the gateway with a shopper in it is empty of them afterwards. */
const BOOKS = ['after_sales', 'payments', 'order_fapiao']

let stand: Stand
let shopper: Visitor
beforeAll(async () => {
  stand = await Stand.open()
})
afterAll(() => stand.close())
beforeEach(async () => {
  await stand.firstMorning()
  stand.clock.pass(10 * 60_000)
  await stand.gateway.runJobsOnce()
  shopper = await stand.shopper()
})

const idOf = async (by = shopper) => (await by.get<Shopper>('/v1/me')).body.id
const remove = (by = shopper) => by.call<{ code?: string }>('DELETE', '/v1/me?confirm=delete-my-account')
const outlook = async (by = shopper) => (await by.get<AccountDeletion>('/v1/me/deletion')).body

async function completed() {
  const order = await stand.sent(shopper, 'CUP-W')
  await shopper.post(`/v1/orders/${order.id}/receipt`)
  return order
}

/** The gateway's tables that know a shopper. */
async function tablesOfShoppers(): Promise<string[]> {
  const { rows } = await stand.database.execute(
    `select table_name from information_schema.columns
      where table_schema = 'gateway' and column_name in ('shopper_id', 'customer_id') order by 1`,
  )
  return rows.map(({ table_name }) => table_name)
}

async function rowsOf(table: string, id: string): Promise<number> {
  const { rows } = await stand.database.execute(`select count(*) as n from gateway.${table} where shopper_id = $1`, [
    id,
  ])
  return Number(rows[0].n)
}

describe('deleting the account', () => {
  test('forgets everything but the books, on every phone, and the same person comes back as somebody new', async () => {
    const tablet = await stand.shopper()
    const id = await idOf()
    await shopper.call('PUT', '/v1/me', { nickname: '小满' })
    await shopper.call('PUT', '/v1/favourites', { productIds: ['lamp'] })
    await shopper.post('/v1/addresses', { ...ADDRESS, isDefault: true })
    const order = await completed()
    await shopper.post(`/v1/orders/${order.id}/reviews`, { productId: 'cup', stars: 5, text: '好', nickname: '小满' })
    await shopper.put('LAMP')

    expect(await outlook()).toMatchObject({
      blockers: [],
      goes: expect.arrayContaining(['profile', 'addresses', 'favourites', 'history', 'coupons', 'cart', 'sessions']),
      stays: ['orders', 'fapiao', 'payments', 'after_sales', 'reviews'],
    })
    expect((await remove()).status).toBe(204)

    for (const phone of [shopper, tablet]) {
      expect(await phone.get('/v1/me')).toMatchObject({ status: 401, body: { code: 'session_expired' } })
    }
    stand.clock.pass(2 * 60_000)
    await stand.gateway.runJobsOnce()
    for (const table of await tablesOfShoppers()) {
      if (!BOOKS.includes(table)) expect([table, await rowsOf(table, id)]).toEqual([table, 0])
    }
    const { rows } = await stand.database.execute(
      `select p.openid || e.resource::text || e.body as left from gateway.payments p
        join gateway.payment_events e on e.out_trade_no = p.out_trade_no`,
    )
    expect(rows).toHaveLength(1)
    expect(rows[0].left).not.toMatch(/openid|ciphertext/)
    const reviews = await stand.database.execute('select nickname from gateway.reviews')
    expect(reviews.rows).toEqual([{ nickname: null }])
    expect(await stand.count('commerce.orders')).toBe(1)
    expect(await stand.count('commerce.cart_lines')).toBe(0)

    const back = await stand.shopper()
    expect(await idOf(back)).not.toBe(id)
    expect(await back.get('/v1/me')).toMatchObject({ body: { nickname: null, phone: null } })
    expect((await back.get(`/v1/orders/${order.id}`)).status).toBe(404)
  })

  test('needs the word for it', async () => {
    expect(await shopper.call('DELETE', '/v1/me')).toMatchObject({ status: 400, body: { code: 'validation_failed' } })
    expect(await shopper.call('DELETE', '/v1/me?confirm=yes')).toMatchObject({ status: 400 })
    expect((await shopper.get('/v1/me')).status).toBe(200)
  })

  test('waits for an order that is not paid, and then for its parcel', async () => {
    const order = await shopper.order('CUP-W')
    expect(await outlook()).toMatchObject({ blockers: [{ kind: 'unpaid_order', orderId: order.id }] })
    expect(await remove()).toMatchObject({ status: 409, body: { code: 'account_in_use' } })
    await stand.payOnPhone((await shopper.startPayment(order)).body.params)
    expect(await outlook()).toMatchObject({ blockers: [{ kind: 'undelivered_order', orderId: order.id }] })
    expect(await remove()).toMatchObject({ status: 409 })
    await stand.merchant.ship(order.id, { carrier: '顺丰速运', trackingNumber: null, lines: null })
    expect(await remove()).toMatchObject({ status: 409 })
    await shopper.post(`/v1/orders/${order.id}/receipt`)
    expect((await remove()).status).toBe(204)
  })

  test('that was refused leaves the shopper free to go on buying', async () => {
    await shopper.order('CUP-W')
    expect(await remove()).toMatchObject({ status: 409 })
    expect((await shopper.order('LAMP')).status).toBe('pending_payment')
  })

  test('waits for money that is on its way back', async () => {
    const order = await completed()
    await stand.database.execute(
      `insert into gateway.refunds (out_refund_no, order_id, out_trade_no, amount, total, reason, state, due_at, created_at)
        select 'R1', order_id, out_trade_no, amount, amount, 'x', 'processing', now(), now() from gateway.payments`,
    )
    expect(await outlook()).toMatchObject({ blockers: [{ kind: 'refund_on_its_way', orderId: order.id }] })
    await stand.database.execute('update gateway.refunds set finished_at = now()')
    expect((await remove()).status).toBe(204)
  })

  test('from two phones at once is done once', async () => {
    const tablet = await stand.shopper()
    const statuses = (await Promise.all([remove(), remove(tablet)])).map(({ status }) => status)
    expect(statuses).toContain(204)
    expect(statuses.filter((status) => status === 204)).toHaveLength(1)
  })

  test.each([0, 5, 15, 40])(
    'while an order is being placed (%i ms later): one of the two comes to nothing',
    async (ms) => {
      const source = { kind: 'direct', skuId: 'CUP-W', quantity: 1 }
      const { id: quoteId } = await shopper.quote(source)
      const placing = shopper.place(quoteId, `key-${crypto.randomUUID()}`, source)
      await new Promise((resolve) => setTimeout(resolve, ms))
      const [placed, removed] = await Promise.all([placing, remove()])
      const ordered = placed.status === 201
      expect([ordered, removed.status === 204]).toEqual([ordered, !ordered])
      if (ordered) expect(removed).toMatchObject({ status: 409 })
      else expect([401, 409]).toContain(placed.status)
      expect(await stand.count("commerce.orders where status = 'pending_payment'")).toBe(ordered ? 1 : 0)
    },
  )

  test('is not begun while the answer to an order is still out', async () => {
    const id = await idOf()
    await stand.database.execute(
      `insert into gateway.idempotency_keys (shopper_id, key, body_hash, created_at) values ($1, 'a-key-of-mine', 'h', $2)`,
      [id, stand.clock.now()],
    )
    expect(await remove()).toMatchObject({ status: 409, body: { code: 'request_in_progress' } })
    stand.clock.pass(6 * 60_000)
    expect((await remove()).status).toBe(204)
  })

  test('leaves no row behind of a call that was on its way', async () => {
    const id = await idOf()
    const marking = Array.from({ length: 8 }, (_, n) =>
      shopper.call('PUT', '/v1/favourites', { productIds: [`p${n}`] }),
    )
    const [removed, ...marked] = await Promise.all([remove(), ...marking])
    expect(removed.status).toBe(204)
    for (const { status } of marked) expect([204, 401]).toContain(status)
    expect(await rowsOf('kept_products', id)).toBe(0)
  })

  test('that a gateway did not finish stands in nobody’s way for long', async () => {
    const id = await idOf()
    await stand.database.execute('update gateway.shoppers set leaving_at = $2 where id = $1', [id, stand.clock.now()])
    expect(await remove()).toMatchObject({ status: 409, body: { code: 'request_in_progress' } })
    stand.clock.pass(31_000)
    expect((await remove()).status).toBe(204)
  })
})

describe('everything that is kept', () => {
  test('stands in a part of what a shopper can read: a new table without one fails here', async () => {
    const { body } = await shopper.get<MyData>('/v1/me/data')
    const claimed = stand.gateway.personalTables()
    expect([...new Set(claimed)].toSorted()).toEqual([...(await tablesOfShoppers()), 'shoppers'].toSorted())
    const { goes, stays } = await outlook()
    expect(Object.keys(body.parts).toSorted()).toEqual([...goes, ...stays].toSorted())
  })

  test('goes with the shopper’s row: a new table without the key to it fails here', async () => {
    const { rows } = await stand.database.execute(
      `select conrelid::regclass::text as name from pg_constraint
        where contype = 'f' and confrelid = 'gateway.shoppers'::regclass and confdeltype = 'c'`,
    )
    const cascading = rows.map(({ name }) => String(name).replace(/^gateway\./, ''))
    const others = (await tablesOfShoppers()).filter((table) => !cascading.includes(table))
    // Files go before their rows do: uploads are swept, and are nobody's meanwhile. Reviews stay, and lose their writer.
    expect(others.toSorted()).toEqual(['departures', 'reviews', 'uploads', ...BOOKS].toSorted())
  })
})

test('somebody else of the same name stays', async () => {
  const chen = await stand.shopper('chen-yu')
  await chen.call('PUT', '/v1/favourites', { productIds: ['lamp'] })
  await remove()
  expect((await chen.get<{ productIds: string[] }>('/v1/favourites/ids')).body.productIds).toEqual(['lamp'])
  expect((await stand.shopper(LIN)).token).toBeTruthy()
})
