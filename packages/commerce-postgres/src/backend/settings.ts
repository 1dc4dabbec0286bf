import { LOW_STOCK_AT, MAINLAND_SHIPPING, type ShippingRules } from '@xiaopu/commerce'

/** What a shop decides for itself. Amounts in fen. */
export interface CommerceRules {
  /** In force until the merchant has made a template of their own. */
  shipping: ShippingRules
  /** The promise on the product page; null: none. */
  shipsWithinHours: number | null
  /** From this many pieces down "few left" is said. */
  lowStockAt: number
  /** The most pieces of one SKU in one order, where the SKU has no limit of its own. */
  maxPerOrder: number
  maxCartLines: number
  /** A product is new for so many days. */
  newForDays: number
}

export const DEFAULT_RULES: CommerceRules = {
  shipping: MAINLAND_SHIPPING,
  shipsWithinHours: 48,
  lowStockAt: LOW_STOCK_AT,
  maxPerOrder: 99,
  maxCartLines: 100,
  newForDays: 30,
}

/** What every part of the back end works with. */
export interface Shop {
  rules: CommerceRules
  clock: () => Date
}
