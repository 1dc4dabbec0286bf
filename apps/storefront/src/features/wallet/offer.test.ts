import type { Campaign, WalletCoupon, WalletState } from '@xiaopu/contract'
import { fewLeft, offerOf } from './offer'

const campaign = (given: Partial<Campaign> = {}): Campaign => ({
  ...{ id: 'welcome', name: '新客券', benefit: '满 99 减 20', note: '', endsAt: null, left: null, perShopper: 1 },
  stackable: false,
  ...given,
})
const owned = (...states: WalletState[]) =>
  Object.fromEntries(
    states.map((state) => [
      state,
      [{ campaignId: 'welcome' } as WalletCoupon, { campaignId: 'other' } as WalletCoupon],
    ]),
  )

test.each([
  ['can be taken by who has none', campaign(), owned(), 'free'],
  ['is to be used by who has it', campaign(), owned('usable'), 'usable'],
  ['is no more for who has used it', campaign(), owned('used'), 'spent'],
  ['is no more for whose own is over', campaign(), owned('expired'), 'spent'],
  ['may be taken twice where two are allowed', campaign({ perShopper: 2 }), owned('usable'), 'another'],
  ['may be taken again after it was used, where two are allowed', campaign({ perShopper: 2 }), owned('used'), 'free'],
  ['is to be used once all that are allowed are taken', campaign({ perShopper: 2 }), owned('usable', 'used'), 'usable'],
  ['is gone when there is none left', campaign({ left: 0 }), owned(), 'gone'],
  ['is still to be used by who has it when there is none left', campaign({ left: 0 }), owned('usable'), 'usable'],
] as const)('a coupon %s', (_what, offered, mine, offer) => expect(offerOf(offered, mine, false)).toBe(offer))

test('a tap shows at once, whatever the server knows', () => expect(offerOf(campaign(), {}, true)).toBe('taken'))

test.each([
  [null, null],
  [21, null],
  [20, 20],
  [1, 1],
  [0, null],
])('of %p left it is said: %p', (left, said) => expect(fewLeft(campaign({ left }))).toBe(said))
