import Taro from '@tarojs/taro'
import { type Answer, ask } from './answer'

/** As bright as it was before the code was shown, 0 to 1; null: nobody has changed it. */
let before: number | null = null
/** One change after the other: a page that is left while its screen is still being turned up must find it turned down. */
let changing: Promise<unknown> = Promise.resolve()

/**
 * A code for a till is read better from a bright screen that stays on. Both are undone with `false`; where the phone does not say how
 * bright it is, it is left alone, since nobody could put it back. Settles always, and never asks or tells the shopper.
 */
export function wantBrightScreen(wanted: boolean): Promise<unknown> {
  changing = changing.then(() => (wanted ? brighten() : restore()))
  return changing
}

async function brighten(): Promise<void> {
  if (before !== null) return
  const now = await ask(
    () => Taro.getScreenBrightness(),
    // The typings leave out what every client answers with.
    (answer) => (answer as unknown as { value: number }).value,
  )
  if (now.status !== 'ok' || !Number.isFinite(now.value)) return
  before = now.value
  await Promise.all([setTo(1), keepOn(true)])
}

async function restore(): Promise<void> {
  if (before === null) return
  const value = before
  before = null
  await keepOn(false)
  // Left bright, the phone would stay so for every other app as well: one more try.
  if ((await setTo(value)).status !== 'ok') await setTo(value)
}

const nothing = () => undefined
const setTo = (value: number): Promise<Answer<void>> => ask(() => Taro.setScreenBrightness({ value }), nothing)
const keepOn = (keepScreenOn: boolean): Promise<Answer<void>> =>
  ask(() => Taro.setKeepScreenOn({ keepScreenOn }), nothing)
