import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Database } from '@xiaopu/commerce-postgres'
import { type CatalogueFixture, type MagentoStandIn, startMagentoStandIn } from '@xiaopu/magento-stand-in'
import type { GatewayConfig } from '../config/config'
import type { MagentoSettings } from '../config/magento'
import { TestClock } from './clock'
import { Stand } from './stand'

const SUBSET = join(import.meta.dirname, '../../../../packages/commerce-magento/schema/magento-subset.graphql')
const INTEGRATION = {
  consumerKey: 'key',
  consumerSecret: 'consumer secret',
  accessToken: 'token',
  accessTokenSecret: 'token & secret',
}
export const WEBHOOK_SECRET = 'what magento signs with'

const both = (chinese: string, english: string) => ({ default: chinese, en: english })

/** The lamp and the vase of the small shop, as a merchant has them in Magento. */
const goods = (): CatalogueFixture => ({
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
    },
    {
      type: 'simple',
      sku: 'VASE',
      name: both('花瓶', 'Vase'),
      urlKey: 'vase',
      categories: ['home'],
      price: 199,
      stock: 1,
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
): Promise<MagentoStand> {
  const clock = new TestClock()
  const catalogue = goods()
  const magento = await startMagentoStandIn({
    schema: { sdl: readFileSync(SUBSET, 'utf8') },
    profile: { version: '2.4.7', edition: 'opensource' },
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
