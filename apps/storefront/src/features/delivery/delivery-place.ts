import { create } from 'zustand'
import { remember, remembered } from '../../wechat'
import type { Place } from './delivery-words'

const KEY = 'delivery-place'

/** What was picked on a product page: it holds on the others, too, until the app is opened anew. */
const usePickedPlace = create<{ picked: Place | null }>(() => ({ picked: null }))

export const useChosenPlace = () => usePickedPlace((state) => state.picked)

/** For this visit before any address; and, for who has no address, for the next. */
export function pickPlace({ province, city }: Place) {
  const picked = { province, city }
  remember(KEY, picked)
  usePickedPlace.setState({ picked })
}

/** Another visit: only the phone remembers. */
export const forgetPickedPlace = () => usePickedPlace.setState({ picked: null })

export function placeOfLastTime(): Place | null {
  const kept = remembered(KEY) as Partial<Place> | null | undefined
  const { province, city } = kept ?? {}
  return typeof province === 'string' && province && typeof city === 'string' ? { province, city } : null
}
