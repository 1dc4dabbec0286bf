import type { CommerceBackend, PurchaseItem, Quote, ShopperContext } from '@xiaopu/commerce'
import type { CouponsFor, FittingCoupons, WalletCoupon } from '@xiaopu/contract'
import { destinationOf } from '../checkout/purchase'
import type { Wallet } from './wallet'

interface Needs {
  backend: CommerceBackend
  wallet: Pick<Wallet, 'list'>
  /** What a source stands for now. */
  itemsOf(context: ShopperContext, source: CouponsFor['source']): Promise<PurchaseItem[]>
}

/** A quote with a coupon is some work, at Magento's till several calls: those that end first are tried. */
const MOST = { own: 20, elsewhere: 5 }

/** Which coupons of the wallet count for a purchase: each is tried, the best comes first. */
export const createFitting =
  ({ backend, wallet, itemsOf }: Needs) =>
  async (context: ShopperContext, { source, ...where }: CouponsFor): Promise<FittingCoupons> => {
    const all = await wallet.list(context.customer.id, context.locale, 'usable')
    // Two of the same count alike.
    const kinds = [...new Map(all.toReversed().map((coupon) => [coupon.campaignId, coupon])).values()].reverse()
    const tried = kinds.slice(0, backend.capabilities.couponReasons ? MOST.own : MOST.elsewhere)
    const items = tried.length > 0 ? await itemsOf(context, source) : []
    const answer: FittingCoupons = { usable: [], unusable: [] }
    if (items.length === 0) return answer
    // One after the other: they share the shopper's till.
    const destination = destinationOf(where)
    for (const coupon of tried) {
      const quote = await backend.checkout.quote(context, { items, ...destination, coupon: coupon.code })
      file(answer, coupon, quote)
    }
    answer.usable.sort((one, other) => other.discount - one.discount)
    return answer
  }

function file(answer: FittingCoupons, { id: walletId, name, code, expiresAt }: WalletCoupon, quote: Quote): void {
  if (quote.coupon) answer.usable.push({ ...quote.coupon, name, walletId, expiresAt })
  else {
    const { reason, missing } = quote.couponRefused ?? { reason: 'not_applicable', missing: null }
    answer.unusable.push({ code, reason, missing, name, walletId, expiresAt })
  }
}
