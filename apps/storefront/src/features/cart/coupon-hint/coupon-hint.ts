import type { FittingCoupons, WalletCoupon } from '@xiaopu/contract'

export interface Hint {
  /** fen until it counts */
  missing: number
  /** What it takes off, in the merchant's words. */
  benefit: string
  /** Others may be used with it. */
  stackable: boolean
}

/** The coupon of the wallet that the least is missing for; null where none is a matter of buying more. */
export function couponHint(
  { unusable }: Pick<FittingCoupons, 'unusable'>,
  wallet: readonly Pick<WalletCoupon, 'id' | 'benefit' | 'stackable'>[],
): Hint | null {
  const near = unusable
    .flatMap(({ reason, missing, walletId }) => {
      const coupon = wallet.find(({ id }) => id === walletId)
      if (reason !== 'below_threshold' || !missing || !coupon) return []
      return [{ missing, benefit: coupon.benefit, stackable: coupon.stackable }]
    })
    .sort((one, other) => one.missing - other.missing)
  return near[0] ?? null
}
