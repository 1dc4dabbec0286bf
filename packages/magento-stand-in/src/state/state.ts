import type { CouponFixture } from '../fixtures/types'
import type { Cents } from '../money'

export interface Address {
  firstname: string
  lastname: string
  company: string | null
  street: string[]
  city: string
  regionId: number | null
  region: string | null
  postcode: string | null
  countryCode: string
  telephone: string
}
export interface CustomerAddress extends Address {
  id: number
  defaultShipping: boolean
  defaultBilling: boolean
}
export interface Customer {
  id: number
  email: string
  firstname: string
  lastname: string
  storeId: number
  createdAt: number
  updatedAt: number
  passwordHash: string | null
  subscribed: boolean
  addresses: CustomerAddress[]
  wishlist: { id: number; items: { id: number; sku: string; quantity: number; selected: string[]; addedAt: number }[] }
  customAttributes: { attribute_code: string; value: unknown }[]
}
export interface CustomerToken {
  token: string
  customerId: number
  issuedAt: number
}

export interface CartItem {
  id: number
  /** Of the product that was added; a configurable one has `variantSku`, too. */
  sku: string
  variantSku: string | null
  /** Of a bundle. */
  selected: string[]
  quantity: number
}
export interface Cart {
  id: string
  quoteId: number
  customerId: number | null
  storeCode: string
  active: boolean
  items: CartItem[]
  email: string | null
  shippingAddress: (Address & { pickupLocationCode: string | null }) | null
  billingAddress: Address | null
  shippingMethod: { carrier: string; method: string } | null
  paymentMethod: string | null
  coupon: string | null
}

export type OrderState = 'new' | 'pending_payment' | 'processing' | 'complete' | 'closed' | 'canceled' | 'holded'
export interface OrderItem {
  id: number
  sku: string
  productId: number
  parentSku: string | null
  productType: string
  name: string
  urlKey: string
  options: { label: string; value: string }[]
  price: Cents
  originalPrice: Cents
  discount: Cents
  ordered: number
  invoiced: number
  shipped: number
  refunded: number
  canceled: number
  /** What one of it takes from stock. */
  pieces: { sku: string; quantity: number }[]
}
export interface Comment {
  id: number
  comment: string
  status: string | null
  visible: boolean
  notified: boolean
  at: number
}
export interface Track {
  id: number
  carrierCode: string
  title: string
  number: string
}
export interface Shipment {
  id: number
  number: string
  at: number
  items: { orderItemId: number; quantity: number }[]
  tracks: Track[]
}
export interface Invoice {
  id: number
  number: string
  at: number
  items: { orderItemId: number; quantity: number }[]
  total: Cents
}
export interface CreditMemo extends Invoice {
  shipping: Cents
  adjustment: Cents
  comment: string | null
}
export interface Order {
  id: number
  number: string
  token: string
  quoteId: number
  storeCode: string
  currency: string
  customerId: number | null
  email: string
  state: OrderState
  status: string
  createdAt: number
  updatedAt: number
  statusChangedAt: number
  items: OrderItem[]
  shippingAddress: Address | null
  billingAddress: Address
  pickupLocationCode: string | null
  shippingMethod: { carrier: string; method: string; title: string } | null
  paymentMethod: { code: string; title: string }
  coupon: { code: string; label: string } | null
  subtotal: Cents
  discount: Cents
  shipping: Cents
  grandTotal: Cents
  invoices: Invoice[]
  shipments: Shipment[]
  creditMemos: CreditMemo[]
  comments: Comment[]
  extOrderId: string | null
  extCustomerId: string | null
  remoteIp: string | null
}

export interface Review {
  sku: string
  nickname: string
  summary: string
  text: string
  stars: number
  at: number
  approved: boolean
}

/** Everything that changes. Plain JSON, so that it can be put into a file. */
export interface State {
  nextId: number
  clockOffset: number
  /** What the source `default` holds. Salable = what all sources hold, less what is reserved. */
  onHand: Record<string, number>
  /** What other sources hold, by source and SKU. */
  atSources: Record<string, Record<string, number>>
  reserved: Record<string, number>
  enabled: Record<string, boolean>
  prices: Record<string, { price: Cents; special: Cents | null }>
  customers: Customer[]
  tokens: CustomerToken[]
  carts: Cart[]
  orders: Order[]
  orderNumbers: Record<string, number>
  reviews: Review[]
  /** SKUs that are related to a SKU, where the merchant has changed it. */
  related: Record<string, string[]>
  /** Coupons made since, and codes of those that count no more. */
  coupons: CouponFixture[]
  withdrawnCoupons: string[]
  compareLists: { uid: string; customerId: number | null; skus: string[] }[]
  subscribers: string[]
}
