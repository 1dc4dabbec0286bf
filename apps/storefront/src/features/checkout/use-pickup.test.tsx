import { act, waitFor } from '@testing-library/react'
import type { StoreWithStock } from '@xiaopu/contract'
import { callMine, useMyStore } from '../stores'
import { address, openCheckout } from './testing/open-checkout'
import { storeAtFirst } from './use-pickup'

const { opened, checkoutOf, submit, placed } = openCheckout()
const [SHANGHAI, SHENZHEN] = ['shanghai-wukang', 'shenzhen-mixc']
beforeEach(() => callMine(null))

const storeOf = (checkout: Awaited<ReturnType<typeof checkoutOf>>, wanted: string) =>
  checkout.current.pickupStores.stores!.find(({ id }) => id === wanted)!

/** The checkout, switched to picking up, once the store stands on the page and its sums hold. */
async function toPickUp(skuId = 'mug-sand') {
  const checkout = await checkoutOf(skuId)
  act(() => checkout.current.pickup.want(true))
  await waitFor(() => expect(checkout.current.pickupStores.store).not.toBeNull())
  await waitFor(() => expect(checkout.current.old).toBe(false))
  return checkout
}

test.each([
  ['the shopper’s own', 'b', 'b'],
  ['the first that has everything', null, 'c'],
  ['one’s own that is gone gives way', 'z', 'c'],
])('%s stands on the page first', (_, mine, first) => {
  const stores = [
    ['a', 'some'],
    ['b', 'nothing'],
    ['c', 'all'],
  ].map(([id, has]) => ({ id, has }) as StoreWithStock)
  expect(storeAtFirst(stores, mine)?.id).toBe(first)
  expect(storeAtFirst([], mine)).toBeUndefined()
})

test('picking up costs no delivery, and the order carries the store and the person of the address book', async () => {
  const checkout = await checkoutOf('mug-sand')
  expect(checkout.current.quote?.amounts.shipping).toBeGreaterThan(0)
  act(() => checkout.current.pickup.want(true))
  await waitFor(() => expect(checkout.current.quote?.amounts.shipping).toBe(0))
  await waitFor(() => expect(checkout.current.old).toBe(false))
  act(() => checkout.current.submit())
  await waitFor(() => expect(placed()).toHaveLength(1))
  expect(placed()[0]!.body).toMatchObject({
    address: null,
    delivery: { kind: 'pickup', storeId: SHANGHAI, name: address.name, phone: address.phone },
  })
})

test('another store is chosen, is quoted anew, and is the shopper’s own from then on', async () => {
  const checkout = await toPickUp()
  act(() => checkout.current.pickupStores.choose(storeOf(checkout, SHENZHEN)))
  await waitFor(() => expect(checkout.current.pickupStores.store?.id).toBe(SHENZHEN))
  await waitFor(() => expect(checkout.current.old).toBe(false))
  expect(useMyStore.getState().id).toBe(SHENZHEN)
  act(() => checkout.current.pickup.want(false))
  await waitFor(() => expect(checkout.current.quote?.amounts.shipping).toBeGreaterThan(0))
})

test('what the store lacks is said, and no order is sent', async () => {
  opened.shop.setStoreStock(SHANGHAI, 'mug-sand', 0)
  callMine({ id: SHANGHAI, name: '上海武康路店' })
  const checkout = await toPickUp()
  expect(checkout.current.quote?.problems).toEqual(['store_out_of_stock'])
  await submit(checkout)
  expect(placed()).toEqual([])
})

test('sold out in the store at the last moment: the sums are asked for again, and nothing is ordered', async () => {
  const checkout = await toPickUp()
  opened.shop.setStoreStock(SHANGHAI, 'mug-sand', 0)
  await submit(checkout)
  await waitFor(() => expect(checkout.current.quote?.problems).toEqual(['store_out_of_stock']))
  await waitFor(() => expect(checkout.current.pickupStores.store?.has).toBe('nothing'))
  expect([placed().length, opened.shop.orders()]).toEqual([1, []])
})

test('nobody to hand it to: the field says so, and no order is sent', async () => {
  const checkout = await toPickUp()
  act(() => checkout.current.pickup.write({ name: ' ', phone: '12' }))
  await submit(checkout)
  expect([checkout.current.pickup.wrong, placed()]).toEqual([{ name: true, phone: true }, []])
  act(() => checkout.current.pickup.write({ name: '李四', phone: '13900139000' }))
  expect(checkout.current.pickup.wrong).toEqual({ name: false, phone: false })
  act(() => checkout.current.submit())
  await waitFor(() => expect(placed()[0]?.body).toMatchObject({ delivery: { name: '李四', phone: '13900139000' } }))
})

test('stores that cannot be asked for now are asked for again, and a parcel can be sent all the same', async () => {
  opened.shop.fail('findStoresWith', { network: true, times: 3 })
  const checkout = await checkoutOf('mug-sand')
  act(() => checkout.current.pickup.want(true))
  await waitFor(() => expect(checkout.current.pickupStores.error).not.toBeNull())
  expect(checkout.current.old).toBe(true)
  opened.shop.mend()
  act(() => checkout.current.pickupStores.retry())
  await waitFor(() => expect(checkout.current.pickupStores.store?.id).toBe(SHANGHAI))
})
