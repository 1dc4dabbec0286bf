import type { Translate } from '../../i18n'
import { shopTime } from '../orders/date-words'

const DAY = 24 * 3_600_000
/** From here on the days are counted aloud. */
const SOON_DAYS = 3

/** Days a coupon is still good for, a day begun counts; null where that is nothing to hurry for. */
export function daysLeft(expiresAt: string | null, now: number): number | null {
  if (expiresAt === null) return null
  const days = Math.ceil((Date.parse(expiresAt) - now) / DAY)
  return days >= 1 && days <= SOON_DAYS ? days : null
}

/** How long a coupon is good for, on the shop's clock. */
export const validityWords = (expiresAt: string | null, t: Translate) =>
  expiresAt === null ? t('wallet.always') : t('wallet.until', { time: shopTime(expiresAt) })
