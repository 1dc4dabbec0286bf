import type { CommerceBackend, PurchaseItem, ShopperContext } from '@xiaopu/commerce'
import type { CouponsFor, FittingCoupons } from '@xiaopu/contract'
import { destinationOf } from '../checkout/purchase'
import type { Wallet } from './wallet'

interface Needs {
  backend: CommerceBackend
  wallet: Pick<Wallet, 'list'>
  /** What a source stands for now. */
  itemsOf(context: ShopperContext, source: CouponsFor['source']): Promise<PurchaseItem[]>
}

/** Of our own all are weighed at once; Magento's till is asked with each, several calls: those that end first are tried. */
const MOST = { own: 50, elsewhere: 5 }

/** Which coupons of the wallet count for a purchase, each by itself, and which of them are best used together. */
export const createFitting =
  ({ backend, wallet, itemsOf }: Needs) =>
  async (context: ShopperContext, request: CouponsFor): Promise<FittingCoupons> => {
    const { couponReasons, couponsPerOrder: couponLimit } = backend.capabilities
    const all = await wallet.list(context.customer.id, context.locale, 'usable')
    // Two of the same count alike.
    const ids = all.map(({ campaignId }) => campaignId)
    const kinds = all.filter((_, place) => ids.indexOf(ids[place]!) === place)
    const tried = kinds.slice(0, couponReasons ? MOST.own : MOST.elsewhere)
    const items = tried.length > 0 ? await itemsOf(context, request.source) : []
    if (items.length === 0) return { usable: [], unusable: [], best: [], couponLimit }
    const coupons = tried.map(({ code }) => code)
    const fit = await backend.checkout.fitCoupons(context, { items, ...destinationOf(request), coupons })
    const usable: FittingCoupons['usable'] = []
    const unusable: FittingCoupons['unusable'] = []
    for (const [place, answer] of fit.answers.entries()) {
      const { id: walletId, name, expiresAt } = tried[place]!
      if (answer.ok) usable.push({ ...answer.coupon, name, walletId, expiresAt })
      else unusable.push({ ...answer.refusal, name, walletId, expiresAt })
    }
    usable.sort((one, other) => other.discount - one.discount)
    const best = fit.best.flatMap((place) => {
      const answer = fit.answers[place]!
      return answer.ok ? [answer.coupon.code] : []
    })
    return { usable, unusable, best, couponLimit }
  }
