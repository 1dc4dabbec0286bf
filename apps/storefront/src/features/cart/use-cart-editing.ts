import type { Cart } from '@xiaopu/contract'
import { useState } from 'react'
import { useLocale } from '../../i18n'
import { confirm } from '../../wechat'

/** Edit mode: choosing lines to remove, also such as cannot be bought. What is chosen here is not what will be bought. */
export function useCartEditing(cart: Cart | undefined, remove: (lineIds: string[]) => Promise<boolean>) {
  const { t } = useLocale()
  const [editing, setEditing] = useState(false)
  const [marked, setMarked] = useState<readonly string[]>([])
  const ids = cart?.lines.map(({ id }) => id) ?? []
  const chosen = ids.filter((id) => marked.includes(id))

  return {
    editing: editing && ids.length > 0,
    chosen,
    allChosen: chosen.length > 0 && chosen.length === ids.length,
    setEditing(on: boolean) {
      setEditing(on)
      setMarked([])
    },
    mark: (id: string, on: boolean) =>
      setMarked((before) => (on ? [...before, id] : before.filter((one) => one !== id))),
    markAll: (on: boolean) => setMarked(on ? ids : []),
    async removeChosen() {
      const question = {
        title: t('cart.removeSome', { count: chosen.length }),
        confirm: t('cart.remove'),
        cancel: t('common.cancel'),
      }
      if (!(await confirm(question))) return
      setEditing(false)
      await remove(chosen)
    },
  }
}
