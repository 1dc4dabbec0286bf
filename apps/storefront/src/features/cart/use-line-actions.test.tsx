import Taro from '@tarojs/taro'
import { act, waitFor } from '@testing-library/react'
import { api } from '../../api/client'
import { openShop, renderHookInApp } from '../../testing/open-shop'
import { useCart } from './use-cart'
import { useLineActions } from './use-line-actions'

const opened = openShop()

async function cartWithMug() {
  await api.cart.add({ skuId: 'mug-sand', quantity: 1 })
  const { result } = renderHookInApp(() => {
    const cart = useCart()
    return { ...cart, ...useLineActions(cart) }
  })
  await waitFor(() => expect(result.current.cart?.lines).toHaveLength(1))
  return result
}

test('what could not be made a favourite stays in the cart', async () => {
  const cart = await cartWithMug()
  opened.shop.fail('addFavourites', { code: 'internal', times: 5 })
  await act(() => cart.current.onKeep(cart.current.cart!.lines[0]!))
  expect(cart.current.cart?.lines).toHaveLength(1)
  expect(opened.shop.requestsTo('removeCartLines')).toEqual([])
}, 10_000)

test('移入收藏 makes it a favourite and takes it out of the cart', async () => {
  const cart = await cartWithMug()
  await act(() => cart.current.onKeep(cart.current.cart!.lines[0]!))
  await waitFor(() => expect(cart.current.cart?.lines).toEqual([]))
  expect(await api.favourites.ids()).toEqual(['mug'])
  expect(Taro.showToast).toHaveBeenCalledWith(expect.objectContaining({ title: '已移入收藏' }))
})
