import { useState } from 'react'
import { useLocale } from '../../i18n'
import { confirm } from '../../wechat'

/**
 * Edit mode of a list: choosing what is to be taken out, which is asked about once for all of it.
 *
 * @param ids what is on the list now; what has left it is no longer chosen
 * @param question asks whether so many are really to go
 */
export function useEditMode(
  ids: readonly string[],
  question: (count: number) => string,
  remove: (chosen: string[]) => Promise<unknown>,
) {
  const { t } = useLocale()
  const [editing, setEditing] = useState(false)
  const [marked, setMarked] = useState<readonly string[]>([])
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
      const asked = { title: question(chosen.length), confirm: t('cart.remove'), cancel: t('common.cancel') }
      if (!(await confirm(asked))) return
      setEditing(false)
      await remove(chosen)
    },
  }
}
