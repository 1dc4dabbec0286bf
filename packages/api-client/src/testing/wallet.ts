import type { Campaign, CouponsFor, FittingCoupons, WalletCoupon, WalletState } from '@xiaopu/contract'
import type { Checkout } from './checkout'
import { COUPON, type Coupons, discountOf } from './coupons'
import { Refusal } from './refusal'
import { type View, type Words, words } from './words'

interface Offer {
  id: string
  code: string
  name: Words
  benefit: Words
  left: number | null
}
interface Taken {
  id: string
  shopper: string
  offer: Offer
  takenAt: string
  used: boolean
}

const WEEK = 7 * 24 * 3_600_000

/** Codes the shop knows can be taken, too: two used alone, one there is none left of, two that may be used together. */
const offered = (): Offer[] => [
  {
    id: 'welcome',
    code: COUPON.percent,
    name: words('新客券', 'Welcome'),
    benefit: words('全场九折', '10% off'),
    left: null,
  },
  {
    id: 'big',
    code: COUPON.threshold,
    name: words('满减券', 'Spend and save'),
    benefit: words('满 500 减 50', '¥50 off ¥500'),
    left: 20,
  },
  {
    id: 'gone',
    code: COUPON.expired,
    name: words('春日券', 'Spring'),
    benefit: words('八折', '20% off'),
    left: 0,
  },
  {
    id: 'more',
    code: COUPON.together,
    name: words('加购券', 'A little more'),
    benefit: words('满 100 减 20', '¥20 off ¥100'),
    left: null,
  },
  {
    id: 'plus',
    code: COUPON.togetherPercent,
    name: words('会员券', 'Members'),
    benefit: words('全场 95 折', '5% off'),
    left: null,
  },
]

interface Departments {
  now: () => number
  checkout: Checkout
  coupons: Coupons
}

/** Coupons to take, and those taken. Codes typed at checkout count without: only the wallet's list is tried here. */
export function createWallet({ now, checkout, coupons }: Departments) {
  const offers = offered()
  const taken: Taken[] = []
  const stateOf = ({ used, takenAt }: Taken): WalletState =>
    used ? 'used' : Date.parse(takenAt) + WEEK <= now() ? 'expired' : 'usable'
  const show = (coupon: Taken, { locale }: View): WalletCoupon => ({
    id: coupon.id,
    campaignId: coupon.offer.id,
    code: coupon.offer.code,
    name: coupon.offer.name[locale],
    benefit: coupon.offer.benefit[locale],
    note: '',
    takenAt: coupon.takenAt,
    expiresAt: new Date(Date.parse(coupon.takenAt) + WEEK).toISOString(),
    state: stateOf(coupon),
    tillCode: null,
    stackable: coupons.isStackable(coupon.offer.code),
  })
  const usable = (shopper: string) => taken.filter((one) => one.shopper === shopper && stateOf(one) === 'usable')

  return {
    campaigns: ({ locale }: View): { campaigns: Campaign[] } => ({
      campaigns: offers
        .filter(({ left }) => left !== 0)
        .map(({ id, code, name, benefit, left }) => ({
          ...{ id, name: name[locale], benefit: benefit[locale], note: '', left },
          endsAt: null,
          perShopper: 1,
          stackable: coupons.isStackable(code),
        })),
    }),
    take(shopper: string, campaignId: string, view: View): WalletCoupon {
      const offer = offers.find(({ id }) => id === campaignId)
      if (!offer) throw new Refusal('not_found')
      if (taken.some((one) => one.shopper === shopper && one.offer === offer)) throw new Refusal('coupon_taken')
      if (offer.left === 0) throw new Refusal('coupon_gone')
      if (offer.left !== null) offer.left--
      const coupon = {
        id: `coupon-${taken.length + 1}`,
        shopper,
        offer,
        takenAt: new Date(now()).toISOString(),
        used: false,
      }
      taken.unshift(coupon)
      return show(coupon, view)
    },
    list: (shopper: string, state: WalletState, view: View) => ({
      coupons: taken
        .filter((one) => one.shopper === shopper && stateOf(one) === state)
        .map((coupon) => show(coupon, view)),
    }),
    fitting(shopper: string, request: CouponsFor, view: View): FittingCoupons {
      const quoted = (codes: string[]) => checkout.quote(shopper, { ...request, coupons: codes }, view)
      const answer: FittingCoupons = { usable: [], unusable: [], best: [], couponLimit: coupons.limit() }
      for (const coupon of usable(shopper)) {
        const { id: walletId, name, code, expiresAt } = show(coupon, view)
        const quote = quoted([code])
        if (quote.lines.length === 0) continue
        if (quote.coupon) answer.usable.push({ ...quote.coupons[0]!, name, walletId, expiresAt })
        else if (quote.couponRefused) answer.unusable.push({ ...quote.couponRefused, walletId, name, expiresAt })
      }
      answer.usable.sort((one, other) => other.discount - one.discount)
      // The one worth most, or all that may be used together.
      const [first] = answer.usable
      const together = answer.usable.filter(({ stackable }) => stackable).map(({ code }) => code)
      if (first) answer.best = discountOf(quoted(together)) > first.discount ? together : [first.code]
      return answer
    },
    /** An order was placed with the code. */
    spend(shopper: string, code: string): void {
      const [coupon] = usable(shopper).filter(({ offer }) => offer.code === code)
      if (coupon) coupon.used = true
    },
  }
}

export type Wallet = ReturnType<typeof createWallet>
