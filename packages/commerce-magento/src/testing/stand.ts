import { CONFORMANCE_CATALOGUE, CONFORMANCE_STORES } from '@xiaopu/commerce/conformance'
import { openInMemory } from '@xiaopu/commerce-postgres/testing'
import {
  type CatalogueFixture,
  type MagentoProfile,
  type MagentoSettings,
  type StoreFixture,
  startMagentoStandIn,
} from '@xiaopu/magento-stand-in'
import { readSubset } from '../../scripts/generated'
import { readTrueSchema, trueSchemasFolder } from '../../scripts/true-schemas'
import { createMagentoCommerce } from '../backend'
import type { MagentoOptions } from '../options'
import { MAGENTO_MIGRATIONS, migrateMagento } from '../tables/migrate'
import { conformanceFixture, STORES } from './conformance-fixture'

export const INTEGRATION = {
  consumerKey: 'key',
  consumerSecret: 'consumer secret',
  accessToken: 'token',
  accessTokenSecret: 'token & secret',
}
/** Every read asks Magento, and an old answer is used only while it is down. */
export const ALWAYS_ASK = { fresh: 0, stale: 0, whenDown: 60 * 60_000 }

export interface StandOptions {
  profile?: MagentoProfile
  settings?: Partial<MagentoSettings>
  stores?: StoreFixture[]
  catalogue?: CatalogueFixture
  options?: Partial<MagentoOptions>
}
export type Stand = Awaited<ReturnType<typeof openStand>>

/** A stand-in Magento over the true schema where it is given, else over our subset; and our back end on it. */
export async function openStand({ profile = OPEN_SOURCE, settings, stores = STORES, ...rest }: StandOptions = {}) {
  let now = new Date()
  const clock = () => now
  const catalogue = rest.catalogue ?? conformanceFixture(CONFORMANCE_CATALOGUE, CONFORMANCE_STORES, now)
  const magento = await startMagentoStandIn({
    schema: { sdl: sdlOf(profile) },
    profile,
    integration: INTEGRATION,
    stores,
    catalogue,
    // Shoppers want to see what is sold out; Magento hides it unless told otherwise.
    settings: { showOutOfStock: true, ...settings },
    clock: () => now.getTime(),
  })
  const database = await openInMemory({ from: [MAGENTO_MIGRATIONS], prepare: migrateMagento })
  const another = (options: Partial<MagentoOptions> = {}) =>
    createMagentoCommerce({
      url: magento.url,
      storeViews: { 'zh-CN': 'default', en: 'en' },
      integration: INTEGRATION,
      paymentMethod: 'checkmo',
      database,
      customerEmailDomain: 'wx.shop.example',
      clock,
      freshness: ALWAYS_ASK,
      ...rest.options,
      ...options,
    })
  return {
    backend: another(),
    /** A second process on the same database, or one set up otherwise. */
    another,
    magento,
    control: magento.control,
    database,
    async advance(ms: number) {
      now = new Date(now.getTime() + ms)
    },
    async close() {
      await database.close()
      await magento.close()
    },
  }
}

const OPEN_SOURCE: MagentoProfile = { version: '2.4.9', edition: 'opensource' }

function sdlOf({ edition, version }: MagentoProfile): string {
  const folder = trueSchemasFolder()
  if (folder) return readTrueSchema(folder, `${edition}-${version}`)
  const { subset, newer } = readSubset()
  return version === '2.4.7' ? subset : `${subset}\n${newer}`
}
