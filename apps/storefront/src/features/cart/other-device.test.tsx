import Taro from '@tarojs/taro'
import { act, waitFor } from '@testing-library/react'
import { api } from '../../api/client'
import { openShop, renderHookInApp } from '../../testing/open-shop'
import { useCart } from './index'

openShop()
const toasts = () => jest.mocked(Taro.showToast).mock.calls.map(([options]) => options?.title)

/** This phone shows a cart; what is done by `api` afterwards it has not heard of: that is the other device. */
async function shownHere(...skuIds: string[]) {
  for (const skuId of skuIds) await api.cart.add({ skuId, quantity: 1 })
  const { result } = renderHookInApp(useCart)
  await waitFor(() => expect(result.current.cart?.lines).toHaveLength(skuIds.length))
  const idOf = (skuId: string) => result.current.cart!.lines.find((line) => line.skuId === skuId)!.id
  return { here: result, idOf }
}
const inCart = (lines: { skuId: string; quantity: number }[]) => lines.map(({ skuId, quantity }) => [skuId, quantity])

test('what another device has put in meanwhile is there after the next tap, and nothing of it is lost', async () => {
  const { here, idOf } = await shownHere('mug-sand')
  await api.cart.add({ skuId: 'tee-cream-S', quantity: 2 })
  expect(here.current.cart!.lines).toHaveLength(1)
  await act(() => here.current.setQuantity(idOf('mug-sand'), 3))
  const server = inCart((await api.cart.get()).lines)
  expect(server).toEqual(
    expect.arrayContaining([
      ['mug-sand', 3],
      ['tee-cream-S', 2],
    ]),
  )
  expect(inCart(here.current.cart!.lines)).toEqual(server)
})

test('a tap on a line that another device has taken out is taken back, said, and the cart is then the true one', async () => {
  const { here, idOf } = await shownHere('mug-sand', 'tee-cream-S')
  await api.cart.remove([idOf('mug-sand')])
  await act(async () => expect(await here.current.setQuantity(idOf('mug-sand'), 4)).toBe(false))
  expect(toasts()).toHaveLength(1)
  await waitFor(() => expect(inCart(here.current.cart!.lines)).toEqual([['tee-cream-S', 1]]))
  expect(inCart((await api.cart.get()).lines)).toEqual([['tee-cream-S', 1]])
})

test('全选 from an old cart ticks what the other device put in, too, and the sum is the server’s', async () => {
  const { here, idOf } = await shownHere('mug-sand')
  await act(() => here.current.select([idOf('mug-sand')], false))
  await api.cart.add({ skuId: 'tee-cream-S', quantity: 1 })
  await act(() => here.current.select('all', true))
  const server = await api.cart.get()
  expect(here.current.cart).toEqual(server)
  expect(server.lines.every(({ selected }) => selected)).toBe(true)
})
