import type { Order } from '@xiaopu/contract'
import type { Translate } from '../../i18n'
import { timeLeft } from './countdown'
import { shopTime } from './date-words'

const MINUTE = 60_000
const HOUR = 60 * MINUTE
const DAY = 24 * HOUR

/** "还剩 6 天 3 小时 自动确认收货", on server time; null for an order that is not on its way. */
export function receiptWords({ receiptDueAt, serverTime }: Pick<Order, 'receiptDueAt' | 'serverTime'>, t: Translate) {
  if (!receiptDueAt) return null
  const left = timeLeft({ expiresAt: receiptDueAt, serverTime, receivedAt: 0 }, 0)
  if (left < MINUTE) return t('care.receivedSoon')
  return t('care.receivedIn', { time: spanWords(left, t) })
}

function spanWords(ms: number, t: Translate): string {
  const [days, hours, minutes] = [Math.floor(ms / DAY), Math.floor(ms / HOUR) % 24, Math.floor(ms / MINUTE) % 60]
  if (days > 0) return t('care.daysHours', { days, hours })
  return hours > 0 ? t('care.hoursMinutes', { hours, minutes }) : t('care.minutes', { minutes })
}

/** When the shop was last asked where it is; null where it was not. */
export const reminderWords = ({ reminder }: Pick<Order, 'reminder'>, t: Translate) =>
  reminder && t('care.remindedAt', { time: shopTime(reminder.last) })
