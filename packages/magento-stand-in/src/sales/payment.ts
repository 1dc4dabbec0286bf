import type { Magento } from '../magento'
import type { Cart } from '../state/state'
import { totalsOf } from './totals'

/** Nothing to pay is paid by "free" and by nothing else. */
export function paymentMethods(magento: Magento, cart: Cart): { code: string; title: string; status: string }[] {
  if (cart.items.length > 0 && totalsOf(magento, cart).grandTotal === 0) {
    return [{ code: 'free', title: 'No Payment Information Required', status: 'pending' }]
  }
  return magento.settings.paymentMethods
}
