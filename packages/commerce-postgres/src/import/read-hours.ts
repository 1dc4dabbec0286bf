import type { OpeningHours } from '@xiaopu/commerce'

const CLOCK = /^([01]\d|2[0-3]):[0-5]\d$/

/**
 * `1-5 10:00-22:00; 6,7 09:30-22:30` as opening hours; null when it is written otherwise. Days are ISO weekdays
 * (1 = Monday). A shop may close at 24:00, or after midnight: `5,6 18:00-02:00`.
 */
export function readHours(text: string): OpeningHours | null {
  const hours: OpeningHours = []
  for (const part of text.split(/[;；]/).map((part) => part.trim())) {
    if (part === '') continue
    const [, days = '', opens = '', closes = ''] = /^([\d,\s-]+)\s+([\d:]+)\s*[-–]\s*([\d:]+)$/.exec(part) ?? []
    const weekdays = readWeekdays(days)
    if (weekdays.length === 0 || !CLOCK.test(opens) || !(CLOCK.test(closes) || closes === '24:00')) return null
    hours.push({ weekdays, opens, closes })
  }
  return hours
}

function readWeekdays(text: string): number[] {
  const weekdays = new Set<number>()
  for (const part of text.split(',').map((part) => part.trim())) {
    const [, first, last = first] = /^([1-7])(?:-([1-7]))?$/.exec(part) ?? []
    if (first === undefined || Number(last) < Number(first)) return []
    for (let day = Number(first); day <= Number(last); day++) weekdays.add(day)
  }
  return [...weekdays].sort()
}
