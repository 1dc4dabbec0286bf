import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { MerchantPort } from '@xiaopu/commerce'
import { createPostgresCommerce, type Database } from '@xiaopu/commerce-postgres'
import { emptied } from '@xiaopu/commerce-postgres/testing'
import type { Order } from '@xiaopu/contract'
import { startWechatSandbox, type WechatSandbox } from '@xiaopu/wechat-sandbox'
import type { GatewayConfig } from '../config/config'
import { migrateAll } from '../database/migrate'
import { createGateway, type Gateway, type GatewayParts } from '../gateway'
import { createReviewDesk, type ReviewDesk } from '../modules/reviews/desk'
import { TestClock } from './clock'
import {
  API_V3_KEY,
  APPID,
  MCHID,
  merchantKeys,
  PUBLIC_URL,
  PUSH,
  SECRET,
  SERIAL,
  TEMPLATES,
  testConfig,
} from './merchant'
import { openMigrated } from './migrated'
import { Shelves } from './shelves'
import { Visitor } from './visitor'

export const LIN = 'lin-xiaoman'
export const CHEN = 'chen-yu'

/** What shoppers and shop leave behind in a day, and what refers to it. */
const OF_ONE_DAY = [
  ...['commerce.orders', 'commerce.cart_lines', 'commerce.replacements', 'commerce.coupons'],
  ...[
    'gateway.payments',
    'gateway.payment_events',
    'gateway.refunds',
    'gateway.after_sales',
    'gateway.received_orders',
  ],
  ...['gateway.idempotency_keys', 'gateway.quotes', 'gateway.deselected_cart_lines', 'gateway.reviewed_products'],
  ...['gateway.pickup_cart_lines', 'gateway.reviews'],
  ...['gateway.uploads', 'gateway.order_care', 'gateway.order_fapiao', 'gateway.fapiao_documents'],
  ...['gateway.fapiao_titles', 'gateway.parcel_traces', 'gateway.shipping_uploads', 'gateway.wechat_events'],
  ...['gateway.message_permits', 'gateway.message_refusals', 'gateway.messages'],
]

/**
 * A whole shop for one test file: the real gateway on a real database, and WeChat's sandbox at the other end of real
 * wires. Jobs run when told to, and time passes when told to.
 */
export class Stand {
  /** What the gateway has logged, line by line. */
  readonly log: string[] = []
  gateway!: Gateway
  private readonly shelves: Shelves

  private constructor(
    readonly clock: TestClock,
    readonly database: Database,
    readonly sandbox: WechatSandbox,
    readonly config: GatewayConfig,
    private readonly routes: Record<string, string>,
    private readonly dataDir: string,
  ) {
    this.shelves = new Shelves(database, join(dataDir, 'media'), OF_ONE_DAY)
  }

  /** On an embedded database of its own, unless another one is given; that one is closed with the stand. */
  static async open(
    changes: Partial<GatewayConfig> = {},
    given?: Database,
    clock: TestClock = new TestClock(),
  ): Promise<Stand> {
    const dataDir = await mkdtemp(join(tmpdir(), 'xiaopu-gateway-'))
    const database = given ?? (await openMigrated())
    await migrateAll(database)
    const routes: Record<string, string> = {}
    const merchant = { mchid: MCHID, serial: SERIAL, publicKeyPem: merchantKeys.publicKey, apiV3Key: API_V3_KEY }
    const sandbox = await startWechatSandbox({
      ...{ appid: APPID, secret: SECRET, merchant, routes, clock: clock.ms },
      messagePush: { ...PUSH, url: `${PUBLIC_URL}/v1/notify/wechat` },
      templates: Object.fromEntries(Object.values(TEMPLATES).map(({ id, keywords }) => [id, Object.keys(keywords)])),
    })
    const config = { ...testConfig(sandbox.url, sandbox.platform, dataDir), ...changes }
    const stand = new Stand(clock, database, sandbox, config, routes, dataDir)
    await stand.restock()
    await stand.start()
    return stand
  }

  /** Starts a gateway on the shop's database; the one before, if any, must have been closed. */
  async start(parts: GatewayParts = {}): Promise<Gateway> {
    const logStream = { write: (line: string) => void this.log.push(line) }
    this.gateway = await createGateway(this.config, {
      database: this.database,
      clock: this.clock.now,
      jobs: 'by-hand',
      logStream,
      ...parts,
    })
    this.routes[PUBLIC_URL] = await this.gateway.listen()
    return this.gateway
  }

  /** Every SKU back to what the file says. */
  restock(): Promise<void> {
    return this.shelves.fill(this.clock.now())
  }

  /** As on the first morning: full shelves, no cart, no order, and WeChat knows of no payment. */
  async firstMorning(): Promise<void> {
    await emptied(this.database, OF_ONE_DAY)
    await this.database.execute('update commerce.skus set reserved = 0; update commerce.store_stock set reserved = 0')
    await this.restock()
    await this.sandbox.control.reset()
    this.log.length = 0
  }

  visitor(): Visitor {
    return new Visitor(() => this.gateway.app)
  }

  /** A person who has signed in. */
  async shopper(person = LIN): Promise<Visitor> {
    const visitor = this.visitor()
    const { status } = await visitor.signIn(await this.loginCode(person))
    if (status !== 201) throw new Error('sign-in was refused')
    return visitor
  }

  /** What `wx.login` gives on that person's phone. */
  async loginCode(person = LIN): Promise<string> {
    return (await this.onPhone('/device/login', { appid: APPID, person })).code
  }

  // biome-ignore lint/suspicious/noExplicitAny: the phone's answers have many shapes
  async onPhone(path: string, body: object): Promise<any> {
    const headers = { 'content-type': 'application/json' }
    const answer = await fetch(this.sandbox.url + path, { method: 'POST', headers, body: JSON.stringify(body) })
    return answer.json()
  }

  /** Types the password into the payment sheet; resolves when WeChat's callbacks have been answered. */
  async payOnPhone(params: object, person = LIN): Promise<{ result: string }> {
    const answer = await this.onPhone('/device/payments/pay', { appid: APPID, person, password: '123456', ...params })
    await this.sandbox.control.whenIdle()
    return answer
  }

  /** Leaves the payment sheet without paying. */
  cancelOnPhone(params: object, person = LIN): Promise<{ result: string }> {
    return this.onPhone('/device/payments/cancel', { appid: APPID, person, ...params })
  }

  /** What the people of the shop decide. */
  get merchant(): MerchantPort {
    return createPostgresCommerce({ database: this.database, clock: this.clock.now }).merchant!
  }

  /** What is waiting to be looked at, on no matter which back end. */
  get reviewDesk(): ReviewDesk {
    return createReviewDesk({ db: this.database.db, clock: this.clock.now, tells: this.config.magento !== undefined })
  }

  /** Somebody of the shop lets everything through that waits. */
  async publishReviews(): Promise<void> {
    const { items } = await this.reviewDesk.waiting({ limit: 50 })
    for (const { id } of items) await this.reviewDesk.decide(id, { publish: true, reply: null })
  }

  /** An order the shopper has paid. */
  async paid(shopper: Visitor, skuId: string, quantity = 1): Promise<Order> {
    const order = await shopper.order(skuId, quantity)
    await this.payOnPhone((await shopper.startPayment(order)).body.params)
    return order
  }

  /** An order the shopper has paid and the warehouse has sent in one parcel. */
  async sent(shopper: Visitor, skuId: string, quantity = 1): Promise<Order> {
    const order = await this.paid(shopper, skuId, quantity)
    await this.merchant.ship(order.id, { carrier: '顺丰速运', trackingNumber: 'SF1000000001', lines: null })
    return order
  }

  /** Pieces in the warehouse, and those of them that unpaid orders hold. */
  async stock(skuId: string): Promise<{ onHand: number; reserved: number }> {
    const { rows } = await this.database.execute('select on_hand, reserved from commerce.skus where id = $1', [skuId])
    return { onHand: rows[0].on_hand, reserved: rows[0].reserved }
  }

  async setStock(skuId: string, onHand: number): Promise<void> {
    await this.database.execute('update commerce.skus set on_hand = $2 where id = $1', [skuId, onHand])
  }

  async setPrice(skuId: string, fen: number): Promise<void> {
    await this.database.execute('update commerce.skus set price = $2, compare_at = null where id = $1', [skuId, fen])
  }

  async count(table: string): Promise<number> {
    return Number((await this.database.execute(`select count(*) as n from ${table}`)).rows[0].n)
  }

  async close(): Promise<void> {
    await this.gateway.close()
    await this.sandbox.close()
    await this.database.close()
    await rm(this.dataDir, { recursive: true, force: true })
  }
}
