import type { Store } from '@xiaopu/contract'
import type { Translate } from '../../i18n'

const HOUR_MS = 3_600_000
const DAY_MS = 24 * HOUR_MS
/** The shops' clock: China has one time zone and no summer time. The phone may be anywhere. */
const SHANGHAI_MS = 8 * HOUR_MS

const dayOf = (ms: number) => Math.floor((ms + SHANGHAI_MS) / DAY_MS)

function clockOf(ms: number): string {
  const minutes = Math.floor((ms + SHANGHAI_MS) / 60_000) % (24 * 60)
  return [Math.floor(minutes / 60), minutes % 60].map((part) => String(part).padStart(2, '0')).join(':')
}

/** ISO weekday, 1 = Monday. Day 0 of the epoch was a Thursday. */
const weekdayOf = (day: number) => ((((day + 3) % 7) + 7) % 7) + 1
/** ISO weekdays. */
export const DAY_NAMES = {
  1: 'stores.day1',
  2: 'stores.day2',
  3: 'stores.day3',
  4: 'stores.day4',
  5: 'stores.day5',
  6: 'stores.day6',
  7: 'stores.day7',
} as const

/** Whether a store is open, and until or from when, in words. @param now ms since the epoch */
export function openingWords({ openNow, changesAt }: Pick<Store, 'openNow' | 'changesAt'>, now: number, t: Translate) {
  const at = changesAt === null ? Number.NaN : Date.parse(changesAt)
  if (Number.isNaN(at)) return t(openNow ? 'stores.openAlways' : 'stores.closed')
  const time = clockOf(at)
  if (openNow) {
    // Open till midnight is open till 24:00, as the sign on the door says.
    if (time === '00:00') return t('stores.openUntil', { time: '24:00' })
    return t('stores.openUntil', { time })
  }
  const days = dayOf(at) - dayOf(now)
  if (days <= 0) return t('stores.opensToday', { time })
  if (days === 1) return t('stores.opensTomorrow', { time })
  const weekday = weekdayOf(dayOf(at)) as keyof typeof DAY_NAMES
  return t('stores.opensOn', { day: t(DAY_NAMES[weekday]), time })
}
