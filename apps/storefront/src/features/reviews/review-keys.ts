import type { Narrowing } from './narrowing'

/** Under which names reviews are kept; the language is part of them, since what was bought is told in words. */
export const reviewKeys = {
  list: (productId: string, locale: string, { stars, tag, only }: Narrowing = {}) =>
    ['reviews', productId, locale, stars ?? tag ?? only ?? 'all'] as const,
}
