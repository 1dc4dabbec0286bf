import type { Order, ParcelStatus, RouteName, ShippingTerms } from '@xiaopu/contract'
import { createAccounts } from './accounts'
import { createAddresses } from './addresses'
import { createAfterSales, type MerchantAnswer } from './after-sales'
import { type Answers, createAnswers } from './answers'
import { createCarrier } from './carrier'
import { createCarts } from './carts'
import { createCheckout } from './checkout'
import { createCoupons } from './coupons'
import { createFapiaoTitles } from './fapiao-titles'
import { createKeepsakes } from './keepsakes'
import { createMessages } from './messages'
import { createMishaps, type Failure, type Mishaps } from './mishaps'
import { createOrderCare, type Made } from './order-care'
import { createOrders, type KeptOrder, type Parcel } from './orders'
import { createRestock } from './restock'
import { createReviews } from './reviews'
import { createSessions, type Sessions } from './sessions'
import { createShelves } from './shelves'
import { createStockroom } from './stockroom'
import { createMyStores } from './stores'
import { createUploads } from './uploads'
import { createWallet } from './wallet'

export interface ShopOptions {
  /** ms; the clock of the machine unless said otherwise. */
  now?: () => number
  /** Whose code of `wx.login` it is. Everybody is `shopper-1` unless said otherwise. */
  shopperOf?: (code: string) => string
  /** Lines a cart can hold: 50. */
  cartCapacity?: number
  /** Whether reviews have pictures, tags and follow-ups; they do unless said otherwise. */
  reviewExtras?: boolean
}

/** One request as it came, before anything was made of it. */
export interface ShopRequest {
  /** `unknown`: a path the contract does not have. */
  route: RouteName | 'unknown'
  method: string
  /** With its query. */
  path: string
  headers: Record<string, string>
  /** Parsed, or the text where it was no JSON; undefined when there was none. */
  body: unknown
}

export interface Shop {
  /** Every request that came, in order. */
  readonly requests: ShopRequest[]
  requestsTo(route: RouteName): ShopRequest[]
  /** Where the fake itself broke the contract. Expect it to be empty after each test. */
  readonly faults: string[]

  /** A session token at once, without `wx.login`. */
  signIn(shopperId?: string): string
  /** Every token given out so far is refused from now on. */
  expireSessions(): void

  /** What can still be ordered; reserved goods are not in it. */
  stock(skuId: string): number
  setStock(skuId: string, stock: number): void
  /** What lies in a store. */
  setStoreStock(storeId: string, skuId: string, stock: number): void
  /** fen */
  setPrice(skuId: string, price: number, compareAt?: number | null): void
  setOnSale(skuId: string, onSale: boolean): void
  /** Another fee, another threshold, from now on. */
  setShipping(terms: Partial<ShippingTerms>): void
  /** The product is not sent to these provinces any more. */
  keepFrom(productId: string, provinces: string[]): void

  /** On another phone a shopper has called a store theirs; one of no known id has been closed since. @param chosenAt UTC, ISO 8601 */
  callsTheirs(shopperId: string, storeId: string, name: string, chosenAt: string): void

  /** All orders, newest first. */
  orders(): Order[]
  /** What the shopper did in WeChat's sheet, as WeChat would tell the gateway. Money for a cancelled order is refunded. */
  pay(orderId: string): void
  /** The same by the `package` of `wx.requestPayment`, all that a stand-in for it is given. */
  payByPackage(prepay: string): void
  /** A parcel leaves the warehouse: everything that has not been sent yet, unless it says otherwise. */
  ship(orderId: string, parcel?: Parcel): void
  complete(orderId: string): void
  /** WeChat was told that it was sent: from now on it can be confirmed there. */
  tellWechat(orderId: string): void
  /** The shopper confirms receipt in WeChat, which the shop does not know before it asks. */
  receiveInWechat(orderId: string): void
  /** What is picked up waits in its store. */
  makeReady(orderId: string): void
  /** The till has read the code. */
  handOver(orderId: string): void
  /** Nobody paid in time. */
  expireOrder(orderId: string): void
  cancelOrder(orderId: string, because?: NonNullable<Order['cancelledBecause']>): void
  /** The money of an order has gone back; with an amount, that part of it. */
  refund(orderId: string, amount?: number): void

  /** The carrier has something to say of the parcel with that number. */
  moveParcel(trackingNumber: string, status: ParcelStatus): void
  /** Nobody can say where it is. */
  loseTrack(trackingNumber: string): void
  /** The shop hands over the fapiao of an order. */
  issueFapiao(orderId: string, issued: Made): void
  /** The shop does not issue it, and says why. */
  refuseFapiao(orderId: string, reason: string): void

  /** The coupon's time is over from now on. */
  endCoupon(code: string): void
  /** From now on one order can have so many coupons; five at first. */
  limitCoupons(most: number): void
  /** What the merchant says to an after-sale, and what WeChat says of its money. */
  answerAfterSale(afterSaleId: string, answer: MerchantAnswer): void
  /** Somebody of the shop lets through every review and follow-up that waits. */
  publishReviews(): void

  /** The next call (or `times` of them) goes wrong. */
  fail(route: RouteName, failure?: Failure): void
  /** Nothing goes wrong any more. */
  mend(route?: RouteName): void
  /** Real ms before each answer. To look at what is on the screen meanwhile, `hold` is the better one. */
  delay(route: RouteName | 'all', ms: number): void
  /** Calls wait until the returned function is called. */
  hold(route: RouteName): () => void
}

/** What `handlers` needs of a shop and a test does not. */
export interface BackOffice {
  now: () => number
  sessions: Sessions
  mishaps: Mishaps
  answers: Answers
}

const backOffices = new WeakMap<Shop, BackOffice>()

/** @throws {Error} when the shop was not made by {@link createShop} */
export function backOfficeOf(shop: Shop): BackOffice {
  const backOffice = backOffices.get(shop)
  if (!backOffice) throw new Error('handlers need the very object createShop gave')
  return backOffice
}

/**
 * The gateway as far as a test can see it, in memory: a small catalogue in two languages, a cart that knows prices and
 * stock of now, orders that reserve, expire and get paid. Deterministic; two shops share nothing.
 */
export function createShop({
  now = Date.now,
  shopperOf = () => 'shopper-1',
  cartCapacity = 50,
  reviewExtras = true,
}: ShopOptions = {}): Shop {
  const stockroom = createStockroom()
  const sessions = createSessions({ now, shopperOf })
  const carrier = createCarrier()
  const shelves = createShelves(stockroom)
  const carts = createCarts(stockroom, shelves, carrier, cartCapacity)
  const coupons = createCoupons()
  const checkout = createCheckout({ stockroom, carts, coupons, carrier, shelves })
  const care = createOrderCare({ now })
  const orders = createOrders({ now, carts, checkout, care })
  const uploads = createUploads()
  const reviews = createReviews({ now, stockroom, orders, uploads, extras: reviewExtras })
  const afterSales = createAfterSales({ now, orders, uploads, stockroom })
  const mishaps = createMishaps()
  const requests: ShopRequest[] = []
  const kept = (orderId: string) => orders.kept(({ id }) => id === orderId, orderId)

  function settle(order: KeptOrder) {
    if (order.status === 'cancelled') order.paymentStatus = 'refunding'
    if (order.status !== 'pending_payment') return
    Object.assign(order, {
      status: 'paid',
      paymentStatus: 'paid',
      paidAt: new Date(now()).toISOString(),
      expiresAt: null,
    })
  }

  const shop: Shop = {
    requests,
    requestsTo: (route) => requests.filter((request) => request.route === route),
    faults: [],
    signIn: (shopperId = 'shopper-1') => sessions.open(shopperId).token,
    expireSessions: sessions.expireAll,
    stock: (skuId) => stockroom.skuOf(skuId).stock,
    setStock(skuId, stock) {
      stockroom.skuOf(skuId).stock = stock
    },
    setStoreStock: shelves.count,
    setPrice(skuId, price, compareAt = null) {
      Object.assign(stockroom.skuOf(skuId), { price, compareAt })
    },
    setOnSale(skuId, onSale) {
      stockroom.skuOf(skuId).onSale = onSale
    },
    setShipping: carrier.setTerms,
    keepFrom: carrier.keepFrom,
    orders: orders.all,
    pay: (orderId) => settle(kept(orderId)),
    payByPackage: (prepay) => settle(orders.kept((order) => order.prepay === prepay, prepay)),
    ship: (orderId, parcel = {}) => orders.send(kept(orderId), parcel),
    complete(orderId) {
      kept(orderId).status = 'completed'
    },
    tellWechat: care.tellWechat,
    receiveInWechat: care.receiveInWechat,
    makeReady: (orderId) => orders.handOver(kept(orderId), 'readyAt'),
    handOver: (orderId) => orders.handOver(kept(orderId), 'collectedAt'),
    expireOrder: (orderId) => orders.cancelFor(kept(orderId), 'expired'),
    cancelOrder: (orderId, because = 'merchant') => orders.cancelFor(kept(orderId), because),
    refund(orderId, amount) {
      const order = kept(orderId)
      if (amount !== undefined) order.refunded += amount
      else Object.assign(order, { paymentStatus: 'refunded', refunded: order.amounts.total })
    },
    moveParcel: care.move,
    loseTrack: care.loseTrack,
    issueFapiao: (orderId, issued) => care.issueFapiao(kept(orderId), issued),
    refuseFapiao: (orderId, reason) => care.refuseFapiao(kept(orderId), reason),
    endCoupon: coupons.end,
    limitCoupons: coupons.setLimit,
    answerAfterSale: afterSales.answer,
    publishReviews: reviews.publish,
    fail: mishaps.fail,
    mend: mishaps.mend,
    delay: mishaps.delay,
    hold: mishaps.hold,
    callsTheirs: (...choice) => myStores.chosenElsewhere(...choice),
  }
  const accounts = createAccounts({ now, sessions, orders, uploads })
  const addresses = createAddresses()
  const keepsakes = createKeepsakes({ now })
  const wallet = createWallet({ now, checkout, coupons })
  const myStores = createMyStores(now)
  const answers = createAnswers({
    ...{ accounts, stockroom, shelves, sessions, carrier, carts, checkout, orders, reviews, addresses, keepsakes },
    ...{
      uploads,
      wallet,
      afterSales,
      care,
      myStores,
      restock: createRestock(stockroom),
      messages: createMessages({ orders, afterSales }),
      fapiaoTitles: createFapiaoTitles(),
    },
  })
  backOffices.set(shop, { now, sessions, mishaps, answers })
  return shop
}
