import type { ProductListing } from '@xiaopu/api-client'

/** What the shopper looks for: a category's goods, or words, narrowed, in an order of their liking. */
export type Shelf = Pick<ProductListing, 'category' | 'q' | 'sort' | 'facets' | 'priceFrom' | 'priceTo' | 'inStock'>

/** Under which names the catalogue's answers are kept; the language is part of them, since names come translated. */
export const catalogKeys = {
  categories: (locale: string) => ['categories', locale] as const,
  product: (id: string, locale: string) => ['product', id, locale] as const,
  related: (id: string, locale: string) => ['related', id, locale] as const,
  shelf: (shelf: Shelf, locale: string) => ['products', shelf, locale] as const,
}
