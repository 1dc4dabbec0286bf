import { BackendUnavailable } from '@xiaopu/commerce'
import { createPostgresCommerce } from '@xiaopu/commerce-postgres'
import { MINUTE } from '../../testing/clock'
import { APPID, RESTOCK_TEMPLATE } from '../../testing/merchant'
import { openedShop } from '../../testing/opened-shop'
import { CHEN, LIN } from '../../testing/stand'
import type { Visitor } from '../../testing/visitor'
import { createRestockReminders } from './service'

const { stand, shopper: lin } = openedShop({}, 'truncate gateway.restock_reminders')

const VASE = { productId: 'vase', skuId: 'VASE' }
const remind = (by: Visitor, reminder: object = VASE, headers = {}) =>
  by.call('PUT', '/v1/restock-reminders', reminder, headers)
const waits = async (by: Visitor) =>
  (await by.get<{ skuIds: string[] }>('/v1/restock-reminders?product=vase')).body.skuIds
/** 允许, on the phone. */
const allow = (person: string) =>
  stand().onPhone('/device/subscriptions', { appid: APPID, person, answers: { [RESTOCK_TEMPLATE.id]: 'accept' } })
const messages = () => stand().sandbox.control.messages()

describe('a reminder', () => {
  test('brings one message, once the goods are back', async () => {
    await stand().setStock('VASE', 0)
    await allow(LIN)
    expect((await remind(lin)).status).toBe(204)
    await stand().gateway.runJobsOnce()
    expect([await waits(lin), messages()]).toEqual([['VASE'], []])

    await stand().setStock('VASE', 3)
    await stand().gateway.runJobsOnce()
    await stand().gateway.runJobsOnce()
    expect(messages()).toMatchObject([
      {
        person: LIN,
        page: 'goods/product/index?id=vase',
        values: { thing1: '花瓶', amount2: '¥199.00', thing3: '你关注的商品到货了，数量有限' },
      },
    ])
    expect(await waits(lin)).toEqual([])
  })

  test('set twice is one, and can be taken back', async () => {
    await stand().setStock('VASE', 0)
    await Promise.all([remind(lin), remind(lin)])
    expect(await waits(lin)).toEqual(['VASE'])
    await lin.post('/v1/restock-reminders/remove', VASE)
    await lin.post('/v1/restock-reminders/remove', VASE)
    expect(await waits(lin)).toEqual([])
  })

  test('is in the language it was set in', async () => {
    await stand().setStock('VASE', 0)
    await allow(LIN)
    await remind(lin, VASE, { 'accept-language': 'en' })
    await stand().setStock('VASE', 1)
    await stand().gateway.runJobsOnce()
    expect(messages()[0]!.values.thing3).toBe('Back in stock')
  })

  test('is the shopper’s own', async () => {
    await stand().setStock('VASE', 0)
    const chen = await stand().shopper(CHEN)
    await remind(lin)
    expect(await waits(chen)).toEqual([])
    await chen.post('/v1/restock-reminders/remove', VASE)
    expect(await waits(lin)).toEqual(['VASE'])
  })
})

describe('no reminder', () => {
  test('of what can be bought, of what nobody sells, nor for who is not signed in', async () => {
    expect(await remind(lin)).toMatchObject({ status: 409, body: { code: 'in_stock' } })
    expect(await remind(lin, { ...VASE, skuId: 'LAMP' })).toMatchObject({ status: 404 })
    expect(await remind(lin, { productId: 'nothing', skuId: 'VASE' })).toMatchObject({ status: 404 })
    expect(await remind(lin, { skuId: 'VASE' })).toMatchObject({ status: 400, body: { code: 'validation_failed' } })
    expect((await remind(stand().visitor())).status).toBe(401)
    expect(await stand().count('gateway.restock_reminders')).toBe(0)
  })

  test('beyond fifty: the oldest are let go', async () => {
    const { id } = (await lin.get<{ id: string }>('/v1/me')).body
    await stand().database.execute(
      `insert into gateway.restock_reminders (shopper_id, sku_id, product_id, locale, asked_at, looked_at)
        select $1, 'S' || n, 'p', 'zh-CN', $2::timestamptz - n * interval '1 day', $2
        from generate_series(1, 50) n`,
      [id, stand().clock.now().toISOString()],
    )
    await stand().setStock('VASE', 0)
    await remind(lin)
    const { rows } = await stand().database.execute('select sku_id from gateway.restock_reminders order by asked_at')
    expect([rows.length, rows[0]!.sku_id, rows.at(-1)!.sku_id]).toEqual([50, 'S49', 'VASE'])
  })
})

describe('a message that does not get through', () => {
  const backInStock = async () => {
    await stand().setStock('VASE', 0)
    await allow(LIN)
    await remind(lin)
    await stand().setStock('VASE', 1)
  }

  test('is tried again, and arrives once also when only the answer was lost', async () => {
    await backInStock()
    stand().sandbox.control.fail({ endpoint: 'message.subscribe', drop: 'answer' })
    await stand().gateway.runJobsOnce()
    expect(await waits(lin)).toEqual([])
    stand().clock.pass(61_000)
    await stand().gateway.runJobsOnce()
    expect([messages().length, await waits(lin)]).toEqual([1, []])
  })

  test('is given up where WeChat refuses it, and where the shopper lets none through', async () => {
    await backInStock()
    stand().sandbox.control.fail({ endpoint: 'message.subscribe', errcode: 47003 })
    await stand().gateway.runJobsOnce()
    expect(await waits(lin)).toEqual([])

    await stand().setStock('VASE', 0)
    const chen = await stand().shopper(CHEN)
    await remind(chen)
    await stand().setStock('VASE', 1)
    await stand().gateway.runJobsOnce()
    expect([messages(), await waits(chen)]).toEqual([[], []])
  })

  test('is sent by one gateway when several look at once', async () => {
    await backInStock()
    await allow(LIN)
    await allow(LIN)
    await Promise.all([1, 2, 3].map(() => stand().gateway.runJobsOnce()))
    expect(messages()).toHaveLength(1)
  })
})

describe('a product that cannot be read', () => {
  const waitFor = async (broken: () => Error) => {
    await stand().setStock('VASE', 0)
    await stand().setStock('LAMP', 0)
    await allow(LIN)
    await remind(lin, { productId: 'lamp', skuId: 'LAMP' })
    stand().clock.pass(MINUTE)
    await remind(lin)
    const backend = createPostgresCommerce({ database: stand().database, clock: stand().clock.now })
    const { product } = backend.catalog
    const catalog = {
      ...backend.catalog,
      product: async (...asked: Parameters<typeof product>) => {
        if (asked[1] === 'lamp') throw broken()
        return product(...asked)
      },
    }
    await stand().gateway.close()
    await stand().start({ backend: { ...backend, catalog } })
    await stand().setStock('VASE', 3)
  }
  afterEach(async () => {
    await stand().gateway.close()
    await stand().start()
  })

  test('is logged and left behind: those after it are looked at, and their shoppers told', async () => {
    await waitFor(() => new TypeError('a category with no name'))
    await stand().gateway.runJobsOnce()
    expect(messages()).toMatchObject([{ page: 'goods/product/index?id=vase' }])
    expect(stand().log.join('')).toContain('a product that shoppers wait for could not be looked at')
  })

  test('because the shop system is away, ends the look: the others would fare no better', async () => {
    await waitFor(() => new BackendUnavailable('the shop system is away'))
    stand().clock.pass(MINUTE)
    await expect(stand().gateway.runJobsOnce()).rejects.toThrow('the shop system is away')
    expect(messages()).toEqual([])
    // The one it stopped at has been looked at; the next look begins with the others.
    await expect(stand().gateway.runJobsOnce()).rejects.toThrow('the shop system is away')
    const { rows } = await stand().database.execute('select page from gateway.messages')
    expect(rows).toEqual([{ page: 'goods/product/index?id=vase' }])
  })
})

test('goods that are off sale for now are waited for', async () => {
  await stand().setStock('VASE', 0)
  await allow(LIN)
  await remind(lin)
  await stand().database.execute(`update commerce.skus set on_sale = false, on_hand = 5 where id = 'VASE'`)
  await stand().gateway.runJobsOnce()
  expect([messages(), await waits(lin)]).toEqual([[], ['VASE']])
  await stand().database.execute(`update commerce.skus set on_sale = true where id = 'VASE'`)
  await stand().gateway.runJobsOnce()
  expect(messages()).toHaveLength(1)
})

test('the phone is told which template to ask for; a shop without one says so, and takes no reminder', async () => {
  expect((await lin.get('/v1/message-templates')).body).toEqual({ restock: RESTOCK_TEMPLATE.id })
  const { db } = stand().database
  const backend = createPostgresCommerce({ database: stand().database, clock: stand().clock.now })
  const none = createRestockReminders({ db, backend, clock: stand().clock.now, templateId: null })
  expect(none.templateId).toBeNull()
  await expect(none.add({ customer: { id: 'x' }, locale: 'zh-CN' }, VASE)).rejects.toMatchObject({
    code: 'not_supported',
  })
})
