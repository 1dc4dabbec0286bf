import Taro from '@tarojs/taro'
import { act, waitFor } from '@testing-library/react'
import { api } from '../../api/client'
import { openShop, renderHookInApp } from '../../testing/open-shop'
import { useAddToCart, useCart, useCartBadge } from './index'

const opened = openShop()
const toasts = () => jest.mocked(Taro.showToast).mock.calls.map(([options]) => options?.title)

async function cartWith(...skuIds: string[]) {
  for (const skuId of skuIds) await api.cart.add({ skuId, quantity: 1 })
  const { result } = renderHookInApp(useCart)
  await waitFor(() => expect(result.current.cart?.lines).toHaveLength(skuIds.length))
  return { cart: result, line: result.current.cart!.lines[0]! }
}
const quantities = () =>
  opened.shop.requestsTo('changeCartLine').map(({ body }) => (body as { quantity: number }).quantity)

test('five fast taps on plus end in the last quantity, and are two requests', async () => {
  const { cart, line } = await cartWith('mug-sand')
  act(() => [2, 3, 4, 5, 6].forEach((quantity) => void cart.current.setQuantity(line.id, quantity)))
  expect(cart.current).toMatchObject({ updating: true, cart: { lines: [{ quantity: 6 }], subtotal: 128_00 } })
  await waitFor(() => expect(cart.current.updating).toBe(false))
  expect(cart.current.cart).toMatchObject({ lines: [{ quantity: 6 }], subtotal: 6 * 128_00 })
  expect(quantities()).toEqual([2, 6])
})

test('more than there is: the quantity goes back and the shopper is told how many are left', async () => {
  const { cart, line } = await cartWith('kettle-black')
  await act(() => cart.current.setQuantity(line.id, 5))
  expect(cart.current.cart!.lines[0]!.quantity).toBe(1)
  expect(toasts()).toEqual(['只剩 2 件了，购物车里的也算在内'])
})

test('without a connection the cart is again what it was, with one sentence for all that was tapped', async () => {
  const { cart, line } = await cartWith('mug-sand', 'tee-cream-S')
  opened.shop.fail('changeCartLine', { network: true, times: 9 })
  await act(() =>
    Promise.all([cart.current.setQuantity(line.id, 4), cart.current.select([line.id], false)]).then(() => undefined),
  )
  expect(cart.current.cart!.lines[0]).toMatchObject({ quantity: 1, selected: true })
  expect(toasts()).toEqual(['网络连接不上，请检查后重试'])
})

test('an expired session is renewed once, unseen', async () => {
  const { cart, line } = await cartWith('mug-sand')
  opened.shop.expireSessions()
  const before = jest.mocked(Taro.login).mock.calls.length
  await act(() => cart.current.setQuantity(line.id, 2))
  expect(cart.current.cart!.lines[0]!.quantity).toBe(2)
  expect(jest.mocked(Taro.login).mock.calls.length - before).toBe(1)
  expect(toasts()).toEqual([])
})

test('a second tap on 加入购物车 does not add a second piece', async () => {
  const { result } = renderHookInApp(useAddToCart)
  await act(async () => {
    await Promise.all([result.current.add('mug-sand', 1), result.current.add('mug-sand', 1)])
  })
  expect((await api.cart.get()).count).toBe(1)
  expect(toasts()).toEqual(['已加入购物车'])
})

test('what sold out while the shopper was choosing is not added, and says so', async () => {
  opened.shop.setStock('mug-sand', 0)
  const { result } = renderHookInApp(useAddToCart)
  await act(async () => expect(await result.current.add('mug-sand', 1)).toBe(false))
  expect(toasts()).toEqual(['刚刚售罄，看看别的款式吧'])
})

test('looking around signs nobody in for the badge; the first addition shows it', async () => {
  const { result } = renderHookInApp(() => {
    useCartBadge()
    return useAddToCart()
  })
  expect(Taro.login).not.toHaveBeenCalled()
  await act(async () => void (await result.current.add('mug-sand', 3)))
  await waitFor(() => expect(Taro.setTabBarBadge).toHaveBeenLastCalledWith({ index: 2, text: '3' }))
})
