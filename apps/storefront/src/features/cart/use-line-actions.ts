import type { CartLine } from '@xiaopu/contract'
import { useLocale } from '../../i18n'
import { confirm, toast } from '../../wechat'
import { wish } from '../keepsakes/favourite-desk'
import { mostOf } from './cart-change'
import { overLimit } from './line-limit'
import type { useCart } from './use-cart'

/** What can be done with a line besides another number; what the stepper asks the shopper before it asks the server. */
export function useLineActions({ setQuantity, remove }: Pick<ReturnType<typeof useCart>, 'setQuantity' | 'remove'>) {
  const { t } = useLocale()

  async function askToRemove({ id, name }: CartLine) {
    const yes = { title: t('cart.removeOne'), content: name, confirm: t('cart.remove'), cancel: t('common.cancel') }
    if (await confirm(yes)) await remove([id])
  }

  async function offerMaximum(line: CartLine) {
    const most = mostOf(line)
    const question = {
      title: t('cart.onlySoMany', { count: most }),
      content: t('cart.takeMaximum', { count: most }),
      confirm: t('common.confirm'),
      cancel: t('common.cancel'),
    }
    if (await confirm(question)) await setQuantity(line.id, most)
  }

  return {
    /** The stepper was pushed past its end. */
    onLimit(line: CartLine, limit: 'min' | 'max') {
      if (limit === 'min') void askToRemove(line)
      else if (overLimit(line) === 'offer') void offerMaximum(line)
      else toast(t('cart.atMaximum', { count: mostOf(line) }))
    },
    /** Out of the cart only once it is a favourite: it must not be in neither. */
    async onKeep(line: CartLine) {
      if ((await wish([line.productId], true)) && (await remove([line.id]))) toast(t('kept.moved'), 'success')
    },
  }
}
