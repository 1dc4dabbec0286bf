import { useRef, useState } from 'react'
import { api } from '../../api/client'
import { t } from '../../i18n'
import { toast } from '../../wechat'
import { keepCart, rereadCart } from './cart-desk'
import { goodsRefusal } from './goods-refusal'

/**
 * Puts goods into the cart and tells the shopper how it went. While one addition is under way another tap does nothing: adding is
 * not idempotent, so two taps would be two pieces.
 * @returns `add` settles with whether the goods are in the cart; its `toPickUp` is for goods that only a store has
 */
export function useAddToCart() {
  const [adding, setAdding] = useState(false)
  const busy = useRef(false)

  async function add(skuId: string, quantity: number, toPickUp = false): Promise<boolean> {
    if (busy.current) return false
    busy.current = true
    setAdding(true)
    try {
      await keepCart(await api.cart.add({ skuId, quantity, pickup: toPickUp }))
      toast(t('cart.added'), 'success')
      return true
    } catch (error) {
      toast(goodsRefusal(error, t))
      // A lost answer may have been a yes: the cart says which.
      void rereadCart()
      return false
    } finally {
      busy.current = false
      setAdding(false)
    }
  }
  return { add, adding }
}
