import { type Category, type CommerceBackend, isInScope } from '@xiaopu/commerce'
import type { Campaign, Locale } from '@xiaopu/contract'
import { type Campaigns, codeOf } from './campaigns'

interface Needs {
  backend: CommerceBackend
  campaigns: Pick<Campaigns, 'list'>
}

/**
 * The campaigns whose coupon can count for a product. Where the shop is run elsewhere its rules are not ours to read: all of
 * them are given, and the checkout says which counts.
 */
export const createCampaignsFor =
  ({ backend, campaigns }: Needs) =>
  async (locale: Locale, productId: string): Promise<Campaign[]> => {
    if (!backend.merchant) return campaigns.list(locale)
    const [product, tree, coupons] = await Promise.all([
      backend.catalog.product({ locale }, productId),
      backend.catalog.categories({ locale }),
      backend.merchant.coupons(),
    ])
    if (!product) return []
    const goods = { productId, categoryIds: withThoseAbove(product.categoryIds, tree) }
    const counting = new Set(coupons.filter((coupon) => isInScope(coupon, goods)).map(({ code }) => codeOf(code)))
    return campaigns.list(locale, (code) => counting.has(code))
  }

/** The ids, and those of the categories they lie in. */
function withThoseAbove(ids: string[], tree: Category[]): string[] {
  return tree.flatMap(({ id, children }) => {
    const below = withThoseAbove(ids, children)
    return ids.includes(id) || below.length > 0 ? [id, ...below] : []
  })
}
