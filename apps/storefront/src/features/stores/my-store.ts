import { isApiError } from '@xiaopu/api-client'
import type { MyStore, Store } from '@xiaopu/contract'
import { create } from 'zustand'
import { api } from '../../api/client'
import { hasLiveSession } from '../../api/session'
import { t } from '../../i18n'
import { forget, remember, remembered, toast } from '../../wechat'

const KEY = 'my-store'

/** What was decided last on this phone, or heard of the shopper's other phones. */
interface Choice {
  id: string | null
  /** As it was called when it was chosen: all there is to say once it is gone. */
  name: string
  /** UTC, ISO 8601; of two choices the newer one counts. */
  at: string
  /** The gateway knows. */
  told: boolean
}

const NONE: Choice = { id: null, name: '', at: new Date(0).toISOString(), told: true }

function read(kept: unknown): Choice {
  // Earlier versions kept the id alone.
  if (typeof kept === 'string') return { ...NONE, id: kept, told: false }
  const { id, name, at, told } = (kept ?? {}) as Partial<Choice>
  if (id === undefined || typeof at !== 'string' || Number.isNaN(Date.parse(at))) return NONE
  return { id, name: name ?? '', at, told: told === true }
}

let choice = read(remembered(KEY))

/** The store the shopper calls theirs: home shows it, and checkout offers it first. A guest's is kept on this phone, a shopper's with their account too. */
export const useMyStore = create<{ id: string | null }>(() => ({ id: choice.id }))

function decide(decided: Choice) {
  choice = decided
  remember(KEY, decided)
  useMyStore.setState({ id: decided.id })
}

/** Calls a store theirs, here at once and at the gateway if there is a session. Nobody is signed in for it. */
export function callMine(store: Pick<Store, 'id' | 'name'> | null, since = choice.at) {
  // Newer than what it takes the place of, also by the clock of a phone that is slow.
  const at = new Date(Math.max(Date.now(), Date.parse(since) + 1)).toISOString()
  decide({ id: store?.id ?? null, name: store?.name ?? '', at, told: false })
  void agreeOnMyStore()
}

/** Forgets it on this phone only: the shopper is leaving it. */
export function forgetMine() {
  choice = NONE
  agreed = false
  forget(KEY)
  useMyStore.setState({ id: null })
}

let agreed = false
let agreeing: Promise<void> | undefined

/** Asks once after the start what was chosen on other phones. */
export const learnMyStore = () => (agreed ? undefined : agreeOnMyStore())

/** Tells the gateway what was chosen here, hears what was chosen elsewhere, and keeps the newer. Without a session, or an answer, what is here stays. */
export function agreeOnMyStore(): Promise<void> {
  agreeing ??= agree().then((answered) => {
    agreeing = undefined
    // Chosen anew while this was under way.
    if (answered && !choice.told) void agreeOnMyStore()
  })
  return agreeing
}

/** @returns whether the gateway has answered */
async function agree(): Promise<boolean> {
  if (!hasLiveSession()) return false
  const mine = choice
  try {
    const known = mine.told
      ? await api.stores.mine()
      : await api.stores.chooseMine({ storeId: mine.id, chosenAt: mine.at })
    if (choice === mine) settle(mine, known)
  } catch (error) {
    // It was closed before the gateway heard of it; anything else is told the next time.
    if (!isApiError(error) || error.code !== 'not_found') return false
    if (choice === mine) sayGone(mine.name, mine.at)
  }
  agreed = true
  return true
}

function settle(mine: Choice, { storeId, chosenAt, gone }: MyStore) {
  // Told that there is none any more, a gateway that goes on about the old one is not answered for ever.
  if (gone !== null && mine.id === null && !mine.told) return decide({ ...mine, told: true })
  if (gone !== null) return sayGone(gone, chosenAt ?? mine.at)
  const name = storeId === mine.id ? mine.name : ''
  if (chosenAt !== null) decide({ id: storeId, name, at: chosenAt, told: true })
}

function sayGone(name: string, since: string) {
  callMine(null, since)
  toast(t('stores.mineGone', { name: name || t('stores.mine') }))
}

/** Without a session the list of all stores is what says that one is gone. @param stores all there are */
export function dropIfGone(stores: readonly Store[]) {
  if (choice.id !== null && !stores.some(({ id }) => id === choice.id)) sayGone(choice.name, choice.at)
}
