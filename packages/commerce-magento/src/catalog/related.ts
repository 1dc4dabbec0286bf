import type { Context, ProductSummary } from '@xiaopu/commerce'
import { ProductListDocument, RelatedDocument, type RelatedQuery } from '../operations/documents'
import { type Card, type CardNeeds, isListed, summaryOf } from './cards'

type Found = NonNullable<NonNullable<NonNullable<RelatedQuery['products']>['items']>[number]>

/**
 * What goes well with a product: what the merchant calls related, then what the merchant would rather sell, then what
 * lies on the same shelf. null: unknown, or not on sale.
 */
export async function relatedTo(
  needs: CardNeeds,
  context: Context,
  productId: string,
  limit: number,
): Promise<ProductSummary[] | null> {
  const urlKey = await needs.ids.urlKey(productId)
  if (urlKey === null) return null
  const { products } = await needs.views.readCached(context.locale, RelatedDocument, { urlKey })
  const item = products?.items?.[0]
  if (!item?.sku) return null
  const cards = new Map<string, Card>()
  const add = (more: (Card | null)[]) => {
    for (const card of more) {
      if (isListed(card) && card.sku !== item.sku && cards.size < limit && !cards.has(card.sku!))
        cards.set(card.sku!, card)
    }
  }
  add([...(item.related_products ?? []), ...(item.upsell_products ?? [])])
  if (cards.size < limit) add(await sameShelf(needs, context, item, limit + cards.size + 1))
  return Promise.all([...cards.values()].map((card) => summaryOf(needs, card)))
}

/** The deepest category it is in says the most about it. */
async function sameShelf({ views }: CardNeeds, { locale }: Context, { categories }: Found, size: number) {
  const [deepest] = (categories ?? [])
    .filter((category) => category !== null)
    .sort((one, other) => (other.level ?? 0) - (one.level ?? 0))
  if (!deepest) return []
  const filter = { category_uid: { eq: deepest.uid } }
  const sort = { position: 'ASC' as const }
  const { products } = await views.readCached(locale, ProductListDocument, { filter, sort, size, page: 1 })
  return products?.items ?? []
}
