import type { CouponFit, Quote } from '@xiaopu/commerce'

/**
 * What each coupon does for a purchase, by asking the till with one after the other: they share it. Magento takes one to
 * an order, so that the best is the one worth most.
 *
 * @param quoteWith the purchase with that code
 */
export async function fitOneByOne(
  codes: readonly string[],
  quoteWith: (code: string) => Promise<Pick<Quote, 'coupons' | 'couponsRefused'>>,
): Promise<CouponFit> {
  const answers: CouponFit['answers'] = []
  for (const code of codes) {
    const { coupons, couponsRefused } = await quoteWith(code)
    const [coupon] = coupons
    // Of nothing that can be bought there is no saying.
    const refusal = couponsRefused[0] ?? { code, reason: 'not_applicable', missing: null }
    answers.push(coupon ? { ok: true, coupon } : { ok: false, refusal })
  }
  const worth = answers.map((answer) => (answer.ok ? answer.coupon.discount : 0))
  const most = Math.max(0, ...worth)
  return { answers, best: most > 0 ? [worth.indexOf(most)] : [] }
}
