/** Under which names reviews are kept; the language is part of them, since what was bought is told in words. */
export const reviewKeys = {
  list: (productId: string, locale: string) => ['reviews', productId, locale] as const,
}
