import Taro from '@tarojs/taro'
import { act, waitFor } from '@testing-library/react'
import type { PurchaseSource } from '@xiaopu/contract'
import { api } from '../../../api/client'
import { address } from '../../../testing/address'
import { openShop, renderHookInApp } from '../../../testing/open-shop'
import { remember } from '../../../wechat'
import { orderKeysMeant } from '../order-key'
import { useCheckout } from '../use-checkout'

export { address }

export const fromCart: PurchaseSource = { kind: 'cart' }

/** For the top of a test file: a shop, a phone that remembers an address, and no order meant yet. */
export function openCheckout() {
  const opened = openShop()
  beforeEach(() => {
    for (const coupons of [[], ['FRESH10'], ['PLUS5', 'MORE20']]) orderKeysMeant.forget({ source: fromCart, coupons })
    remember('address', address)
  })

  return {
    opened,
    /** The checkout page's hook with one SKU in the cart, once it is quoted. */
    async checkoutOf(skuId: string, quantity = 1) {
      await api.cart.add({ skuId, quantity })
      const { result } = renderHookInApp(() => useCheckout(fromCart))
      await waitFor(() => expect(result.current.quote?.lines).toHaveLength(1))
      await waitFor(() => expect(result.current.old).toBe(false))
      return result
    },
    async submit(checkout: { current: ReturnType<typeof useCheckout> }) {
      act(() => checkout.current.submit())
      await waitFor(() => expect(checkout.current.submitting).toBe(false))
    },
    /** Titles of the questions WeChat has put. */
    asked: () => jest.mocked(Taro.showModal).mock.calls.map(([options]) => options?.title),
    placed: () => opened.shop.requestsTo('placeOrder'),
  }
}
