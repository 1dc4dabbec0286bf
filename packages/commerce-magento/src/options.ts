import { type Fen, LOW_STOCK_AT, type Locale } from '@xiaopu/commerce'
import type { Database } from '@xiaopu/commerce-postgres/database'

/** Keys of a Magento integration (System › Integrations): REST requests are signed with them, OAuth 1.0a. */
export interface IntegrationKeys {
  consumerKey: string
  consumerSecret: string
  accessToken: string
  accessTokenSecret: string
}

/** What the shop decides, where Magento does not. */
export interface MagentoRules {
  /** What the shop says of free shipping; Magento's own rules decide the fee. Fen. */
  freeShippingFrom: Fen | null
  /** The promise on the product page; null: none. */
  shipsWithinHours: number | null
  /** From this many pieces down "few left" is said. */
  lowStockAt: number
  /** The most pieces of one SKU in one order. */
  maxPerOrder: number
  maxCartLines: number
  /** A product is new for so many days. */
  newForDays: number
  /** Methods in the order of preference, `carrier_method`; of the others the cheapest. In-store pickup is never taken. */
  shippingMethods: string[]
}

export const DEFAULT_RULES: MagentoRules = {
  freeShippingFrom: null,
  shipsWithinHours: null,
  lowStockAt: LOW_STOCK_AT,
  maxPerOrder: 99,
  maxCartLines: 100,
  newForDays: 30,
  shippingMethods: [],
}

/** ms. Reads, mutations, and the one mutation that places an order. */
export interface Timeouts {
  read: number
  write: number
  placeOrder: number
}
export const DEFAULT_TIMEOUTS: Timeouts = { read: 8_000, write: 15_000, placeOrder: 45_000 }

/** How old an answer about the catalogue may be, ms. */
export interface Freshness {
  /** Served without asking. */
  fresh: number
  /** Served at once, while it is asked for again. */
  stale: number
  /** Served where Magento does not answer. */
  whenDown: number
}
export const DEFAULT_FRESHNESS: Freshness = { fresh: 60_000, stale: 10 * 60_000, whenDown: 24 * 60 * 60_000 }

/**
 * How a shopper becomes a Magento customer. `token-endpoint`: Magento 2.4.9. `module`: our small Magento module.
 * `exchange`: Adobe Commerce 2.4.9. `password`: any, by a password derived from our customer id. `auto` tries them in
 * that order.
 */
export type LoginStrategyName = 'token-endpoint' | 'module' | 'exchange' | 'password'

/** What Magento did not take, in words for a log: nothing of the shopper is in it. */
export interface ErrandFailure {
  orderNumber: string
  kind: 'invoice' | 'cancel' | 'comment' | 'refund'
  /** How often it was tried by now. */
  attempts: number
  nextTryAt: Date
  reason: string
}

export interface MagentoOptions {
  /** The shop's address, with or without `/graphql` at its end. */
  url: string
  /** Codes of the store views, one for each language. Orders are placed in the Chinese one. */
  storeViews: Record<Locale, string>
  integration: IntegrationKeys
  /** Code of the payment method an order is placed with: `wechatpay` with our module, or a retitled offline one. */
  paymentMethod: string
  /** Our own PostgreSQL, for what Magento cannot remember; `migrateMagento` brings it up to date. Stays the caller's. */
  database: Database
  /** A domain of the merchant's, for the placeholder addresses of shoppers. Nobody may receive mail there. */
  customerEmailDomain: string
  clock?: () => Date
  fetch?: typeof globalThis.fetch
  timeouts?: Partial<Timeouts>
  rules?: Partial<MagentoRules>
  freshness?: Partial<Freshness>
  login?: 'auto' | LoginStrategyName
  /** Code of a product attribute of the merchant's that names places the product is not sent to; none: everything goes everywhere. */
  undeliverableAttribute?: string
  /** Told of each time Magento did not take what it has to know of an order. It is tried again. */
  onErrandFailed?: (failure: ErrandFailure) => void
  /** Put before Magento's order number, where the merchant's WeChat Pay account also takes orders of other systems. */
  orderNumberPrefix?: string
}
