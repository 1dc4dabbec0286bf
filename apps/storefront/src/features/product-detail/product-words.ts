import type { Product } from '@xiaopu/contract'
import type { Translate } from '../../i18n'
import { priceText } from '../../ui'

/** When it leaves the house, in the unit a shopper counts in; empty where nothing is promised. */
export function shippingPromise(hours: number | null, t: Translate): string {
  if (hours === null) return ''
  if (hours <= 24) return t('product.shipsToday')
  return hours > 48 && hours % 24 === 0
    ? t('product.shipsWithinDays', { days: hours / 24 })
    : t('product.shipsWithinHours', { hours })
}

/** What delivery costs, as far as it is known before checkout. @param freeFrom fen; null where nothing is free by itself */
export function deliveryCost(freeFrom: number | null, t: Translate): string {
  if (freeFrom === null) return t('product.shippingAtCheckout')
  return freeFrom === 0 ? t('product.freeShipping') : t('product.freeShippingFrom', { price: priceText(freeFrom) })
}

/** How many have bought it; empty where nobody counts, or nobody has. */
export const soldWords = ({ soldCount }: Pick<Product, 'soldCount'>, t: Translate): string =>
  soldCount ? t('product.sold', { count: soldCount }) : ''

/** The story as paragraphs; blank lines part them. */
export const paragraphsOf = (description: string): string[] =>
  description
    .split(/\n\s*\n/)
    .map((paragraph) => paragraph.trim())
    .filter(Boolean)
