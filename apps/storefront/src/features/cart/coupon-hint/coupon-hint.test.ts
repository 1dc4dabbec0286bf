import type { FittingCoupons } from '@xiaopu/contract'
import { couponHint } from './coupon-hint'

type Refused = FittingCoupons['unusable'][number]
const refused = (walletId: string, reason: Refused['reason'], missing: number | null): Refused => ({
  ...{ walletId, reason, missing, code: 'C', name: '券', expiresAt: null },
})
const wallet = [
  { id: 'near', benefit: '满 200 减 20', stackable: true },
  { id: 'far', benefit: '满 500 减 50', stackable: false },
]
const both = [refused('far', 'below_threshold', 300_00), refused('near', 'below_threshold', 12_00)]

test.each<[string, Refused[], ReturnType<typeof couponHint>]>([
  ['nothing where nothing is refused', [], null],
  ['the nearest of two', both, { missing: 12_00, benefit: '满 200 减 20', stackable: true }],
  ['nothing for goods it is not for', [refused('near', 'other_goods', null)], null],
  ['nothing where it is not told how much is missing', [refused('near', 'below_threshold', null)], null],
  ['nothing for a coupon that was used meanwhile', [refused('gone', 'below_threshold', 1_00)], null],
])('it hints at %s', (_what, unusable, hint) => {
  expect(couponHint({ unusable }, wallet)).toEqual(hint)
})
