import { randomBytes } from 'node:crypto'
import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import { openDatabase } from '@xiaopu/commerce-postgres'
import { createGateway, type Gateway, type GatewayConfig, migrateAll } from '@xiaopu/gateway'
import { type Simulator, startSimulator } from '@xiaopu/simulator'
import { startWechatSandbox, type WechatSandbox } from '@xiaopu/wechat-sandbox'
import { type DemoKeys, demoKeys } from './demo-keys'
import { openDesk } from './desk/open-desk'
import { freePort } from './free-port'
import { MAGENTO_ORIGIN, type MagentoShop, openMagentoShop } from './magento/magento-shop'
import { offerCampaigns } from './seed/campaigns'
import { type SeedReport, seedShop } from './seed/seed-shop'

/** Only this machine can reach the demo: it has no secrets worth the name. */
const HOST = '127.0.0.1'
const SHOP_NAME = '拾物 Shiwu'
/** As if chosen in WeChat's console. */
const TEMPLATES = {
  restock: { id: 'shiwu-restock', keywords: { thing1: 'product', amount2: 'price', thing3: 'note' } },
  shipped: {
    id: 'shiwu-shipped',
    keywords: { thing1: 'product', phrase2: 'carrier', character_string3: 'waybill', time4: 'time', thing5: 'note' },
  },
  ready: {
    id: 'shiwu-ready',
    keywords: { thing1: 'product', thing2: 'store', character_string3: 'code', thing4: 'note' },
  },
  after_sale: {
    id: 'shiwu-after-sale',
    keywords: { thing1: 'product', amount2: 'amount', phrase3: 'status', thing4: 'note' },
  },
  unpaid: {
    id: 'shiwu-unpaid',
    keywords: { thing1: 'product', amount2: 'amount', time3: 'until', thing4: 'note' },
  },
} as const

/** Where the goods and orders are: in the shop's own database, or at a (stand-in) Magento. */
export type DemoCommerce = 'postgres' | 'magento'

export interface DemoOptions {
  /** Database, pictures, keys and what WeChat remembers: all the demo writes. A Magento shop is in its folder `magento`. */
  dataDir: string
  /** Default postgres. */
  commerce?: DemoCommerce
  /** The compiled Mini Program: the folder with app.json. */
  projectDir: string
  /** The origin the Mini Program was compiled with; here it leads to the local gateway. */
  apiOrigin: string
  /** Ports to try first; 0 takes any free one. */
  port?: number
  gatewayPort?: number
  databaseUrl?: string
  /** Changes to the gateway's configuration, for tests. */
  gateway?: Partial<GatewayConfig>
  /** Divides the pauses between WeChat's callbacks. Default 10: fifteen seconds are one and a half. */
  notifySpeed?: number
  onSeed?: (detail: string, fraction: number) => void
  /** The shop has its goods; what remains is to open it. */
  onFilled?: (report: SeedReport) => void
}

/** The running shop. */
export interface Demo {
  /** The page with the phone. */
  url: string
  gatewayUrl: string
  /** The page of the merchant's desk, which the panel shows beside the phone. */
  deskUrl: string
  sandbox: WechatSandbox
  simulator: Simulator
  /** The stand-in Magento and what it was filled with; null on PostgreSQL. */
  magento: MagentoShop | null
  gateway(): Gateway
  seeded: SeedReport
  /** Ends the gateway and starts it anew on the same database and port, as an operator would in the middle of a day. */
  restartGateway(): Promise<void>
  close(): Promise<void>
}

/**
 * Starts the whole shop on this machine: database (seeded when new), WeChat sandbox, gateway, simulator.
 * What was started is ended again when a later part fails.
 * @throws DatabaseInUse when another process has the data folder open
 */
export async function startDemo({ commerce = 'postgres', ...given }: DemoOptions): Promise<Demo> {
  const options = commerce === 'magento' ? { ...given, dataDir: join(given.dataDir, 'magento') } : given
  const started: (() => Promise<unknown>)[] = []
  const close = async () => {
    for (let end = started.pop(); end; end = started.pop()) await end()
  }
  try {
    await mkdir(options.dataDir, { recursive: true })
    const keys = demoKeys(join(options.dataDir, 'keys.json'))
    const database = await openDatabase({ url: options.databaseUrl, dataDir: join(options.dataDir, 'database') })
    started.push(() => database.close())
    await migrateAll(database, { magento: commerce === 'magento' })
    const magento = commerce === 'magento' ? await openMagentoShop(options.dataDir, database) : null
    if (magento) started.push(() => magento.close())
    const seeded =
      magento?.seeded ?? (await seedShop({ database, dataDir: options.dataDir, onProgress: options.onSeed }))
    options.onFilled?.(seeded)

    const gatewayPort = await freePort(options.gatewayPort ?? 0, HOST)
    const gatewayUrl = `http://${HOST}:${gatewayPort}`
    const routes = { [options.apiOrigin]: gatewayUrl }
    const sandbox = await startWechatSandbox({
      host: HOST,
      appid: keys.appid,
      secret: keys.secret,
      merchant: { ...merchantOf(keys), name: SHOP_NAME },
      platform: keys.platform,
      routes,
      messagePush: { ...keys.push, url: `${options.apiOrigin}/v1/notify/wechat` },
      statePath: join(options.dataDir, 'wechat.json'),
      notifySpeed: options.notifySpeed ?? 10,
      templates: Object.fromEntries(Object.values(TEMPLATES).map(({ id, keywords }) => [id, Object.keys(keywords)])),
    })
    started.push(() => sandbox.close())

    // Anew at every start, and known to nobody but the desk.
    const ownerToken = randomBytes(32).toString('base64url')
    const config = {
      ownerToken,
      ...gatewayConfig(options, keys, sandbox.url, gatewayPort),
      magento: magento?.settings,
      ...options.gateway,
    }
    const open = async () => {
      const gateway = await createGateway(config, { database, backend: magento?.backend() })
      await gateway.listen()
      return gateway
    }
    let gateway = await open()
    started.push(() => gateway.close())
    await offerCampaigns(gatewayUrl, config.ownerToken)
    magento?.tellGateway(gatewayUrl)
    const desk = await openDesk(gatewayUrl, config.ownerToken, magento)
    started.push(() => desk.close())

    const port = await freePort(options.port ?? 0, HOST)
    const { projectDir } = options
    const simulator = await startSimulator({
      projectDir,
      host: HOST,
      port,
      appid: keys.appid,
      routes: magento ? { ...routes, [MAGENTO_ORIGIN]: magento.standIn.url } : routes,
      wechat: sandbox.url,
      title: SHOP_NAME,
      desk: { title: { zh: '店主', en: 'Merchant' }, url: desk.url },
    })
    started.push(() => simulator.close())

    return {
      url: simulator.url,
      gatewayUrl,
      deskUrl: desk.url,
      sandbox,
      simulator,
      magento,
      gateway: () => gateway,
      seeded,
      async restartGateway() {
        await gateway.close()
        gateway = await open()
      },
      close,
    }
  } catch (error) {
    await close()
    throw error
  }
}

const merchantOf = (keys: DemoKeys) => ({
  mchid: keys.mchid,
  serial: keys.merchantSerial,
  publicKeyPem: keys.merchantPublicKey,
  apiV3Key: keys.apiV3Key,
})

function gatewayConfig(options: DemoOptions, keys: DemoKeys, wechatUrl: string, port: number): GatewayConfig {
  return {
    host: HOST,
    port,
    publicUrl: options.apiOrigin,
    mediaUrl: `${options.apiOrigin}/media`,
    dataDir: options.dataDir,
    databaseUrl: options.databaseUrl,
    wechat: {
      appid: keys.appid,
      secret: keys.secret,
      apiUrl: wechatUrl,
      payUrl: wechatUrl,
      mchid: keys.mchid,
      merchantSerial: keys.merchantSerial,
      merchantKey: keys.merchantPrivateKey,
      apiV3Key: keys.apiV3Key,
      push: keys.push,
      verification: { publicKeys: [{ id: keys.platform.publicKeyId, pem: keys.platform.publicKeyPem }] },
    },
    messages: TEMPLATES,
    orderTtlMs: 30 * 60_000,
    afterSaleMs: 30 * 86_400_000,
    returnWithinMs: 7 * 86_400_000,
    // Whoever looks at the demo will not wait for a day.
    remindAfterMs: 60_000,
    receiptAfterMs: 10 * 24 * 3_600_000,
    sessionTtlMs: 30 * 24 * 3_600_000,
    logLevel: 'warn',
    // One machine, one address: what would be a flood from a phone is here a person trying everything at once.
    rateLimits: { all: 3_000, signIn: 300, placeOrder: 300, uploadPicture: 300 },
    maxEventLoopDelayMs: 0,
    trustProxy: false,
  }
}
