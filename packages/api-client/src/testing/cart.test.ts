import type { ApiClient } from '../index'
import { failureOf } from '../test/scripted-gateway'
import { openShop, useServer, visitor } from '../test/shopping'
import type { Shop } from './index'

const server = useServer()
let shop: Shop
let api: ApiClient
beforeEach(() => {
  ;({ shop, api } = openShop(server, { cartCapacity: 3, shopperOf: (code) => code.split('-')[0]! }))
})
afterEach(() => expect(shop.faults).toEqual([]))

describe('goods that cannot be added', () => {
  test('because they are sold out', async () => {
    expect(await failureOf(api.cart.add({ skuId: 'lamp-white', quantity: 1 }))).toMatchObject({
      code: 'out_of_stock',
      lines: [{ skuId: 'lamp-white', status: 'sold_out', available: 0 }],
    })
  })

  test('because there are only two, one of which is in the cart', async () => {
    await api.cart.add({ skuId: 'kettle-black', quantity: 1 })
    expect(await failureOf(api.cart.add({ skuId: 'kettle-black', quantity: 2 }))).toMatchObject({
      code: 'out_of_stock',
      lines: [{ skuId: 'kettle-black', status: 'insufficient', available: 2 }],
    })
    expect((await api.cart.get()).count).toBe(1)
  })

  test('because one order may take no more', async () => {
    expect(await failureOf(api.cart.add({ skuId: 'desk-elm', quantity: 4 }))).toMatchObject({ code: 'quantity_limit' })
  })

  test('because they are not sold any more', async () => {
    shop.setOnSale('mug-sand', false)
    expect(await failureOf(api.cart.add({ skuId: 'mug-sand', quantity: 1 }))).toMatchObject({ code: 'off_sale' })
  })

  test('because there is no such thing', async () => {
    expect(await failureOf(api.cart.add({ skuId: 'tee-green-L', quantity: 1 }))).toMatchObject({ code: 'not_found' })
  })

  test('because the cart is full', async () => {
    for (const skuId of ['mug-sand', 'blanket-grey', 'tee-green-S']) await api.cart.add({ skuId, quantity: 1 })
    expect(await failureOf(api.cart.add({ skuId: 'tee-green-M', quantity: 1 }))).toMatchObject({ code: 'cart_full' })
  })

  test.each([0, -1, 1.5, 1e9])('because %d is no quantity', async (quantity) => {
    expect(await failureOf(api.cart.add({ skuId: 'mug-sand', quantity }))).toMatchObject({
      code: 'validation_failed',
      fields: [{ path: 'quantity' }],
    })
  })
})

test('a cart is its shopper’s own', async () => {
  const { lines } = await api.cart.add({ skuId: 'mug-sand', quantity: 1 })
  const stranger = visitor('zh-CN', 'stranger')
  expect((await stranger.cart.get()).lines).toEqual([])
  expect(await failureOf(stranger.cart.changeQuantity(lines[0]!.id, 2))).toMatchObject({ code: 'not_found' })
})

test('sums are over the selected lines, and the badge counts what can be bought', async () => {
  await api.cart.add({ skuId: 'blanket-grey', quantity: 2 })
  const { lines } = await api.cart.add({ skuId: 'mug-sand', quantity: 1 })
  expect(lines.map(({ skuId }) => skuId)).toEqual(['mug-sand', 'blanket-grey'])
  expect(await api.cart.select([lines[0]!.id], false)).toMatchObject({
    count: 3,
    selectedCount: 2,
    subtotal: 798_00,
    saved: 400_00,
  })
  expect(await api.cart.select('all', true)).toMatchObject({ selectedCount: 3, subtotal: 926_00 })
})

test('a line that cannot be bought is marked and unselected, and comes back when its quantity is corrected', async () => {
  const { lines } = await api.cart.add({ skuId: 'kettle-black', quantity: 2 })
  shop.setStock('kettle-black', 1)
  expect(await api.cart.get()).toMatchObject({
    count: 0,
    subtotal: 0,
    lines: [{ status: 'insufficient', available: 1, maxQuantity: 1, selected: false }],
  })
  expect(await api.cart.changeQuantity(lines[0]!.id, 1)).toMatchObject({
    subtotal: 680_00,
    lines: [{ status: 'low_stock', selected: true }],
  })
})

test('what is left of a line is not swept out with the lines that are dead', async () => {
  await api.cart.add({ skuId: 'kettle-black', quantity: 2 })
  await api.cart.add({ skuId: 'mug-sand', quantity: 1 })
  shop.setStock('kettle-black', 1)
  shop.setOnSale('mug-sand', false)
  const { lines } = await api.cart.remove('unavailable')
  expect(lines.map(({ skuId }) => skuId)).toEqual(['kettle-black'])
})

test('another SKU keeps the quantity and joins the line that has it', async () => {
  await api.cart.add({ skuId: 'tee-cream-S', quantity: 2 })
  const { lines } = await api.cart.add({ skuId: 'tee-green-S', quantity: 3 })
  const changed = await api.cart.changeSku(lines[0]!.id, 'tee-cream-S')
  expect(changed.lines).toMatchObject([{ skuId: 'tee-cream-S', quantity: 5, options: ['米白', 'S'] }])
  expect(await failureOf(api.cart.changeSku(lines[0]!.id, 'mug-sand'))).toMatchObject({ code: 'not_found' })
})

test('removing what is gone already is no error', async () => {
  const { lines } = await api.cart.add({ skuId: 'mug-sand', quantity: 1 })
  const ids = [lines[0]!.id]
  await api.cart.remove(ids)
  expect((await api.cart.remove(ids)).lines).toEqual([])
})
