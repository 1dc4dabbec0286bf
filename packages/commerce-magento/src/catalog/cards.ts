import type { Context, ProductSummary } from '@xiaopu/commerce'
import type { Ids } from '../mapping/ids'
import { fenOf } from '../mapping/money'
import { pictureOf } from '../mapping/pictures'
import { plainText } from '../mapping/plain-text'
import type { ProductAttributeFilterInput, ProductListQuery } from '../operations/documents'
import { ProductListDocument } from '../operations/documents'
import type { MagentoRules } from '../options'
import type { StoreViews } from '../store/store-views'
import { stockFrom } from './stock'

export type Card = NonNullable<NonNullable<NonNullable<ProductListQuery['products']>['items']>[number]>

const DAY = 24 * 60 * 60_000
/** Cards in one request, where many are read. */
export const CARDS_AT_ONCE = 100

export interface CardNeeds {
  views: StoreViews
  ids: Ids
  rules: MagentoRules
  clock: () => Date
}

/** Magento's `YYYY-MM-DD HH:MM:SS` is UTC. ms since 1970; 0 where it says nothing. */
export function magentoTime(text: string | null | undefined): number {
  const ms = Date.parse(`${(text ?? '').trim().replace(' ', 'T')}${/\d:\d/.test(text ?? '') ? 'Z' : ''}`)
  return Number.isNaN(ms) ? 0 : ms
}

/** Since when it is new: as the merchant says ("Set Product as New From"), otherwise since it was made. */
export const newSince = (card: Pick<Card, 'new_from_date' | 'created_at'>): number =>
  magentoTime(card.new_from_date) || magentoTime(card.created_at)

export async function summaryOf({ ids, rules, clock }: Omit<CardNeeds, 'views'>, card: Card): Promise<ProductSummary> {
  const { minimum_price, maximum_price } = card.price_range
  const [from, regular] = [fenOf(minimum_price.final_price), fenOf(minimum_price.regular_price)]
  const name = card.name ?? ''
  const age = clock().getTime() - newSince(card)
  return {
    id: await ids.ofProduct(card.url_key ?? ''),
    name,
    subtitle: plainText(card.short_description?.html).replaceAll(/\s+/g, ' '),
    picture: pictureOf(card.small_image, name),
    price: {
      from,
      to: Math.max(from, maximum_price ? fenOf(maximum_price.final_price) : from),
      compareAt: regular > from ? regular : null,
    },
    isNew: age >= 0 && age < rules.newForDays * DAY,
    stock: stockFrom(card, rules.lowStockAt),
    pickupOnly: false,
    soldCount: null,
  }
}

/** Cards of the SKUs, in the order asked; those that are not on sale, or not what they are `narrowed` to, are left out. */
export async function cardsOf(
  { views }: Pick<CardNeeds, 'views'>,
  { locale }: Context,
  skus: string[],
  narrowed: ProductAttributeFilterInput = {},
): Promise<Card[]> {
  const cards = new Map<string, Card>()
  for (let start = 0; start < skus.length; start += CARDS_AT_ONCE) {
    const some = skus.slice(start, start + CARDS_AT_ONCE)
    const { products } = await views.readCached(locale, ProductListDocument, {
      filter: { ...narrowed, sku: { in: some } },
      sort: null,
      size: some.length,
      page: 1,
    })
    for (const card of products?.items ?? []) if (isListed(card)) cards.set(card.sku!, card)
  }
  return skus.flatMap((sku) => cards.get(sku) ?? [])
}

/** Without a URL key it has no page of its own. */
export function isListed(card: Card | null): card is Card {
  return Boolean(card?.sku && card.url_key)
}
