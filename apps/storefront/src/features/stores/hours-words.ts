import type { Store } from '@xiaopu/contract'
import type { Translate } from '../../i18n'
import { DAY_NAMES } from './opening-words'

/** A line for each span of the week: 周一至周五 10:00–22:00. */
export function hoursWords(hours: Store['hours'], t: Translate): string[] {
  return hours.map(({ weekdays, opens, closes }) => `${daysWords(weekdays, t)} ${opens}–${closes}`)
}

function daysWords(weekdays: number[], t: Translate): string {
  const days = [...weekdays].sort()
  const nameOf = (day: number | undefined) => t(DAY_NAMES[(day ?? 1) as keyof typeof DAY_NAMES])
  if (days.length === 7) return t('stores.everyDay')
  const inARow = days.every((day, index) => index === 0 || day === days[index - 1]! + 1)
  if (inARow && days.length > 2) return t('stores.fromTo', { from: nameOf(days[0]), to: nameOf(days.at(-1)) })
  return days.map(nameOf).join(t('orders.and'))
}
