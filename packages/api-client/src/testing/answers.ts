import type { RouteName } from '@xiaopu/contract'
import type { Answer, Parsed } from '../call/endpoint'
import type { Accounts } from './accounts'
import type { Addresses } from './addresses'
import { REGIONS } from './addresses'
import type { AfterSales } from './after-sales'
import type { Carrier } from './carrier'
import type { Carts } from './carts'
import type { StockedSku } from './catalogue'
import { productOf, summaryOf } from './catalogue-view'
import { categoriesOf, relatedTo, searchProducts } from './categories'
import type { Checkout } from './checkout'
import type { FapiaoTitles } from './fapiao-titles'
import { draftOf, homeOf } from './home'
import { PREVIEW_TOKEN } from './home-extras'
import type { Keepsakes } from './keepsakes'
import type { Messages } from './messages'
import type { OrderCare } from './order-care'
import type { Orders } from './orders'
import { Refusal } from './refusal'
import type { Restock } from './restock'
import type { Reviews } from './reviews'
import type { Sessions } from './sessions'
import type { Shelves } from './shelves'
import type { Stockroom } from './stockroom'
import { type MyStores, storesOf } from './stores'
import { HOT_WORDS, suggestionsFor } from './suggestions'
import type { Uploads } from './uploads'
import type { Wallet } from './wallet'
import type { View } from './words'

/** A request that has passed the contract's schemas. */
export interface Ask<Name extends RouteName> {
  /** The shopper's id; empty where nobody need be signed in. */
  shopper: string
  token: string
  params: Parsed<Name, 'params'>
  query: Parsed<Name, 'query'>
  body: Parsed<Name, 'body'>
  /** Present where the call takes one. */
  file?: Uint8Array
  idempotencyKey: string | null
  view: View
}

export type Answers = { [Name in RouteName]: (ask: Ask<Name>) => Answer<Name> }

interface Departments {
  accounts: Accounts
  stockroom: Stockroom
  shelves: Shelves
  sessions: Sessions
  carrier: Carrier
  carts: Carts
  checkout: Checkout
  orders: Orders
  messages: Messages
  restock: Restock
  reviews: Reviews
  addresses: Addresses
  keepsakes: Keepsakes
  uploads: Uploads
  wallet: Wallet
  afterSales: AfterSales
  care: OrderCare
  fapiaoTitles: FapiaoTitles
  myStores: MyStores
}

const near = ({ latitude, longitude }: { latitude?: number; longitude?: number }) =>
  latitude === undefined || longitude === undefined ? null : { latitude, longitude }

/** What the shop says to each call of the contract; the compiler misses one that is missing. */
export function createAnswers(departments: Departments): Answers {
  const { accounts, stockroom, shelves, sessions, carrier, carts, checkout, orders, reviews, addresses } = departments
  const { keepsakes, messages, restock, uploads, wallet, afterSales, care, fapiaoTitles, myStores } = departments
  const { products } = stockroom
  const found = <T>(thing: T | undefined): T => {
    if (thing === undefined) throw new Refusal('not_found')
    return thing
  }
  const product = (productId: string) => found(products.find(({ id }) => id === productId))
  const onSale = (view: View) => (productId: string) => {
    const kept = products.find(({ id, skus }) => id === productId && skus.some((sku) => sku.onSale))
    return kept ? shelves.inLists(summaryOf(kept, view)) : null
  }
  return {
    getHome: ({ view }) => homeOf(products, view),
    getHomePreview({ query, view }) {
      if (query.token !== PREVIEW_TOKEN) throw new Refusal('not_found')
      return draftOf(products, wallet.campaigns(view).campaigns, view)
    },
    listCategories: ({ view }) => ({ categories: categoriesOf(products, view) }),
    listProducts({ query, view }) {
      const page = searchProducts(products, query, view)
      return { ...page, items: page.items.map(shelves.inLists) }
    },
    getProduct({ params, view }) {
      const shown = product(params.productId)
      const pickupOf = (sku: StockedSku) => shelves.pickupOf({ product: shown, sku })
      const surroundings = { reviews: reviews.summary(shown.id), pickupOf }
      return { ...shelves.inLists(productOf(shown, surroundings, view)), freeShippingFrom: carrier.terms().freeFrom }
    },
    estimateDelivery({ params, query }) {
      const { id, skus } = product(params.productId)
      const sku = skus.find(({ id }) => id === query.sku) ?? skus[0]!
      return carrier.estimate(id, sku.price, query)
    },
    listRelatedProducts: ({ params, view }) => ({ products: relatedTo(products, product(params.productId), view) }),
    listReviews: ({ params, query, view }) => reviews.list(params.productId, query, view),
    listStores: ({ query, view }) => ({ stores: storesOf(near(query), view, query.q) }),
    findStoresWith: ({ body, view }) => ({ stores: shelves.withStock(storesOf(near(body), view), body.items) }),
    getStore: ({ params, query, view }) => found(storesOf(near(query), view).find(({ id }) => id === params.storeId)),

    getMyStore: ({ shopper }) => myStores.view(shopper),
    chooseMyStore: ({ shopper, body }) => myStores.choose(shopper, body),

    signIn: ({ body }) => sessions.signIn(body.code),
    signOut: ({ token }) => sessions.end(token),
    getMe: ({ shopper }) => accounts.view(shopper),
    changeMe: ({ shopper, body }) => accounts.change(shopper, body),
    bindPhone: ({ shopper, body }) => accounts.bindPhone(shopper, body.code),
    unbindPhone: ({ shopper }) => accounts.unbindPhone(shopper),
    getMyData: ({ shopper }) => accounts.data(shopper),
    getAccountDeletion: ({ shopper }) => accounts.deletion(shopper),
    deleteMe: ({ shopper }) => accounts.remove(shopper),

    getCart: ({ shopper, view }) => carts.view(shopper, view),
    addToCart({ shopper, body, view }) {
      carts.add(shopper, body)
      return carts.view(shopper, view)
    },
    changeCartLine({ shopper, params, body, view }) {
      carts.change(shopper, params.lineId, body)
      return carts.view(shopper, view)
    },
    removeCartLines({ shopper, body, view }) {
      carts.remove(shopper, body)
      return carts.view(shopper, view)
    },
    selectCartLines({ shopper, body, view }) {
      carts.select(shopper, body)
      return carts.view(shopper, view)
    },

    quote: ({ shopper, body, view }) => checkout.quote(shopper, body, view),
    placeOrder({ shopper, idempotencyKey, body, view }) {
      const order = orders.place(shopper, idempotencyKey, body, view)
      for (const { code } of order.coupons) wallet.spend(shopper, code)
      return order
    },
    listOrders: ({ shopper, query }) => orders.list(shopper, query),
    countOrders: ({ shopper }) => orders.counts(shopper),
    getOrder: ({ shopper, params }) => orders.get(shopper, params.orderId),
    cancelOrder: ({ shopper, params, body }) => orders.cancel(shopper, params.orderId, body),
    confirmReceipt: ({ shopper, params }) => orders.confirmReceipt(shopper, params.orderId),
    checkReceipt: ({ shopper, params }) =>
      care.isReceived(params.orderId)
        ? orders.confirmReceipt(shopper, params.orderId)
        : orders.get(shopper, params.orderId),
    getOrderReviews: ({ shopper, params }) => reviews.ofOrder(shopper, params.orderId),
    remindShipping({ shopper, params }) {
      care.remind(orders.own(shopper, params.orderId))
      return orders.get(shopper, params.orderId)
    },
    extendReceipt({ shopper, params }) {
      care.extend(orders.own(shopper, params.orderId))
      return orders.get(shopper, params.orderId)
    },
    deleteOrder: ({ shopper, params }) => care.remove(orders.own(shopper, params.orderId)),
    traceParcel: ({ shopper, params }) => care.trace(orders.own(shopper, params.orderId), params.shipmentId),
    requestFapiao({ shopper, params, body }) {
      care.requestFapiao(orders.own(shopper, params.orderId), body)
      return orders.get(shopper, params.orderId)
    },
    writeReview: ({ shopper, params, body }) => reviews.write(shopper, params.orderId, body),
    writeFollowUp: ({ shopper, params, body }) => reviews.followUp(shopper, params.orderId, body),
    startPayment: ({ shopper, params }) => orders.startPayment(shopper, params.orderId),
    getPayment: ({ shopper, params }) => orders.payment(shopper, params.orderId),

    listAddresses: ({ shopper }) => addresses.list(shopper),
    saveAddress: ({ shopper, body }) => addresses.save(shopper, body),
    changeAddress: ({ shopper, params, body }) => addresses.change(shopper, params.addressId, body),
    removeAddress: ({ shopper, params }) => addresses.remove(shopper, params.addressId),
    parseAddress: ({ body }) => addresses.parse(body.text),
    listRegions: () => ({ regions: REGIONS }),

    listFapiaoTitles: ({ shopper }) => fapiaoTitles.list(shopper),
    saveFapiaoTitle: ({ shopper, body }) => fapiaoTitles.save(shopper, body),
    changeFapiaoTitle: ({ shopper, params, body }) => fapiaoTitles.change(shopper, params.titleId, body),
    removeFapiaoTitle: ({ shopper, params }) => fapiaoTitles.remove(shopper, params.titleId),

    listFavourites: ({ shopper, query, view }) => keepsakes.list('favourites', shopper, query, onSale(view)),
    listFavouriteIds: ({ shopper }) => ({ productIds: keepsakes.ids(shopper) }),
    addFavourites: ({ shopper, body }) => keepsakes.mark(shopper, body.productIds),
    removeFavourites: ({ shopper, body }) => keepsakes.unmark(shopper, body.productIds),
    listViews: ({ shopper, query, view }) => keepsakes.list('views', shopper, query, onSale(view)),
    addViews({ shopper, body }) {
      if (accounts.keepsHistory(shopper)) keepsakes.look(shopper, body.views)
    },
    clearViews: ({ shopper }) => keepsakes.forget(shopper),

    listOrderMessages: ({ shopper, params }) => messages.offers(shopper, params.orderId),
    answerOrderMessages: ({ shopper, params, body }) => messages.answer(shopper, params.orderId, body),
    listMessageTemplates: () => restock.templates(),
    listRestockReminders: ({ shopper, query }) => restock.waitedFor(shopper, query.product),
    addRestockReminder: ({ shopper, body }) => restock.add(shopper, body),
    removeRestockReminder: ({ shopper, body }) => restock.remove(shopper, body.skuId),

    suggest: ({ query, view }) => ({ suggestions: suggestionsFor(products, query.q, view) }),
    listCampaigns: ({ view }) => wallet.campaigns(view),
    takeCoupon: ({ shopper, params, view }) => wallet.take(shopper, params.campaignId, view),
    listWallet: ({ shopper, query, view }) => wallet.list(shopper, query.state, view),
    fitCoupons: ({ shopper, body, view }) => wallet.fitting(shopper, body, view),

    uploadPicture: ({ shopper, file, view }) => uploads.receive(shopper, file!, view),

    getAfterSaleOptions: ({ shopper, params }) => afterSales.options(shopper, params.orderId),
    requestAfterSale: ({ shopper, params, idempotencyKey, body }) =>
      afterSales.request(shopper, params.orderId, idempotencyKey, body),
    listAfterSales: ({ shopper, query }) => afterSales.list(shopper, query),
    getAfterSale: ({ shopper, params }) => afterSales.get(shopper, params.afterSaleId),
    withdrawAfterSale: ({ shopper, params }) => afterSales.withdraw(shopper, params.afterSaleId),
    giveReturnWaybill: ({ shopper, params, body }) => afterSales.sendBack(shopper, params.afterSaleId, body),
    confirmReplacement: ({ shopper, params }) => afterSales.confirmReplacement(shopper, params.afterSaleId),

    listHotWords: () => ({ words: HOT_WORDS }),
  }
}
