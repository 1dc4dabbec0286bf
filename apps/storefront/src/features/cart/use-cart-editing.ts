import type { Cart } from '@xiaopu/contract'
import { useLocale } from '../../i18n'
import { useEditMode } from '../edit-mode/use-edit-mode'

/** Edit mode: choosing lines to remove, also such as cannot be bought. What is chosen here is not what will be bought. */
export function useCartEditing(cart: Cart | undefined, remove: (lineIds: string[]) => Promise<boolean>) {
  const { t } = useLocale()
  const ids = cart?.lines.map(({ id }) => id) ?? []
  return useEditMode(ids, (count) => t('cart.removeSome', { count }), remove)
}
