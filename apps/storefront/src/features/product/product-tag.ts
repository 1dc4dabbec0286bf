import type { ProductTag } from '@xiaopu/contract'

export const TAG_WORDS = {
  new: 'product.tagNew',
  sale: 'product.tagSale',
  low_stock: 'product.tagLowStock',
  sold_out: 'product.tagSoldOut',
} as const satisfies Record<ProductTag, string>

/** One colour that calls, for what is reduced; the rest stays quiet. */
export const TAG_TONE = {
  new: 'neutral',
  sale: 'accent',
  low_stock: 'warn',
  sold_out: 'neutral',
} as const satisfies Record<ProductTag, string>
