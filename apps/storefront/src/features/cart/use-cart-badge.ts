import { useQuery } from '@tanstack/react-query'
import { useDidShow } from '@tarojs/taro'
import { useEffect } from 'react'
import { api } from '../../api/client'
import { isSignedIn } from '../../api/session'
import { useLocale } from '../../i18n'
import { setCartBadge } from '../../wechat'
import { cartKey } from './cart-desk'

/** How many pieces are in the cart; 0 for who has none yet. Looking around signs nobody in, so without a session nothing is asked. */
export function useCartCount(): number {
  const { data } = useQuery({
    queryKey: cartKey(useLocale().locale),
    queryFn: () => api.cart.get(),
    enabled: isSignedIn,
    select: ({ count }) => count,
  })
  return data ?? 0
}

/** Keeps the number on the cart's tab, also after coming back. Call it in each tab page. */
export function useCartBadge() {
  const count = useCartCount()
  useEffect(() => setCartBadge(count), [count])
  useDidShow(() => setCartBadge(count))
}
