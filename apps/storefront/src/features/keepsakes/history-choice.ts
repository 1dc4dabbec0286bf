import type { Shopper } from '@xiaopu/contract'
import { api } from '../../api/client'
import { hasLiveSession } from '../../api/session'
import { remember, remembered } from '../../wechat'

/** Whether what is looked at is kept: a guest decides on this phone, and what they decided becomes the shopper's. */
const KEY = 'history-choice'

interface Choice {
  keeps: boolean
  /** The gateway knows. */
  told: boolean
}

const isChoice = (value: unknown): value is Choice =>
  typeof value === 'object' && value !== null && typeof (value as Choice).keeps === 'boolean'

/** What a full phone could not keep: a choice about privacy holds at least until the app is closed. */
let unkept: Choice | null = null

function choice(): Choice {
  const kept = unkept ?? remembered(KEY)
  return isChoice(kept) ? kept : { keeps: true, told: true }
}

function decide(decided: Choice) {
  unkept = remember(KEY, decided) ? null : decided
}

export const keepsHistory = (): boolean => choice().keeps

/** Decides it here at once, and at the gateway if there is a session. @throws {ApiError} */
export async function chooseHistory(keeps: boolean): Promise<void> {
  decide({ keeps, told: false })
  if (!hasLiveSession()) return
  await api.me.change({ keepsHistory: keeps })
  decide({ keeps, told: true })
}

/** What was decided here and not told yet counts; otherwise what was decided on another phone does. */
export async function agreeOnHistory(shopper: Shopper): Promise<Shopper> {
  const { keeps, told } = choice()
  if (told) {
    decide({ keeps: shopper.keepsHistory, told: true })
    return shopper
  }
  const changed = await api.me.change({ keepsHistory: keeps })
  decide({ keeps, told: true })
  return changed
}
