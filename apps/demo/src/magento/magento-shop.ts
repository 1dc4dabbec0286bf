import { randomBytes } from 'node:crypto'
import { existsSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { createMagentoCommerce, type MagentoCommerce } from '@xiaopu/commerce-magento'
import type { Database } from '@xiaopu/commerce-postgres'
import { type GatewayConfig, importHomeInto } from '@xiaopu/gateway'
import { type CatalogueFixture, type MagentoStandIn, startMagentoStandIn } from '@xiaopu/magento-stand-in'
import { parse } from 'csv-parse/sync'
import {
  datedHome,
  demoCatalogueCsv,
  demoCouponsCsv,
  demoHomeJson,
  demoReviews,
  demoStoreStockCsv,
  demoStoresCsv,
  FILMS,
  photographedGoods,
} from '../seed/catalogue'
import type { SeedReport } from '../seed/seed-shop'
import { catalogueFixture, NOT_SENT_TO } from './catalogue-fixture'
import { couponFixtures } from './coupons'
import { magentoHome } from './home'
import { pickupLocations } from './pickup-locations'

/** Where phones find the shop's Magento. The simulator leads it to the stand-in, as it leads the API's to the gateway. */
export const MAGENTO_ORIGIN = 'https://magento.shiwu.example'

/** The schema our back end uses of a Magento, in the repository it is generated in. */
const SCHEMA = join(import.meta.dirname, '../../../../packages/commerce-magento/schema')
/** The stand-in and the back end agree on them; no Magento anywhere else knows them. */
const INTEGRATION = {
  consumerKey: 'demo',
  consumerSecret: 'demo consumer secret',
  accessToken: 'demo',
  accessTokenSecret: 'demo token secret',
}
const PAYMENT = { code: 'wechatpay', title: '微信支付', status: 'pending_payment' } as const
/** As the other back end ships: free from 99 yuan, else 10; within two days. */
const SHIPPING = { freeFrom: 99, fee: 10, withinHours: 48 }
/** Whoever changes a price at the desk looks at the phone next. A real shop asks its Magento far less often. */
const FRESHNESS = { fresh: 1_000, stale: 1_000 }
/** Where the gateway is told what has changed at Magento. */
const WEBHOOK = '/v1/notify/magento'

export interface MagentoShop {
  standIn: MagentoStandIn
  /** What it was filled with. */
  catalogue: CatalogueFixture
  seeded: SeedReport
  /** What the gateway has to know of it. */
  settings: NonNullable<GatewayConfig['magento']>
  /** The commerce port on it, one for each gateway: it is closed with the gateway. */
  backend(): MagentoCommerce
  /** From now on Magento tells the gateway there what has become of an order. */
  tellGateway(url: string): void
  close(): Promise<void>
}

/**
 * Starts a stand-in Magento with the demo's goods and stores, and puts the demo's home page into our database.
 *
 * @param dataDir keeps Magento's orders, customers and stock from one start to the next
 * @param database brought up to date, with the tables of the Magento back end; stays the caller's
 */
export async function openMagentoShop(dataDir: string, database: Database): Promise<MagentoShop> {
  const statePath = join(dataDir, 'magento.json')
  const isNew = !existsSync(statePath)
  const catalogue = await demoFixture()
  const standIn = await startMagentoStandIn({
    schema: { sdl: await schemaText() },
    profile: { version: '2.4.9', edition: 'opensource' },
    integration: INTEGRATION,
    stores: [
      { code: 'default', locale: 'zh_Hans_CN', currency: 'CNY' },
      { code: 'en', locale: 'en_US', currency: 'CNY' },
    ],
    catalogue,
    settings: {
      // Shoppers want to see what is sold out; Magento hides it unless told otherwise.
      showOutOfStock: true,
      disabledCartLines: 'kept',
      flatRate: SHIPPING.fee,
      freeShippingFrom: SHIPPING.freeFrom,
      paymentMethods: [PAYMENT],
    },
    publicUrl: MAGENTO_ORIGIN,
    mediaFolder: [photographedGoods().images, FILMS],
    statePath,
  })
  const access = {
    url: standIn.url,
    storeViews: { 'zh-CN': 'default', en: 'en' },
    integration: INTEGRATION,
    paymentMethod: PAYMENT.code,
    customerEmailDomain: 'wx.shiwu.example',
    undeliverableAttribute: NOT_SENT_TO.code,
  }
  const webhookSecret = randomBytes(16).toString('hex')
  const backend = () =>
    createMagentoCommerce({
      ...access,
      database,
      freshness: FRESHNESS,
      rules: { freeShippingFrom: SHIPPING.freeFrom * 100, shipsWithinHours: SHIPPING.withinHours },
    })
  try {
    // Only once: what the merchant has published since is theirs.
    if (isNew) {
      const home = await magentoHome(datedHome(await demoHomeJson(), new Date()), backend())
      const composed = await importHomeInto({ database }, home)
      if (!composed.ok) throw new Error(`The demo's home page was refused:\n${composed.errors.join('\n')}`)
    }
    return {
      standIn,
      catalogue,
      seeded: { seeded: isNew, products: catalogue.products.length },
      settings: { ...access, webhookSecret },
      backend,
      tellGateway: (url) => standIn.control.pointWebhookAt({ url: `${url}${WEBHOOK}`, secret: webhookSecret }),
      close: () => standIn.close(),
    }
  } catch (error) {
    await standIn.close()
    throw error
  }
}

async function schemaText(): Promise<string> {
  const files = ['magento-subset.graphql', 'newer.graphql'].map((name) => readFile(join(SCHEMA, name), 'utf8'))
  return (await Promise.all(files)).join('\n')
}

async function demoFixture(): Promise<CatalogueFixture> {
  const rows = async (csv: Promise<string>): Promise<Record<string, string>[]> => parse(await csv, { columns: true })
  return {
    ...catalogueFixture(await rows(demoCatalogueCsv()), await demoReviews(), MAGENTO_ORIGIN),
    coupons: couponFixtures(await rows(demoCouponsCsv())),
    pickupLocations: pickupLocations(await rows(demoStoresCsv()), await rows(demoStoreStockCsv())),
  }
}
