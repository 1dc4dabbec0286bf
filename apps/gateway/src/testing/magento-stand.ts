import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Database } from '@xiaopu/commerce-postgres'
import { type CatalogueFixture, type MagentoStandIn, startMagentoStandIn } from '@xiaopu/magento-stand-in'
import type { GatewayConfig } from '../config/config'
import type { MagentoSettings } from '../config/magento'
import { TestClock } from './clock'
import { Stand } from './stand'

const SCHEMAS = join(import.meta.dirname, '../../../../packages/commerce-magento/schema')
const schemaOf = (files: string[]) =>
  files.map((file) => readFileSync(join(SCHEMAS, `${file}.graphql`), 'utf8')).join('\n')
const VERSIONS = {
  '2.4.7': () => schemaOf(['magento-subset']),
  '2.4.9': () => schemaOf(['magento-subset', 'newer']),
}
export type MagentoVersion = keyof typeof VERSIONS
const INTEGRATION = {
  consumerKey: 'key',
  consumerSecret: 'consumer secret',
  accessToken: 'token',
  accessTokenSecret: 'token & secret',
}
export const WEBHOOK_SECRET = 'what magento signs with'

/** What buyers wrote on the merchant's website, the oldest first. */
const WEBSITE_REVIEWS = [
  { nickname: '老顾客', summary: '好', text: '好', stars: 5, createdAt: '2026-01-05 10:00:00' },
  { nickname: '匿名用户', summary: '一般', text: '一般', stars: 3, createdAt: '2026-02-05 10:00:00' },
]

const both = (chinese: string, english: string) => ({ default: chinese, en: english })

/** The lamp and the vase of the small shop, as a merchant has them in Magento. */
const goods = (): CatalogueFixture => ({
  attributes: [{ code: 'not_sent_to', label: both('不发货地区', 'Not sent to'), input: 'text' }],
  categories: [{ key: 'home', name: both('家居', 'Home') }],
  products: [
    {
      type: 'simple',
      sku: 'LAMP',
      name: both('纸灯', 'Paper lamp'),
      urlKey: 'lamp',
      categories: ['home'],
      images: [{ file: 'lamp.jpg' }],
      price: 129,
      stock: 100,
      reviews: WEBSITE_REVIEWS,
    },
    {
      type: 'simple',
      sku: 'VASE',
      name: both('花瓶', 'Vase'),
      urlKey: 'vase',
      categories: ['home'],
      price: 199,
      stock: 1,
      attributes: { not_sent_to: '西藏|台湾' },
    },
  ],
  cmsBlocks: [],
})

/** A whole shop whose merchant keeps it in Magento: the stand of the other tests, and a stand-in Magento beside it. */
export interface MagentoStand {
  shop: Stand
  magento: MagentoStandIn
  /** Writes the CMS block `wx_home`; null takes it away. */
  writeHome(content: string | null): void
  close(): Promise<void>
}

/** On an embedded database of its own, unless another one is given. */
export async function openMagentoStand(
  changes: Partial<MagentoSettings> = {},
  database?: Database,
  gateway: Partial<GatewayConfig> = {},
  version: MagentoVersion = '2.4.7',
): Promise<MagentoStand> {
  const clock = new TestClock()
  const catalogue = goods()
  const magento = await startMagentoStandIn({
    schema: { sdl: VERSIONS[version]() },
    profile: { version, edition: 'opensource' },
    integration: INTEGRATION,
    stores: [
      { code: 'default', locale: 'zh_Hans_CN', currency: 'CNY' },
      { code: 'en', locale: 'en_US', currency: 'CNY' },
    ],
    catalogue,
    clock: clock.ms,
  })
  const settings: MagentoSettings = {
    url: magento.url,
    storeViews: { 'zh-CN': 'default', en: 'en' },
    integration: INTEGRATION,
    paymentMethod: 'checkmo',
    customerEmailDomain: 'wx.shop.example',
    webhookSecret: WEBHOOK_SECRET,
    ...changes,
  }
  const shop = await Stand.open({ ...gateway, magento: settings }, database, clock)
  return {
    shop,
    magento,
    writeHome(content) {
      catalogue.cmsBlocks!.splice(
        0,
        1,
        ...(content === null ? [] : [{ identifier: 'wx_home', title: 'Home', content }]),
      )
    },
    async close() {
      await shop.close()
      await magento.close()
    },
  }
}
