import { create } from 'zustand'
import { type GeoPoint, openSettings, whereAmI, whereAmIIfAllowed } from '../../wechat'

interface Position {
  /** GCJ-02; null as long as it is not known. */
  point: GeoPoint | null
  /** `denied`: the shopper or the phone refused; the settings are the way out. */
  state: 'unknown' | 'locating' | 'known' | 'denied' | 'failed'
}

/** Where the shopper is, for all pages. It is not kept on the phone and goes nowhere but into the search for stores. */
export const usePositionStore = create<Position>(() => ({ point: null, state: 'unknown' }))
const { setState: set, getState: get } = usePositionStore

const know = (point: GeoPoint) => set({ point, state: 'known' })

/** Looks without asking: only where it was allowed before. */
export async function lookUpPosition() {
  if (get().state === 'locating') return
  const point = await whereAmIIfAllowed()
  if (point) know(point)
}

/** Asks WeChat, which asks the shopper the first time. Call it on a tap. */
export async function locate() {
  if (get().state === 'locating') return
  const { point } = get()
  set({ state: 'locating' })
  const answer = await whereAmI()
  if (answer.status === 'ok') know(answer.value)
  // A change of mind leaves things as they were.
  else set({ point, state: answer.status === 'cancelled' ? 'unknown' : answer.status })
}

/** To WeChat's settings and back; if the location is allowed then, it is looked up. */
export async function allowInSettings() {
  await openSettings()
  await lookUpPosition()
}

export function usePosition() {
  const { point, state } = usePositionStore()
  return { point, state, locate, lookUp: lookUpPosition, allowInSettings }
}
