import type { Cart } from '@xiaopu/contract'
import { useLocale } from '../../i18n'
import { toast } from '../../wechat'
import { useEditMode } from '../edit-mode/use-edit-mode'
import { wish } from '../keepsakes/favourite-desk'

/** Edit mode: choosing lines to remove, also such as cannot be bought. What is chosen here is not what will be bought. */
export function useCartEditing(cart: Cart | undefined, remove: (lineIds: string[]) => Promise<boolean>) {
  const { t } = useLocale()
  const ids = cart?.lines.map(({ id }) => id) ?? []
  const mode = useEditMode(ids, (count) => t('cart.removeSome', { count }), remove)
  return {
    ...mode,
    /** Out of the cart only once they are favourites: they must not be in neither. */
    async keepChosen() {
      const { chosen } = mode
      const products = cart?.lines.filter(({ id }) => chosen.includes(id)).map(({ productId }) => productId)
      if (!(await wish([...new Set(products)], true)) || !(await remove(chosen))) return
      mode.setEditing(false)
      toast(t('kept.moved'), 'success')
    },
  }
}
