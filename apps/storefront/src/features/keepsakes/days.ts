import type { Translate } from '../../i18n'
import { shopTime } from '../orders/date-words'

const DAY_MS = 24 * 3_600_000

const dayOf = (instant: string) => shopTime(instant).slice(0, 10)

/** Rows by the day of the shop's calendar, in the order they come in. */
export function byDay<Row extends { at: string }>(rows: readonly Row[]): { day: string; rows: Row[] }[] {
  const days: { day: string; rows: Row[] }[] = []
  for (const row of rows) {
    const day = dayOf(row.at)
    const last = days.at(-1)
    if (last?.day === day) last.rows.push(row)
    else days.push({ day, rows: [row] })
  }
  return days
}

/** A day in words, as far as there are some for it. @param now ms */
export function dayWords(day: string, now: number, t: Translate): string {
  if (day === dayOf(new Date(now).toISOString())) return t('kept.today')
  if (day === dayOf(new Date(now - DAY_MS).toISOString())) return t('kept.yesterday')
  return day
}
