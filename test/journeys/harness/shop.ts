import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Demo, type DemoOptions, startDemo } from '@xiaopu/demo'
import { brand } from '../../../config/brand/brand'
import type { Books } from './books'
import { compiledShop } from './compiled'
import { MagentoBooks } from './magento-books'
import { PostgresBooks } from './postgres-books'
import { copyGoods, type Premises } from './premises'

export interface ShopOptions extends Pick<DemoOptions, 'commerce' | 'gateway' | 'notifySpeed'> {
  /** Goods to copy and the Mini Program to run; without them the shop is filled anew (some ten seconds) and runs the last build. */
  premises?: Premises
}

/** The whole shop on free ports and a data folder of its own: gateway, WeChat's stand-in, simulator. */
export class Shop {
  /** What the shop has in writing. */
  readonly books: Books

  private constructor(
    readonly demo: Demo,
    private readonly dataDir: string,
  ) {
    const database = () => demo.gateway().database
    this.books = demo.magento ? new MagentoBooks(database, demo.magento) : new PostgresBooks(database)
  }

  /** @throws when the Mini Program is not built */
  static async open({ premises, ...options }: ShopOptions = {}): Promise<Shop> {
    const projectDir = premises?.program ?? compiledShop()
    const dataDir = await mkdtemp(join(tmpdir(), 'xiaopu-shop-'))
    try {
      if (premises) await copyGoods(premises, dataDir, options.commerce)
      const demo = await startDemo({
        dataDir,
        projectDir,
        // As compiled in: see apps/storefront/config.
        apiOrigin: process.env.XIAOPU_API_ORIGIN || brand.apiOrigin,
        port: 0,
        gatewayPort: 0,
        ...options,
        // Refused callbacks are what some journeys are about; what the gateway did with them is asked, not read.
        // Receipt is confirmed in the shop unless a journey is about WeChat's component, which would appear when it pleases.
        gateway: { logLevel: 'fatal', shippingUpload: 'off', ...options.gateway },
      })
      return new Shop(demo, dataDir)
    } catch (error) {
      await rm(dataDir, { recursive: true, force: true })
      throw error
    }
  }

  /** Where the phone is. */
  get url(): string {
    return this.demo.url
  }

  /** What WeChat knows, and what it is told to do next. */
  get wechat(): Demo['sandbox']['control'] {
    return this.demo.sandbox.control
  }

  /** As on the first morning: full shelves, no cart, no order, and WeChat knows of no payment. */
  async firstMorning(): Promise<void> {
    await this.wechat.reset()
    await this.books.firstMorning()
  }

  /** The id shoppers and tills know a store by. */
  async storeId(name: string): Promise<string> {
    const { body } = await this.demo
      .gateway()
      .app.inject({ url: '/v1/stores', headers: { 'accept-language': 'zh-CN' } })
    return (JSON.parse(body) as { stores: { id: string; name: string }[] }).stores.find((store) => store.name === name)!
      .id
  }

  async close(): Promise<void> {
    await this.demo.close()
    await rm(this.dataDir, { recursive: true, force: true })
  }
}
