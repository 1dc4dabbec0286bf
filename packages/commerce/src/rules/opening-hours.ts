import type { Store } from '../port/stores'

export type OpeningHours = Store['hours']

const MINUTE = 60_000
const DAY = 24 * 60
/** Asia/Shanghai is UTC+8 all year: China has had no daylight saving time since 1991. */
const SHANGHAI = 8 * 60

/** Whether the shop is open at `now`. */
export function openNow(hours: OpeningHours, now: Date): boolean {
  const minute = shanghaiMinute(now)
  return spans(hours, minute).some(({ from, to }) => from <= minute && minute < to)
}

/** When `openNow` turns over next; null when it never does (always open, or never). */
export function nextChange(hours: OpeningHours, now: Date): Date | null {
  const minute = shanghaiMinute(now)
  const around = joined(spans(hours, minute))
  const edges = around.flatMap(({ from, to }) => [from, to]).filter((edge) => edge > minute)
  const next = Math.min(...edges)
  // The window looked at ends a week ahead: an edge out there is only the window's own.
  if (!Number.isFinite(next) || next - minute > 7 * DAY) return null
  return new Date((next - SHANGHAI) * MINUTE)
}

interface Span {
  from: number
  to: number
}

/** Minutes since the epoch on the clock of Shanghai. */
function shanghaiMinute(now: Date): number {
  return Math.floor(now.getTime() / MINUTE) + SHANGHAI
}

/** The opening spans from the day before `minute` (it may reach over midnight) to eight days after, in order. */
function spans(hours: OpeningHours, minute: number): Span[] {
  const today = Math.floor(minute / DAY)
  const found: Span[] = []
  for (let day = today - 1; day <= today + 8; day++) {
    // 1970-01-01 was a Thursday, ISO weekday 4.
    const weekday = ((day + 3) % 7) + 1
    for (const { weekdays, opens, closes } of hours) {
      if (!weekdays.includes(weekday)) continue
      const from = day * DAY + clockMinutes(opens)
      const until = day * DAY + clockMinutes(closes)
      // 18:00–02:00 closes the day after; 00:00–00:00 is the whole day.
      found.push({ from, to: until > from ? until : until + DAY })
    }
  }
  return found.sort((a, b) => a.from - b.from)
}

/** Spans that touch or overlap are one: midnight in a 24-hour shop changes nothing. */
function joined(sorted: Span[]): Span[] {
  const result: Span[] = []
  for (const span of sorted) {
    const last = result.at(-1)
    if (last && span.from <= last.to) last.to = Math.max(last.to, span.to)
    else result.push({ ...span })
  }
  return result
}

function clockMinutes(clock: string): number {
  const [hour = 0, minute = 0] = clock.split(':').map(Number)
  return hour * 60 + minute
}
