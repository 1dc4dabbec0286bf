import { join } from 'node:path'
import underPressure from '@fastify/under-pressure'
import type { CommerceBackend } from '@xiaopu/commerce'
import { type Database, openDatabase } from '@xiaopu/commerce-postgres'
import { createWechatPay, createWechatServer } from '@xiaopu/wechat'
import { sql } from 'drizzle-orm'
import type { FastifyInstance } from 'fastify'
import type { DestinationStream } from 'pino'
import { type Clock, systemClock } from './clock'
import { chooseBackend, magentoOf, magentoSweeps, tellShopOfRefunds } from './commerce/backend'
import { serveMagentoWebhook } from './commerce/magento-webhook'
import { createOutage } from './commerce/outage'
import type { GatewayConfig } from './config/config'
import { migrateAll } from './database/migrate'
import { serveDocs } from './http/docs'
import { Refusal } from './http/refusal'
import { serveContract } from './http/serve-contract'
import { createServer } from './http/server'
import { joinHandlers } from './jobs/event-handlers'
import { createJobs } from './jobs/jobs'
import { createAccountModule } from './modules/account/module'
import { addressHandlers } from './modules/addresses/routes'
import { createAddressBook } from './modules/addresses/service'
import { afterSaleHandlers } from './modules/after-sales/routes'
import { cartRoutes } from './modules/cart/routes'
import { createSelection } from './modules/cart/selection'
import { createCart } from './modules/cart/service'
import { catalogRoutes } from './modules/catalog/routes'
import { createCatalog } from './modules/catalog/service'
import { checkoutRoutes } from './modules/checkout/routes'
import { createCheckout } from './modules/checkout/service'
import { createTextCheck } from './modules/content-safety/text-check'
import { serveHealth } from './modules/health/routes'
import { createHome } from './modules/home/module'
import { homeRoutes } from './modules/home/routes'
import { identityRoutes } from './modules/identity/routes'
import { createIdentity } from './modules/identity/service'
import { keepsakeHandlers } from './modules/keepsakes/routes'
import { createKeepsakes } from './modules/keepsakes/service'
import { pictureView } from './modules/media/picture-view'
import { serveMedia } from './modules/media/routes'
import { folderStorage } from './modules/media/storage'
import { createActs } from './modules/merchant/acts'
import { createOffice } from './modules/merchant/office'
import { merchantHandlers } from './modules/merchant/routes'
import { createStaff } from './modules/merchant/staff'
import { createIdempotencyKeys } from './modules/orders/idempotency'
import { ordersRoutes } from './modules/orders/routes'
import { createOrders } from './modules/orders/service'
import { createPaymentsModule } from './modules/payments/module'
import { paymentsRoutes, servePayCallbacks } from './modules/payments/routes'
import { createPickupCodes } from './modules/pickup/codes'
import { createPickupDesk } from './modules/pickup/desk'
import { pickupHandlers } from './modules/pickup/routes'
import { createReviewLedger } from './modules/reviews/ledger'
import { reviewsRoutes } from './modules/reviews/routes'
import { createReviews } from './modules/reviews/service'
import { searchHandlers } from './modules/search/routes'
import { createSearch } from './modules/search/service'
import { storesRoutes } from './modules/stores/routes'
import { createStores } from './modules/stores/service'
import { uploadHandlers } from './modules/uploads/routes'
import { createUploads } from './modules/uploads/service'
import { createCampaigns } from './modules/wallet/campaigns'
import { walletEvents } from './modules/wallet/events'
import { createFitting } from './modules/wallet/fitting'
import { walletHandlers } from './modules/wallet/routes'
import { createWallet } from './modules/wallet/wallet'

/** What may be put in from outside; what is not is made from the configuration. */
export interface GatewayParts {
  /** Stays the caller's: `close` leaves it open. */
  database?: Database
  backend?: CommerceBackend
  clock?: Clock
  /** How WeChat is called. */
  fetch?: typeof globalThis.fetch
  logStream?: DestinationStream
  /** `background` (the default): they run while the gateway listens. `by-hand`: only `runJobsOnce` runs them. */
  jobs?: 'background' | 'by-hand'
}

export interface Gateway {
  app: FastifyInstance
  database: Database
  /** Starts to serve, and to work in the background. Resolves with the address it can be reached at. */
  listen(where?: { host?: string; port?: number }): Promise<string>
  /** Does all that is due now; resolves when it is done. */
  runJobsOnce(): Promise<void>
  /** The tables whose rows a shopper can read and have forgotten: a test walks all there are. */
  personalTables(): string[]
  /** Finishes the calls and jobs under way, then lets go of the database. */
  close(): Promise<void>
}

/**
 * Puts the gateway together: database brought up to date, WeChat's clients, modules, routes. Nothing listens yet.
 *
 * @throws WechatConfigError, DatabaseInUse, DatabaseTooNew
 */
export async function createGateway(config: GatewayConfig, parts: GatewayParts = {}): Promise<Gateway> {
  const { clock = systemClock } = parts
  const wechat = wechatClients(config, parts, clock)
  const database =
    parts.database ?? (await openDatabase({ url: config.databaseUrl, dataDir: join(config.dataDir, 'database') }))
  try {
    await migrateAll(database, { magento: config.magento !== undefined })
    const release = async () => (parts.database ? undefined : database.close())
    return await assemble(config, { ...parts, clock, database, wechat, release })
  } catch (error) {
    if (!parts.database) await database.close()
    throw error
  }
}

function wechatClients({ wechat }: GatewayConfig, { fetch }: GatewayParts, clock: Clock) {
  const { appid, secret, apiUrl, payUrl, mchid, merchantSerial, merchantKey, apiV3Key, verification } = wechat
  const common = { appid, fetch, clock: () => clock().getTime() }
  return {
    server: createWechatServer({ ...common, secret, apiUrl }),
    pay: createWechatPay({
      ...common,
      mchid,
      merchantSerial,
      merchantPrivateKey: merchantKey,
      apiV3Key,
      verification,
      baseUrl: payUrl,
    }),
  }
}

type Assembled = GatewayParts & {
  clock: Clock
  database: Database
  wechat: ReturnType<typeof wechatClients>
  /** Lets go of the database, if it is ours. */
  release(): Promise<void>
}

async function assemble(config: GatewayConfig, parts: Assembled): Promise<Gateway> {
  const { clock, database, wechat } = parts
  const { db } = database
  const { appid, mchid } = config.wechat
  const backend = parts.backend ?? chooseBackend(config, { database, clock })
  const magento = magentoOf(backend)
  const picture = pictureView(config.mediaUrl)
  const identity = createIdentity({ db, wechat: wechat.server, appid, picture, clock, sessionTtl: config.sessionTtlMs })
  const staff = createStaff({ db, clock, ownerToken: config.ownerToken })
  const app = await createServer({
    config,
    findSession: identity.findSession,
    findStaff: staff.find,
    logStream: parts.logStream,
  })
  const { log } = app
  const outage = createOutage(log)

  const checkText = createTextCheck({ wechat: wechat.server, openidOf: identity.openidOf, log })
  const selection = createSelection(db)
  const wallet = createWallet(db, clock)
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
  })
  const reviewed = createReviewLedger(db, clock)
  const pickupCodes = createPickupCodes(db, clock)
  const orders = createOrders({
    backend,
    checkout,
    payments: money.payments,
    keys,
    reviewed,
    wallet,
    pickupCodes,
    picture,
    clock,
    orderTtl: config.orderTtlMs,
  })
  const keepsakes = createKeepsakes({ db, backend, picture, clock })
  const search = createSearch({ db, backend, clock })
  const storage = folderStorage(join(config.dataDir, 'media'))
  const uploads = createUploads({ db, storage, picture, clock })
  const stores = createStores(backend, picture, clock)
  const campaigns = createCampaigns(db, clock)
  const sources = { backend, picture, stores, campaigns }
  const home = createHome({ db, clock, sources, log, merchantBlock: magento?.homeDocument })
  const addressBook = createAddressBook(db, clock)
  const account = createAccountModule({
    ...{ db, backend, wechat: wechat.server, picture, clock, log },
    ...{ identity, addressBook, keys, uploads },
  })
  const jobs = createJobs({
    database,
    events: backend.events,
    handlers: joinHandlers(money.handlers, walletEvents(wallet, backend)),
    sweeps: [
      ...money.sweeps,
      ...(magento ? magentoSweeps(magento, outage) : []),
      ...account.sweeps,
      { name: 'sessions', everySeconds: 3600, run: identity.forgetEndedSessions },
      { name: 'idempotency-keys', everySeconds: 3600, run: keys.forgetOldKeys },
      { name: 'quotes', everySeconds: 3600, run: checkout.forgetOldQuotes },
      { name: 'held-coupons', everySeconds: 600, run: wallet.forgetOldHolds },
      { name: 'uploads', everySeconds: 900, run: uploads.throwAway },
      { name: 'views', everySeconds: 3600, run: keepsakes.forgetOldViews },
      { name: 'home-previews', everySeconds: 3600, run: home.forgetOldPreviews },
    ],
    log,
  })

  const acts = createActs(db, clock)
  const office = createOffice({ backend, payments: money.payments, picture, clock })

  let stopping = false
  await serveDocs(app, config.publicUrl)
  const commerce = () => backend.ping()
  const needed = { database: () => db.execute(sql`select 1`) }
  // What was read of a Magento is served while it is away.
  const checks = magento ? { needed, helpful: { commerce } } : { needed: { ...needed, commerce } }
  serveHealth(app, checks, () => stopping)
  serveMedia(app, storage)
  await servePayCallbacks(app, money.notifications)
  const webhookSecret = config.magento?.webhookSecret
  if (magento && webhookSecret) await serveMagentoWebhook(app, magento, webhookSecret)
  await app.register(async (shop) => {
    await refuseUnderPressure(shop, config.maxEventLoopDelayMs)
    const handlers = {
      ...identityRoutes(identity),
      ...homeRoutes(home.page, home.desk),
      ...account.handlers,
      ...catalogRoutes(createCatalog(backend, picture, search)),
      ...storesRoutes(stores),
      ...cartRoutes(createCart(backend, selection, picture)),
      ...checkoutRoutes(checkout),
      ...ordersRoutes(orders),
      ...reviewsRoutes(createReviews(backend, reviewed, picture, checkText)),
      ...paymentsRoutes(money.payments),
      ...keepsakeHandlers(keepsakes),
      ...searchHandlers(search),
      ...uploadHandlers(uploads),
      ...walletHandlers(campaigns, wallet, createFitting({ backend, wallet, itemsOf: checkout.items })),
      ...addressHandlers(addressBook),
      ...afterSaleHandlers(),
      ...merchantHandlers(staff, acts, office),
      ...pickupHandlers(createPickupDesk({ backend, codes: pickupCodes, view: office.view })),
    }
    serveContract(shop, handlers, { limits: config.rateLimits, record: acts.record })
  })
  await app.ready()

  let closed: Promise<void> | undefined
  async function close(): Promise<void> {
    stopping = true
    await app.close()
    await jobs.stop()
    await backend.close()
    await parts.release()
  }

  return {
    app,
    database,
    async listen({ host = config.host, port = config.port } = {}) {
      const url = await app.listen({ host, port })
      if (parts.jobs !== 'by-hand') await jobs.start()
      return url
    },
    runJobsOnce: jobs.drain,
    personalTables: () => account.parts.flatMap(({ tables }) => tables),
    close() {
      closed ??= close()
      return closed
    },
  }
}

/** A process that cannot keep up says so at once instead of letting every call wait. Not for callbacks and health. */
async function refuseUnderPressure(app: FastifyInstance, maxEventLoopDelay: number): Promise<void> {
  if (maxEventLoopDelay === 0) return
  await app.register(underPressure, {
    maxEventLoopDelay,
    retryAfter: 5,
    pressureHandler: () => {
      throw new Refusal('overloaded')
    },
  })
}
