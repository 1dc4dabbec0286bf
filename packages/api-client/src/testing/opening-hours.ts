import type { Store } from '@xiaopu/contract'

const MINUTE = 60_000
const DAY = 24 * 60
/** China keeps one time, eight hours ahead of UTC, without summer time. */
const SHANGHAI = 8 * 60

const minutesOf = (time: string) => Number(time.slice(0, 2)) * 60 + Number(time.slice(3))

function isOpen(hours: Store['hours'], at: number): boolean {
  const local = Math.floor(at / MINUTE) + SHANGHAI
  // 1970-01-01 was a Thursday; ISO weekdays begin with Monday as 1.
  const weekday = ((Math.floor(local / DAY) + 3) % 7) + 1
  const minute = local % DAY
  return hours.some(
    ({ weekdays, opens, closes }) =>
      weekdays.includes(weekday) && minutesOf(opens) <= minute && minute < minutesOf(closes),
  )
}

/** Whether a shop is open at `now` (ms), and when that turns over within the next week. */
export function openingAt(hours: Store['hours'], now: number): Pick<Store, 'openNow' | 'changesAt'> {
  const openNow = isOpen(hours, now)
  const firstMinute = Math.floor(now / MINUTE) + 1
  for (let minute = firstMinute; minute <= firstMinute + 7 * DAY; minute++)
    if (isOpen(hours, minute * MINUTE) !== openNow)
      return { openNow, changesAt: new Date(minute * MINUTE).toISOString() }
  return { openNow, changesAt: null }
}
