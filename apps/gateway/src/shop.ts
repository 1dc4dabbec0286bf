import type { CommerceBackend } from '@xiaopu/commerce'
import type { MagentoCommerce } from '@xiaopu/commerce-magento'
import type { Sql } from '@xiaopu/commerce-postgres/database'
import { Locale } from '@xiaopu/contract'
import type { FastifyBaseLogger } from 'fastify'
import type { Clock } from './clock'
import { magentoSweeps, tellShopOfRefunds } from './commerce/backend'
import type { Outage } from './commerce/outage'
import type { GatewayConfig } from './config/config'
import type { AnyRouteName, Handlers } from './http/calls'
import { joinHandlers } from './jobs/event-handlers'
import type { Sweep } from './jobs/sweep'
import { createAccountModule } from './modules/account/module'
import { addressHandlers } from './modules/addresses/routes'
import { createAddressBook } from './modules/addresses/service'
import { createAfterSalesModule } from './modules/after-sales/module'
import { createAddedPrices } from './modules/cart/added-prices'
import { cartRoutes } from './modules/cart/routes'
import { createSelection } from './modules/cart/selection'
import { createCart } from './modules/cart/service'
import { catalogRoutes } from './modules/catalog/routes'
import { createCatalog } from './modules/catalog/service'
import { checkoutRoutes } from './modules/checkout/routes'
import { createCheckout } from './modules/checkout/service'
import { createTextCheck } from './modules/content-safety/text-check'
import { createHome } from './modules/home/module'
import { homeRoutes } from './modules/home/routes'
import { identityRoutes } from './modules/identity/routes'
import type { Identity } from './modules/identity/service'
import { keepsakeHandlers } from './modules/keepsakes/routes'
import { createKeepsakes } from './modules/keepsakes/service'
import type { PictureView } from './modules/media/picture-view'
import type { MediaStorage } from './modules/media/storage'
import type { VideoStorage } from './modules/media/video-storage'
import { videoView } from './modules/media/video-view'
import { createActs } from './modules/merchant/acts'
import { createOffice } from './modules/merchant/office'
import { merchantHandlers } from './modules/merchant/routes'
import type { Staff } from './modules/merchant/staff'
import { merchantFilmHandlers } from './modules/merchant-films/routes'
import { createMerchantFilms } from './modules/merchant-films/service'
import { merchantPictureHandlers } from './modules/merchant-pictures/routes'
import { createMerchantPictures } from './modules/merchant-pictures/service'
import { merchantStoreHandlers } from './modules/merchant-stores/routes'
import { createMessagesModule } from './modules/messages/module'
import { createOrderCareModule } from './modules/order-care/module'
import { createIdempotencyKeys } from './modules/orders/idempotency'
import { ordersRoutes } from './modules/orders/routes'
import { createOrders } from './modules/orders/service'
import { createPaymentsModule } from './modules/payments/module'
import { paymentsRoutes } from './modules/payments/routes'
import { createPickupCodes } from './modules/pickup/codes'
import { createPickupDesk } from './modules/pickup/desk'
import { pickupHandlers } from './modules/pickup/routes'
import { restockHandlers } from './modules/restock/routes'
import { createRestockReminders } from './modules/restock/service'
import { createRestockWatch } from './modules/restock/watch'
import { createReviewLedger } from './modules/reviews/ledger'
import { createReviewsModule } from './modules/reviews/module'
import { searchHandlers } from './modules/search/routes'
import { createSearch } from './modules/search/service'
import { createMyStores } from './modules/stores/my-store'
import { storesRoutes } from './modules/stores/routes'
import { createStores } from './modules/stores/service'
import { uploadHandlers } from './modules/uploads/routes'
import { createUploads } from './modules/uploads/service'
import { createCampaigns } from './modules/wallet/campaigns'
import { createCampaignsFor } from './modules/wallet/campaigns-for'
import { walletEvents } from './modules/wallet/events'
import { createFitting } from './modules/wallet/fitting'
import { walletHandlers } from './modules/wallet/routes'
import { createWallet } from './modules/wallet/wallet'
import { createWechatEvents } from './modules/wechat-events/service'
import type { WechatClients } from './wechat-clients'

interface Needs {
  config: GatewayConfig
  db: Sql
  backend: CommerceBackend
  /** The back end, when it is a Magento. */
  magento: MagentoCommerce | null
  wechat: WechatClients
  identity: Identity
  staff: Staff
  storage: MediaStorage
  films: VideoStorage
  picture: PictureView
  clock: Clock
  log: FastifyBaseLogger
  outage: Outage
}

/** The modules of the shop, each given what it needs of the others. */
export function createShop({
  config,
  db,
  backend,
  magento,
  wechat,
  identity,
  staff,
  storage,
  films,
  picture,
  clock,
  log,
  outage,
}: Needs) {
  const { appid, mchid } = config.wechat
  const checkText = createTextCheck({ wechat: wechat.server, openidOf: identity.openidOf, log })
  const selection = createSelection(db)
  const wallet = createWallet(db, clock, backend.checkout.stackableOf)
  const checkout = createCheckout({ db, backend, selection, wallet, picture, clock })
  const keys = createIdempotencyKeys(db, clock)
  const money = createPaymentsModule({
    db,
    backend,
    pay: wechat.pay,
    openidOf: identity.openidOf,
    clock,
    log,
    merchant: { appid, mchid },
    publicUrl: config.publicUrl,
    outage,
    onRefunded: tellShopOfRefunds(backend),
    onNoted: (outRefundNo) => afterSales.noteRefund(outRefundNo),
  })
  const uploads = createUploads({ db, storage, picture, clock })
  const afterSales = createAfterSalesModule({
    ...{ db, backend, uploads, picture, clock, log },
    ...{ windowMs: config.afterSaleMs, returnWithinMs: config.returnWithinMs },
  })
  const { payments } = money
  const after = createOrderCareModule({
    ...{ db, backend, wechat: wechat.server, payments, paymentBook: money.book, picture, clock, log },
    afterSales: afterSales.cases,
    publicUrl: config.publicUrl,
    mail: config.mail,
    shippingUpload: { appid, setting: config.shippingUpload ?? 'auto' },
    times: { remindAfter: config.remindAfterMs, receiptAfter: config.receiptAfterMs },
  })
  const reviewed = createReviewLedger(db, clock)
  const pickupCodes = createPickupCodes(db, clock)
  const orders = createOrders({
    backend,
    checkout,
    payments,
    afterSales: afterSales.cases,
    keys,
    reviewed,
    care: after.care,
    shipping: after.shipping,
    wallet,
    pickupCodes,
    picture,
    clock,
    orderTtl: config.orderTtlMs,
  })
  const reviews = createReviewsModule({
    ...{ db, backend, ledger: reviewed, uploads, picture, checkText, clock, log, outage },
  })
  const keepsakes = createKeepsakes({ db, backend, picture, clock })
  const search = createSearch({ db, backend, clock })
  const stores = createStores(backend, picture, clock)
  const campaigns = createCampaigns(db, clock, backend.checkout.stackableOf)
  const merchantPictures = createMerchantPictures({
    ...{ db, storage, picture, clock },
    elsewhere: magento
      ? async () => Promise.all(Locale.options.map((locale) => magento.homeDocument(locale)))
      : undefined,
  })
  const sources = { backend, picture, stores, campaigns, hasPicture: merchantPictures.has }
  const home = createHome({ db, clock, sources, log, merchantBlock: magento?.homeDocument })
  const addressBook = createAddressBook(db, clock)
  const account = createAccountModule({
    ...{ db, backend, wechat: wechat.server, picture, clock, log },
    ...{ identity, addressBook, keys, uploads, checkText, appid },
    hears: wechat.push !== null,
  })
  const heard = { ...account.wechatEvents, ...after.wechatEvents }
  const wechatEvents = wechat.push && createWechatEvents({ db, push: wechat.push, handlers: heard, clock, log })
  const templates = config.messages ?? {}
  const { restock } = templates
  const reminders = createRestockReminders({ db, backend, clock, templateId: restock?.id ?? null })
  const restockWatch = restock && createRestockWatch({ db, backend, clock, log, template: restock })
  const messages = createMessagesModule({
    ...{ db, backend, wechat: wechat.server, openidOf: identity.openidOf, afterSales: afterSales.cases, pickupCodes },
    ...{ alsoLetThrough: reminders.letThrough, templates, clock, log },
  })
  const video = videoView(config.mediaUrl, picture)
  const acts = createActs(db, clock)
  const office = createOffice({
    backend,
    payments,
    afterSales,
    care: after.care,
    shipping: after.shipping,
    picture,
    clock,
  })

  const sweeps: Sweep[] = [
    ...money.sweeps,
    ...after.sweeps,
    ...(magento ? magentoSweeps(magento, outage) : []),
    ...account.sweeps,
    ...afterSales.sweeps,
    ...reviews.sweeps,
    { name: 'sessions', everySeconds: 3600, run: identity.forgetEndedSessions },
    { name: 'idempotency-keys', everySeconds: 3600, run: keys.forgetOldKeys },
    { name: 'quotes', everySeconds: 3600, run: checkout.forgetOldQuotes },
    { name: 'held-coupons', everySeconds: 600, run: wallet.forgetOldHolds },
    { name: 'uploads', everySeconds: 900, run: uploads.throwAway },
    ...(restockWatch ? [{ name: 'restock', everySeconds: 60, run: restockWatch.run }] : []),
    { name: 'views', everySeconds: 3600, run: keepsakes.forgetOldViews },
    ...(wechatEvents ? [{ name: 'wechat-events', everySeconds: 30, run: wechatEvents.catchUp }] : []),
    { name: 'merchant-pictures', everySeconds: 3600, run: merchantPictures.throwAway },
    { name: 'home-previews', everySeconds: 3600, run: home.forgetOldPreviews },
    ...messages.sweeps,
  ]
  const handlers: Handlers<AnyRouteName> = {
    ...identityRoutes(identity),
    ...homeRoutes(home.page, home.desk),
    ...account.handlers,
    ...catalogRoutes(createCatalog({ backend, picture, video, search, reviews: reviews.shown })),
    ...storesRoutes(stores, createMyStores({ db, backend, clock })),
    ...cartRoutes(createCart(backend, selection, createAddedPrices(db), picture)),
    ...checkoutRoutes(checkout),
    ...ordersRoutes(orders),
    ...reviews.handlers,
    ...paymentsRoutes(payments),
    ...keepsakeHandlers(keepsakes),
    ...searchHandlers(search),
    ...uploadHandlers(uploads),
    ...walletHandlers(
      campaigns,
      wallet,
      createFitting({ backend, wallet, itemsOf: checkout.items }),
      createCampaignsFor({ backend, campaigns }),
    ),
    ...restockHandlers(reminders),
    ...messages.handlers,
    ...addressHandlers(addressBook),
    ...after.handlers(orders),
    ...merchantPictureHandlers(merchantPictures),
    ...merchantStoreHandlers(backend),
    ...merchantFilmHandlers(createMerchantFilms({ backend, storage: films, video })),
    ...afterSales.handlers,
    ...merchantHandlers(staff, acts, office),
    ...pickupHandlers(
      createPickupDesk({
        ...{ backend, codes: pickupCodes, view: office.view },
        isBeingRefunded: afterSales.desk.isBeingRefunded,
      }),
    ),
  }
  return {
    handlers,
    sweeps,
    eventHandlers: joinHandlers(
      money.handlers,
      walletEvents(wallet, backend),
      afterSales.events,
      after.events,
      messages.events,
    ),
    notifications: money.notifications,
    wechatEvents,
    fapiao: after.fapiao,
    personalTables: () => account.parts.flatMap(({ tables }) => tables),
    /** Writes down what the shop's people do. */
    record: acts.record,
  }
}
