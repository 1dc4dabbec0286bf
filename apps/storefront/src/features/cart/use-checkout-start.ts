import type { Cart } from '@xiaopu/contract'
import { useState } from 'react'
import { t } from '../../i18n'
import { open, toast } from '../../wechat'
import { isPickupOnly } from './cart-change'
import type { useCart } from './use-cart'

/** 去结算: the order is quoted on the cart the server knows, so what was just tapped has to arrive there first. */
export function useCheckoutStart({ settled }: Pick<ReturnType<typeof useCart>, 'settled'>) {
  const [leaving, setLeaving] = useState(false)
  return {
    leaving,
    async start({ selectedCount, lines }: Cart) {
      if (leaving) return
      if (selectedCount === 0) return toast(t('errors.nothing_to_buy'))
      setLeaving(true)
      await settled()
      const chosen = lines.filter(({ selected }) => selected)
      await open('checkout', { way: chosen.every(isPickupOnly) ? 'pickup' : undefined })
      setLeaving(false)
    },
  }
}
