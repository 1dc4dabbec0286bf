import { join } from 'node:path'
import underPressure from '@fastify/under-pressure'
import type { CommerceBackend } from '@xiaopu/commerce'
import { type Database, openDatabase } from '@xiaopu/commerce-postgres'
import { sql } from 'drizzle-orm'
import type { FastifyInstance } from 'fastify'
import type { DestinationStream } from 'pino'
import { type Clock, systemClock } from './clock'
import { chooseBackend, magentoOf } from './commerce/backend'
import { serveMagentoWebhook } from './commerce/magento-webhook'
import { createOutage } from './commerce/outage'
import type { GatewayConfig } from './config/config'
import { migrateAll } from './database/migrate'
import { serveDocs } from './http/docs'
import { Refusal } from './http/refusal'
import { serveContract } from './http/serve-contract'
import { createServer } from './http/server'
import { createJobs } from './jobs/jobs'
import { serveFapiao } from './modules/fapiao/routes'
import { serveHealth } from './modules/health/routes'
import { createIdentity } from './modules/identity/service'
import { pictureView } from './modules/media/picture-view'
import { serveMedia } from './modules/media/routes'
import { folderStorage } from './modules/media/storage'
import { folderVideos } from './modules/media/video-storage'
import { createStaff } from './modules/merchant/staff'
import { servePayCallbacks } from './modules/payments/routes'
import { serveWechatEvents } from './modules/wechat-events/routes'
import { createShop } from './shop'
import { type WechatClients, wechatClients } from './wechat-clients'

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

type Assembled = GatewayParts & {
  clock: Clock
  database: Database
  wechat: WechatClients
  /** Lets go of the database, if it is ours. */
  release(): Promise<void>
}

async function assemble(config: GatewayConfig, parts: Assembled): Promise<Gateway> {
  const { clock, database, wechat } = parts
  const { db } = database
  const { appid } = config.wechat
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
  const backend = parts.backend ?? chooseBackend(config, { database, clock, log })
  const magento = magentoOf(backend)
  const outage = createOutage(log)

  const mediaDir = join(config.dataDir, 'media')
  const storage = folderStorage(mediaDir)
  const films = folderVideos(mediaDir)
  const shop = createShop({
    ...{ config, db, backend, magento, wechat, identity, staff, storage, films, picture, clock, log, outage },
  })
  const jobs = createJobs({
    database,
    events: backend.events,
    handlers: shop.eventHandlers,
    sweeps: shop.sweeps,
    log,
  })

  let stopping = false
  await serveDocs(app, config.publicUrl)
  const commerce = () => backend.ping()
  const needed = { database: () => db.execute(sql`select 1`) }
  // What was read of a Magento is served while it is away.
  const checks = magento ? { needed, helpful: { commerce } } : { needed: { ...needed, commerce } }
  serveHealth(app, checks, () => stopping)
  serveMedia(app, storage, films)
  serveFapiao(app, shop.fapiao)
  await servePayCallbacks(app, shop.notifications)
  if (shop.wechatEvents) await serveWechatEvents(app, shop.wechatEvents)
  const webhookSecret = config.magento?.webhookSecret
  if (magento && webhookSecret) await serveMagentoWebhook(app, magento, webhookSecret)
  await app.register(async (open) => {
    await refuseUnderPressure(open, config.maxEventLoopDelayMs)
    serveContract(open, shop.handlers, { limits: config.rateLimits, record: shop.record })
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
    personalTables: shop.personalTables,
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
