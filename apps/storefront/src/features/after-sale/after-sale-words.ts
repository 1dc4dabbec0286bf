import type { AfterSale } from '@xiaopu/contract'
import type { Translate } from '../../i18n'
import type { IconName } from '../../ui'
import { shopTime } from '../orders/date-words'

export const stateWords = ({ state }: Pick<AfterSale, 'state'>, t: Translate) => t(`afterSale.state_${state}`)

type Hinted = Pick<AfterSale, 'kind' | 'state' | 'returnBy' | 'refund' | 'insteadOfExchange'>

/** What that means for the shopper: what happens next, or what they can do. */
export function stateHint({ kind, state, returnBy, refund, insteadOfExchange }: Hinted, t: Translate): string {
  if (insteadOfExchange && state === 'awaiting_return' && returnBy) {
    return t('afterSale.hint_insteadBy', { time: shopTime(returnBy) })
  }
  if (state === 'awaiting_return' && returnBy) return t('afterSale.hint_returnBy', { time: shopTime(returnBy) })
  if (state === 'returning' && kind === 'exchange') return t('afterSale.hint_returning_exchange')
  if (state === 'refunding' && refund?.state === 'delayed') return t('afterSale.hint_refundDelayed')
  return t(`afterSale.hint_${state}`)
}

export const STATE_ICONS: Record<AfterSale['state'], IconName> = {
  requested: 'clock',
  awaiting_return: 'package-open',
  returning: 'truck',
  received: 'package-check',
  refunding: 'wallet',
  refunded: 'wallet',
  replacement_sent: 'truck',
  completed: 'package-check',
  refused: 'info',
  withdrawn: 'info',
  expired: 'info',
  closed: 'info',
}

type Valued = Pick<AfterSale, 'open' | 'asked' | 'granted' | 'refund'>

/** fen: what goes back, or will unless somebody says no. null: nothing does, as with most exchanges and after a refusal. */
export function moneyOf({ open, asked, granted, refund }: Valued): number | null {
  const money = refund?.amount ?? (open ? (granted ?? asked) : 0)
  return money > 0 ? money : null
}
