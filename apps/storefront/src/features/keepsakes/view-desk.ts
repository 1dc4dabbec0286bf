import type { Product } from '@xiaopu/contract'
import { create } from 'zustand'
import { api } from '../../api/client'
import { queryClient } from '../../api/query-client'
import { hasLiveSession } from '../../api/session'
import { useLocaleStore } from '../../i18n'
import { forget, remember, remembered } from '../../wechat'
import { keepsHistory } from './history-choice'
import { keptKeys } from './kept-keys'
import { readLog, untold, type ViewLog, withTold, withView } from './view-log'

const KEY = 'views'
/** Looks within this time of each other are told together. */
const BATCH_MS = 4_000

export const useViewLog = create<{ log: ViewLog }>(() => ({ log: readLog(remembered(KEY)) }))

function write(log: ViewLog) {
  useViewLog.setState({ log })
  remember(KEY, log)
}

let batch: ReturnType<typeof setTimeout> | undefined

/** Remembers a look at once on this phone; the gateway hears of it a little later, if there is a session. */
export function noteView(product: Pick<Product, 'id' | 'name' | 'picture'>) {
  if (!keepsHistory()) return
  const { locale } = useLocaleStore.getState()
  write(withView(useViewLog.getState().log, product, new Date().toISOString(), locale))
  clearTimeout(batch)
  batch = setTimeout(() => void tellViews(), BATCH_MS)
}

let telling: Promise<void> | undefined

/** Tells the gateway what it does not know yet. Never signs anybody in: what was seen as a guest waits for the sign-in. */
export function tellViews(): Promise<void> {
  telling ??= tell().finally(() => {
    telling = undefined
  })
  return telling
}

async function tell() {
  const views = untold(useViewLog.getState().log)
  if (views.length === 0 || !hasLiveSession()) return
  try {
    await api.history.add(views)
  } catch {
    // It stays to be told, and goes with the next look.
    return
  }
  write(withTold(useViewLog.getState().log, views))
  void queryClient.invalidateQueries({ queryKey: keptKeys.history })
}

/** Forgets what was looked at, on this phone only. */
export function forgetViews() {
  clearTimeout(batch)
  useViewLog.setState({ log: [] })
  forget(KEY)
}

/**
 * Forgets it here and at the gateway; when that cannot be told, it is forgotten nowhere.
 * @throws {ApiError}
 */
export async function clearViews(signedIn: boolean) {
  // A telling under way would bring back what is being forgotten.
  await telling
  if (signedIn) await api.history.clear()
  forgetViews()
}
