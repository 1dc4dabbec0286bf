import type { Store } from '@xiaopu/contract'
import type { Translate } from '../../i18n'

const DAYS = {
  1: 'stores.day1',
  2: 'stores.day2',
  3: 'stores.day3',
  4: 'stores.day4',
  5: 'stores.day5',
  6: 'stores.day6',
  7: 'stores.day7',
} as const

/** A line for each span of the week: 周一至周五 10:00–22:00. */
export function hoursWords(hours: Store['hours'], t: Translate): string[] {
  return hours.map(({ weekdays, opens, closes }) => `${daysWords(weekdays, t)} ${opens}–${closes}`)
}

function daysWords(weekdays: number[], t: Translate): string {
  const days = [...weekdays].sort()
  const nameOf = (day: number | undefined) => t(DAYS[(day ?? 1) as keyof typeof DAYS])
  if (days.length === 7) return t('stores.everyDay')
  const inARow = days.every((day, index) => index === 0 || day === days[index - 1]! + 1)
  if (inARow && days.length > 2) return t('stores.fromTo', { from: nameOf(days[0]), to: nameOf(days.at(-1)) })
  return days.map(nameOf).join(t('orders.and'))
}
