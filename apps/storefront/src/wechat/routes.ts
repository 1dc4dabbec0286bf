/** Every page and the parameters it takes. Values travel as text in the query. */
export interface Routes {
  /** `preview`: a token, to look at the page before it is published. */
  home: { preview?: string }
  category: { id?: string }
  cart: Record<never, string>
  profile: Record<never, string>
  product: { id: string }
  /** What buyers say of a product. */
  reviews: { id: string; by?: string }
  /** A category's goods, or a search. */
  list: { category?: string; q?: string; title?: string }
  /** Of the cart's chosen lines, or of one SKU bought at once. `way`: how they come, at first. */
  checkout: { sku?: string; quantity?: string; way?: 'pickup' }
  result: { order: string }
  orders: { status?: string }
  order: { id: string }
  /** What has become of an order's fapiao. */
  fapiao: { order: string }
  /** Titles the shopper keeps. */
  fapiaoTitles: Record<never, string>
  /** One of them, or without `id` a new one. */
  fapiaoTitle: { id?: string }
  /** One parcel on its way. */
  parcel: { order: string; shipment: string }
  /** What was bought with an order, to be reviewed. */
  review: { order: string }
  afterSales: Record<never, string>
  afterSale: { id: string }
  /** Of an order; `sku` is the line the shopper came from. */
  afterSaleRequest: { order: string; sku?: string }
  /** `id`: the store to begin with. */
  stores: { pick?: 'pickup'; id?: string }
  settings: Record<never, string>
  /** Avatar, name and phone. */
  me: Record<never, string>
  /** What is kept of the shopper: choices, the download. */
  privacy: Record<never, string>
  /** The end of the account. */
  leave: Record<never, string>
  favourites: Record<never, string>
  /** What was looked at. */
  history: Record<never, string>
  /** The address book; `pick` makes a tap the choice for the checkout below it. */
  addresses: { pick?: 'checkout' }
  /** One of the book, or without `id` a new one. */
  address: { id?: string; pick?: 'checkout' }
  /** Coupons to take. */
  coupons: Record<never, string>
  /** Coupons that were taken. */
  wallet: Record<never, string>
}
export type RouteName = keyof Routes

export const PATHS: Record<RouteName, string> = {
  home: '/pages/home/index',
  category: '/pages/category/index',
  cart: '/pages/cart/index',
  profile: '/pages/profile/index',
  product: '/goods/product/index',
  reviews: '/goods/reviews/index',
  list: '/goods/list/index',
  checkout: '/trade/checkout/index',
  result: '/trade/result/index',
  orders: '/trade/orders/index',
  order: '/trade/order/index',
  fapiao: '/trade/fapiao/index',
  fapiaoTitles: '/trade/fapiao-titles/index',
  fapiaoTitle: '/trade/fapiao-title/index',
  parcel: '/trade/parcel/index',
  review: '/trade/review/index',
  afterSales: '/trade/after-sales/index',
  afterSale: '/trade/after-sale/index',
  afterSaleRequest: '/trade/after-sale-request/index',
  stores: '/stores/list/index',
  settings: '/account/settings/index',
  me: '/account/me/index',
  privacy: '/account/privacy/index',
  leave: '/account/leave/index',
  favourites: '/account/favourites/index',
  history: '/account/history/index',
  addresses: '/account/addresses/index',
  address: '/account/address/index',
  coupons: '/account/coupons/index',
  wallet: '/account/wallet/index',
}
export const TABS: readonly RouteName[] = ['home', 'category', 'cart', 'profile']

/** The address of a page with its parameters; what is undefined is left out. */
export function urlOf<Name extends RouteName>(name: Name, parameters?: Routes[Name]): string {
  const query = Object.entries((parameters ?? {}) as Record<string, string | undefined>)
    .filter((pair): pair is [string, string] => pair[1] !== undefined)
    .map(([key, value]) => `${key}=${encodeURIComponent(value)}`)
    .join('&')
  return query ? `${PATHS[name]}?${query}` : PATHS[name]
}
