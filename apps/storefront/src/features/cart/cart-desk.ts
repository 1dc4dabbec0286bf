import { isApiError } from '@xiaopu/api-client'
import type { Cart } from '@xiaopu/contract'
import { create } from 'zustand'
import { api } from '../../api/client'
import { queryClient } from '../../api/query-client'
import { type Locale, t, useLocaleStore } from '../../i18n'
import { toast } from '../../wechat'
import { type CartChange, supersedes } from './cart-change'
import { createChangeQueue } from './change-queue'
import { goodsRefusal } from './goods-refusal'

const CART = ['cart'] as const
/** Under which name the cart is kept; the language is part of it, since names come translated. */
export const cartKey = (locale: Locale) => [...CART, locale] as const

/** What the shopper did and the server has not answered yet; drawn over the last cart the server sent. */
export const useUnanswered = create<{ changes: readonly CartChange[] }>(() => ({ changes: [] }))

/** Takes a cart the server sent. A read that was under way is dropped: it may have left before the change. */
export async function keepCart(cart: Cart) {
  await queryClient.cancelQueries({ queryKey: CART })
  queryClient.setQueryData(cartKey(useLocaleStore.getState().locale), cart)
}

/** Asks again what is in the cart, after something that may have changed it without an answer to say so. */
export const rereadCart = () => queryClient.invalidateQueries({ queryKey: CART })

const calls: { [Kind in CartChange['kind']]: (change: Extract<CartChange, { kind: Kind }>) => Promise<Cart> } = {
  quantity: ({ lineId, quantity }) => api.cart.changeQuantity(lineId, quantity),
  sku: ({ lineId, skuId }) => api.cart.changeSku(lineId, skuId),
  select: ({ lineIds, selected }) => api.cart.select(lineIds, selected),
  remove: ({ lineIds }) => api.cart.remove(lineIds),
}

/** One for the app, as there is one cart. A change that fails is no longer drawn: the cart is again what the server said. */
export const cartChanges = createChangeQueue<CartChange>({
  supersedes,
  async send(change) {
    await keepCart(await (calls[change.kind] as (change: CartChange) => Promise<Cart>)(change))
  },
  onChange: () => useUnanswered.setState({ changes: cartChanges.unanswered() }),
  onFailure(error) {
    toast(goodsRefusal(error, t))
    void rereadCart()
    return isApiError(error) && (error.code === 'network' || error.code === 'timeout')
  },
})
