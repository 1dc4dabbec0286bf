import type { ApiClient } from '../index'
import { failureOf } from '../test/scripted-gateway'
import { openShop, useServer } from '../test/shopping'
import type { Shop } from './index'

const server = useServer()
let shop: Shop
let api: ApiClient
const LAMP = { skuId: 'lamp-white', quantity: 1 }
const [SHANGHAI, SHENZHEN] = ['shanghai-wukang', 'shenzhen-mixc'] as const
/** The lamp is sold out: two lie in Shanghai, one in Shenzhen. */
beforeEach(() => {
  ;({ shop, api } = openShop(server))
  shop.setStoreStock(SHANGHAI, LAMP.skuId, 2)
  shop.setStoreStock(SHENZHEN, LAMP.skuId, 1)
})
afterEach(() => expect(shop.faults).toEqual([]))
const selected = async () => (await api.cart.get()).lines.filter((line) => line.selected).map(({ skuId }) => skuId)

test('what only stores have is said beside what can be sent, and refused to who does not come for it', async () => {
  const { skus } = await api.catalog.product('lamp')
  expect(skus).toMatchObject([
    { stock: { status: 'sold_out' }, maxQuantity: 0, pickup: { available: 2, maxQuantity: 2 } },
  ])
  expect(await failureOf(api.cart.add(LAMP))).toMatchObject({ code: 'out_of_stock' })
  expect(await failureOf(api.cart.add({ ...LAMP, quantity: 3, pickup: true }))).toMatchObject({
    code: 'out_of_stock',
    lines: [{ available: 2 }],
  })
})

test('it is selected by itself and not with all others', async () => {
  await api.cart.add({ skuId: 'mug-sand', quantity: 1 })
  await api.cart.add({ ...LAMP, pickup: true })
  expect(await selected()).toEqual(['lamp-white', 'mug-sand'])
  await api.cart.select('all', false)
  await api.cart.select('all', true)
  expect(await selected()).toEqual(['mug-sand'])
  const [lamp] = (await api.cart.get()).lines
  await api.cart.select([lamp!.id], true)
  expect(await selected()).toEqual(['lamp-white', 'mug-sand'])
})

test('it is left out of a parcel, and taken from the store it is ordered at', async () => {
  await api.cart.add({ ...LAMP, quantity: 2, pickup: true })
  const source = { kind: 'cart' } as const
  const sent = await api.checkout.quote({ source, address: null })
  expect(sent).toMatchObject({ amounts: { goods: 0 }, lines: [{ status: 'sold_out', pickup: { available: 2 } }] })
  const short = await api.checkout.quote({ source, address: null, delivery: { kind: 'pickup', storeId: SHENZHEN } })
  expect(short).toMatchObject({ problems: ['store_out_of_stock'], lines: [{ status: 'insufficient', available: 1 }] })
  const delivery = { kind: 'pickup', storeId: SHANGHAI } as const
  const { id } = await api.checkout.quote({ source, address: null, delivery })
  const who = { name: '王小明', phone: '13800138000' }
  const order = { quoteId: id, source, address: null, delivery: { ...delivery, ...who }, fapiao: null, remark: '' }
  await api.orders.place(order, { idempotencyKey: 'a-lamp-from-shanghai' })
  expect((await api.catalog.product('lamp')).skus[0]!.pickup).toEqual({ available: 1, maxQuantity: 1 })
  expect(shop.stock(LAMP.skuId)).toBe(0)
})
