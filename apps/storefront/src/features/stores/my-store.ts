import { create } from 'zustand'
import { forget, remember, remembered } from '../../wechat'

const KEY = 'my-store'

const known = () => {
  const id = remembered(KEY)
  return typeof id === 'string' ? id : null
}

/** The store the shopper calls theirs, kept on this phone: home shows it, and checkout offers it first. */
export const useMyStore = create<{ id: string | null }>(() => ({ id: known() }))

export function callMine(id: string | null) {
  if (id === null) forget(KEY)
  else remember(KEY, id)
  useMyStore.setState({ id })
}
