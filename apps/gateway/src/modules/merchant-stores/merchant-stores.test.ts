import { randomUUID } from 'node:crypto'
import type { Cart, MerchantAct, MerchantStore, Problem, Quote, StoreList } from '@xiaopu/contract'
import { openedShop } from '../../testing/opened-shop'

const { stand, shopper, owner } = openedShop(
  {},
  "delete from commerce.stores where id = 'gz-shamian'; truncate gateway.merchant_acts",
)

const SHAMIAN = {
  name: { 'zh-CN': '沙面店', en: 'Shamian' },
  city: { 'zh-CN': '广州', en: 'Guangzhou' },
  address: { 'zh-CN': '沙面大街 1 号', en: '1 Shamian Street' },
  location: { latitude: 23.107, longitude: 113.243 },
  phone: '020-81210000',
  hours: [{ weekdays: [1, 2, 3, 4, 5, 6, 7], opens: '10:00', closes: '22:00' }],
  services: ['pickup'] as const,
}
const at = (id = 'gz-shamian') => `/v1/merchant/stores/${id}`
const put = (body: object = SHAMIAN, id?: string) => owner.call<MerchantStore & Problem>('PUT', at(id), body)
const remove = (id?: string) => owner.call<Problem>('DELETE', at(id))
const shown = async () => (await stand().visitor().get<StoreList>('/v1/stores?q=shamian')).body.stores
const count = (onHand: number, id = 'gz-shamian') => owner.call('PUT', `${at(id)}/skus/LAMP/stock`, { onHand })

/** Lin orders a lamp to be picked up there. */
async function ordersThere() {
  const delivery = { kind: 'pickup', storeId: 'gz-shamian' }
  const source = { kind: 'cart' }
  await shopper.post<Cart>('/v1/cart/lines', { skuId: 'LAMP', quantity: 1 })
  const { body } = await shopper.post<Quote>('/v1/checkout/quote', { source, address: null, delivery })
  const who = { name: '林小满', phone: '14000000101' }
  const answer = await shopper.place(
    body.id,
    `key-${randomUUID()}`,
    { kind: 'cart' },
    {
      ...{ address: null, delivery: { kind: 'pickup' as const, storeId: 'gz-shamian', ...who } },
    },
  )
  return answer.status
}

test('a shop is opened, changed and closed, shoppers see it at once, and each act is written down', async () => {
  expect(await put()).toMatchObject({ status: 200, body: { id: 'gz-shamian', ...SHAMIAN } })
  expect(await shown()).toMatchObject([{ id: 'gz-shamian', name: '沙面店', city: '广州', services: ['pickup'] }])
  const before = (await owner.get<{ stores: MerchantStore[] }>('/v1/merchant/stores')).body.stores
  expect(before.at(-1)).toEqual({ id: 'gz-shamian', ...SHAMIAN })

  await put({ ...SHAMIAN, phone: '020-81219999', hours: [] })
  expect(await shown()).toMatchObject([{ phone: '020-81219999', hours: [], openNow: false }])
  const after = (await owner.get<{ stores: MerchantStore[] }>('/v1/merchant/stores')).body.stores
  expect(after.map(({ id }) => id)).toEqual(before.map(({ id }) => id))

  expect((await remove()).status).toBe(204)
  expect(await shown()).toEqual([])
  const { body } = await owner.get<{ items: MerchantAct[] }>('/v1/merchant/acts')
  expect(body.items.map(({ act, outcome }) => `${act} ${outcome}`).sort()).toEqual([
    'putMerchantStore done',
    'putMerchantStore done',
    'removeMerchantStore done',
  ])
})

test.each([
  ['no name', { name: undefined }, 'body.name'],
  ['a place off the earth', { location: { latitude: 91, longitude: 0 } }, 'body.location.latitude'],
  ['hours at no time', { hours: [{ weekdays: [1], opens: '25:00', closes: '26:00' }] }, 'body.hours[0].opens'],
  ['an eighth day', { hours: [{ weekdays: [8], opens: '10:00', closes: '12:00' }] }, 'body.hours[0].weekdays[0]'],
  ['a service nobody knows', { services: ['valet'] }, 'body.services[0]'],
])('a shop with %s is refused with the field, and is not opened', async (_, changes, path) => {
  const { status, body } = await put({ ...SHAMIAN, ...changes })
  expect([status, body.code, body.fields?.map((field) => field.path)]).toEqual([
    ...([400, 'validation_failed'] as const),
    expect.arrayContaining([path]),
  ])
  expect(await shown()).toEqual([])
})

test('one where orders are still to be picked up is not closed', async () => {
  await put()
  await count(2)
  expect(await ordersThere()).toBe(201)
  expect(await remove()).toMatchObject({ status: 409, body: { code: 'stock_reserved' } })
  expect(await shown()).toHaveLength(1)
  const left = await stand().database.execute("select reserved from commerce.store_stock where store_id = 'gz-shamian'")
  expect(left.rows).toEqual([{ reserved: 1 }])
})

test('closed while somebody orders there, it is either closed or has the order, never both', async () => {
  await put()
  await count(2)
  const [ordered, closed] = await Promise.all([ordersThere(), remove()])
  expect([ordered === 201, closed.status === 204]).toEqual(closed.status === 204 ? [false, true] : [true, false])
})

test('one nobody knows is not found; only the owner opens and closes', async () => {
  expect(await remove('nowhere')).toMatchObject({ status: 404 })
  for (const who of [shopper, stand().visitor()]) {
    expect((await who.call('PUT', at(), SHAMIAN)).status).toBe(401)
    expect((await who.call('DELETE', at('sh-anfu'))).status).toBe(401)
  }
})
