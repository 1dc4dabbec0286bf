import Taro from '@tarojs/taro'
import { act, waitFor } from '@testing-library/react'
import { api } from '../../api/client'
import { isSignedIn } from '../../api/session'
import { openShop, renderHookInApp } from '../../testing/open-shop'
import { useCartBadge, useCartCount } from '../cart'
import { useSignOut } from './use-settings'

const opened = openShop()

const inTheApp = async () => {
  await api.cart.add({ skuId: 'mug-sand', quantity: 2 })
  const { result } = renderHookInApp(() => {
    useCartBadge()
    return { count: useCartCount(), ...useSignOut() }
  })
  await waitFor(() => expect(result.current.count).toBe(2))
  return result
}

test('after signing out nothing of the shopper is left on the screen, and nobody is signed in again for it', async () => {
  const app = await inTheApp()
  await act(() => app.current.signOut())
  await waitFor(() => expect(app.current).toMatchObject({ count: 0, signedIn: false }))
  expect(Taro.removeTabBarBadge).toHaveBeenCalled()
  expect(isSignedIn()).toBe(false)
  expect(opened.shop.requestsTo('signIn')).toHaveLength(1)
})

test('without a connection the phone is signed out all the same', async () => {
  const app = await inTheApp()
  opened.shop.fail('signOut', { network: true })
  await act(() => app.current.signOut())
  expect(isSignedIn()).toBe(false)
})

test('a shopper who thinks better of it stays', async () => {
  const app = await inTheApp()
  jest.mocked(Taro.showModal).mockResolvedValueOnce({ confirm: false, cancel: true, errMsg: 'showModal:ok' })
  await act(() => app.current.signOut())
  expect([app.current.count, isSignedIn()]).toEqual([2, true])
})
