import type { Address, SavedAddress } from '@xiaopu/contract'
import { create } from 'zustand'
import { forget, remember, remembered } from '../../wechat'
import { isSameAddress, plainAddress, rememberedAddress } from './address-from'

const KEY = 'address'

/** Where this purchase goes. `id` is that of the book; null for an address which is not in it. */
export interface ChosenAddress {
  id: string | null
  address: Address
}

/** What one page lets another know: chosen in the address book, used by the checkout below it. */
export const useChosenAddress = create<{ chosen: ChosenAddress | null }>(() => ({ chosen: null }))

/** For this purchase, and for the next one of a shopper without a book. */
export function sendTo(chosen: ChosenAddress) {
  remember(KEY, chosen.address)
  useChosenAddress.setState({ chosen })
}

/** Another purchase: nothing is chosen yet. */
export const chooseAnew = () => useChosenAddress.setState({ chosen: null })

export const chosenFrom = (saved: SavedAddress): ChosenAddress => ({ id: saved.id, address: plainAddress(saved) })

export const addressOfLastTime = () => rememberedAddress(remembered(KEY))

/** What was taken out of the book is not remembered on the phone either. */
export function forgetAddress(gone: Address) {
  const last = addressOfLastTime()
  if (last && isSameAddress(last, gone)) forget(KEY)
}

/**
 * Where it goes: what was chosen, as it stands in the book now; else the book's first, which is the default; for who has no book, the
 * address of last time. A chosen one that was taken out of the book gives way to the first.
 */
export function whereTo(
  chosen: ChosenAddress | null,
  book: readonly SavedAddress[] | undefined,
  lastTime: Address | null,
): ChosenAddress | null {
  if (chosen && (chosen.id === null || !book)) return chosen
  const [first] = book ?? []
  const found = book?.find(({ id }) => id === chosen?.id) ?? first
  if (found) return chosenFrom(found)
  return !chosen && lastTime ? { id: null, address: lastTime } : null
}
