import type { Translate } from '../../i18n'

/** A distance as one says it: to ten metres below a kilometre, to a hundred below ten, then to the kilometre. @param meters whole metres */
export function distanceWords(meters: number, t: Translate): string {
  const near = Math.max(Math.round(meters / 10) * 10, 10)
  if (near < 1000) return t('stores.metres', { count: near })
  const kilometres = meters / 1000
  const rounded = kilometres < 9.95 ? Math.round(kilometres * 10) / 10 : Math.round(kilometres)
  return t('stores.kilometres', { count: rounded })
}
