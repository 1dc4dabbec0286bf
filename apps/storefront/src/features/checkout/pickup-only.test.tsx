import Taro from '@tarojs/taro'
import { act, waitFor } from '@testing-library/react'
import type { PurchaseSource } from '@xiaopu/contract'
import { api } from '../../api/client'
import { renderHookInApp } from '../../testing/open-shop'
import { callMine } from '../stores'
import { fromCart, openCheckout } from './testing/open-checkout'
import { useCheckout } from './use-checkout'

const { opened, submit, placed } = openCheckout()
const [SHANGHAI, SHENZHEN] = ['shanghai-wukang', 'shenzhen-mixc'] as const
const LAMP = 'lamp-white'
const toasts = () => jest.mocked(Taro.showToast).mock.calls.map(([options]) => options?.title)
const selected = async () => Object.fromEntries((await api.cart.get()).lines.map((line) => [line.skuId, line.selected]))

/** The lamp is sold out, and Shanghai has two. */
beforeEach(() => {
  callMine(null)
  jest.mocked(Taro.showToast).mockClear()
  opened.shop.setStoreStock(SHANGHAI, LAMP, 2)
})

async function open(source: PurchaseSource = fromCart, toPickUp = false) {
  const { result } = renderHookInApp(() => useCheckout(source, toPickUp))
  await waitFor(() => expect(result.current.quote).toBeDefined())
  await waitFor(() => expect(result.current.old).toBe(false))
  return result
}
async function withMug() {
  await api.cart.add({ skuId: 'mug-sand', quantity: 1 })
  await api.cart.add({ skuId: LAMP, quantity: 1, pickup: true })
}
type Checkout = Awaited<ReturnType<typeof open>>
const standsApart = ({ current }: Checkout) =>
  current.apart.map(({ because, lines }) => [because, ...lines.map(({ skuId }) => skuId)])
const settled = (checkout: Checkout) => waitFor(() => expect(checkout.current.old).toBe(false))

test('for a parcel it stands apart and is in no sum; the order waits, and goes without it once it is taken out', async () => {
  await withMug()
  const checkout = await open()
  expect(standsApart(checkout)).toEqual([['pickup_only', LAMP]])
  expect([checkout.current.quote!.amounts.goods, checkout.current.blocked]).toEqual([128_00, false])
  await submit(checkout)
  expect([toasts(), placed()]).toEqual([['有商品仅可到店自提，请改为自提或分开结算'], []])

  act(() => checkout.current.takeOut(checkout.current.apart[0]!))
  await waitFor(() => expect(checkout.current.notice).toBe('pickup.takenOut'))
  expect([standsApart(checkout), await selected()]).toEqual([[], { 'mug-sand': true, [LAMP]: false }])
  act(() => checkout.current.submit())
  await waitFor(() => expect(opened.shop.orders()).toHaveLength(1))
  expect(opened.shop.orders()[0]!.lines.map(({ skuId }) => skuId)).toEqual(['mug-sand'])
})

test('picked up, all of it comes from the one store', async () => {
  await withMug()
  const checkout = await open()
  act(() => checkout.current.toStore(checkout.current.apart[0]!))
  await waitFor(() => expect(checkout.current.pickupStores.store?.id).toBe(SHANGHAI))
  await settled(checkout)
  expect([standsApart(checkout), checkout.current.quote!.problems]).toEqual([[], []])
  act(() => checkout.current.submit())
  await waitFor(() => expect(opened.shop.orders()).toHaveLength(1))
  expect(placed()[0]!.body).toMatchObject({ address: null, delivery: { kind: 'pickup', storeId: SHANGHAI } })
  const { skus } = await api.catalog.product('lamp')
  expect([opened.shop.stock(LAMP), skus[0]!.pickup]).toEqual([0, { available: 1, maxQuantity: 1 }])
})

test('what one store lacks stands apart there, too; another store may have it all', async () => {
  await withMug()
  opened.shop.setStoreStock(SHENZHEN, LAMP, 0)
  callMine({ id: SHENZHEN, name: '深圳万象天地店' })
  const checkout = await open(fromCart, true)
  expect(standsApart(checkout)).toEqual([['not_here', LAMP]])
  const [lamp] = checkout.current.apart
  expect([checkout.current.canTakeOut(lamp!), checkout.current.quote!.amounts.goods]).toEqual([true, 128_00])
  await submit(checkout)
  expect(placed()).toEqual([])

  const shanghai = checkout.current.pickupStores.stores!.find(({ id }) => id === SHANGHAI)!
  act(() => checkout.current.pickupStores.choose(shanghai))
  await waitFor(() => expect(checkout.current.pickupStores.store?.id).toBe(SHANGHAI))
  await settled(checkout)
  expect(standsApart(checkout)).toEqual([])
})

test('opened for a store, the page never shows what sending would cost', async () => {
  const seen: unknown[] = []
  const source: PurchaseSource = { kind: 'direct', skuId: LAMP, quantity: 2 }
  const { result } = renderHookInApp(() => {
    const checkout = useCheckout(source, true)
    if (checkout.quote) seen.push(checkout.quote.lines[0]!.status)
    return checkout
  })
  await waitFor(() => expect(result.current.quote?.problems).toEqual([]))
  expect(new Set(seen)).toEqual(new Set(['low_stock']))
  act(() => result.current.submit())
  await waitFor(() => expect(opened.shop.orders()).toHaveLength(1))
  expect(opened.shop.orders()[0]).toMatchObject({ delivery: { kind: 'pickup' }, amounts: { shipping: 0 } })
})

test('bought at once and to be sent after all: nothing else is left to order, and a store is a tap away', async () => {
  const checkout = await open({ kind: 'direct', skuId: LAMP, quantity: 1 })
  expect(standsApart(checkout)).toEqual([['pickup_only', LAMP]])
  expect(checkout.current.canTakeOut(checkout.current.apart[0]!)).toBe(false)
  act(() => checkout.current.toStore(checkout.current.apart[0]!))
  await waitFor(() => expect(checkout.current.quote?.problems).toEqual([]))
  expect(opened.shop.requestsTo('selectCartLines')).toEqual([])
})

test('the last one that could be sent goes between quote and order: it is said, and can be picked up', async () => {
  await api.cart.add({ skuId: 'mug-sand', quantity: 1 })
  await api.cart.add({ skuId: 'kettle-black', quantity: 1 })
  const checkout = await open()
  opened.shop.setStock('kettle-black', 0)
  opened.shop.setStoreStock(SHANGHAI, 'kettle-black', 1)
  await submit(checkout)
  expect([checkout.current.notice, standsApart(checkout)]).toEqual([
    'pickup.onlySince',
    [['pickup_only', 'kettle-black']],
  ])
  expect(opened.shop.orders()).toEqual([])

  act(() => checkout.current.toStore(checkout.current.apart[0]!))
  await waitFor(() => expect(checkout.current.pickupStores.store?.id).toBe(SHANGHAI))
  await settled(checkout)
  expect(checkout.current.quote!.lines.map(({ skuId }) => skuId).sort()).toEqual(['kettle-black', 'mug-sand'])
  act(() => checkout.current.submit())
  await waitFor(() => expect(opened.shop.orders()).toHaveLength(1))
})

test('what could not be taken out or chosen stays where it was, and says why', async () => {
  await withMug()
  const checkout = await open()
  opened.shop.fail('selectCartLines', { code: 'internal', times: 2 })
  act(() => checkout.current.takeOut(checkout.current.apart[0]!))
  await waitFor(() => expect(toasts()).toHaveLength(1))
  act(() => checkout.current.toStore(checkout.current.apart[0]!))
  await waitFor(() => expect(toasts()).toHaveLength(2))
  expect([standsApart(checkout), checkout.current.pickup.wanted]).toEqual([[['pickup_only', LAMP]], false])
})
