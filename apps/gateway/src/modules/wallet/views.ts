import type { CheckoutPort } from '@xiaopu/commerce'
import type { Locale, WalletCoupon, WalletState } from '@xiaopu/contract'
import type { campaigns, takenCoupons } from './tables'

export type CampaignRow = typeof campaigns.$inferSelect
/** Which of the codes may be used together with others, by the shop system. */
export type StackableOf = CheckoutPort['stackableOf']
export type TakenRow = typeof takenCoupons.$inferSelect

/** Whether one can be taken now. */
export function isOpen({ terms, taken }: Pick<CampaignRow, 'terms' | 'taken'>, now: Date): boolean {
  if (terms.startsAt && now < new Date(terms.startsAt)) return false
  if (terms.endsAt && now >= new Date(terms.endsAt)) return false
  return terms.stock === null || taken < terms.stock
}

export function stateOf({ orderId, redeemedAt, expiresAt }: TakenRow, now: Date): WalletState {
  if (orderId !== null || redeemedAt !== null) return 'used'
  return expiresAt !== null && expiresAt <= now ? 'expired' : 'usable'
}

export function walletView(
  row: TakenRow,
  { id, terms }: CampaignRow,
  { stackable, locale, now }: { stackable: boolean; locale: Locale; now: Date },
): WalletCoupon {
  const state = stateOf(row, now)
  return {
    id: row.id,
    campaignId: id,
    code: terms.code,
    name: terms.name[locale],
    benefit: terms.benefit[locale],
    note: terms.note[locale],
    takenAt: row.takenAt.toISOString(),
    expiresAt: row.expiresAt?.toISOString() ?? null,
    state,
    tillCode: state === 'usable' ? row.tillCode : null,
    stackable,
  }
}
