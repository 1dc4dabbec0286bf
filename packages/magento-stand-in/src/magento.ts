import type { FaultBox } from './faults/fault-box'
import type { WebhookEvent } from './faults/webhooks'
import type { Catalogue, CatalogueProduct } from './fixtures/catalogue'
import type { Region } from './fixtures/regions'
import type { IntegrationKeys, MagentoProfile, MagentoSettings, StoreFixture } from './options'
import type { Order, State } from './state/state'

/** One running Magento: what it is made of, what it knows. */
export interface Magento {
  profile: MagentoProfile
  settings: MagentoSettings
  stores: StoreFixture[]
  integration: IntegrationKeys
  catalogue: Catalogue
  regions: Region[]
  state: State
  faults: FaultBox
  mediaFolders: string[]
  /** Set once it listens; without a slash at the end. */
  url: string
  /** What it says its address is. */
  publicUrl: string
  now(): number
  nextId(): number
  /** Tells the webhook. */
  tell(event: WebhookEvent, order: Order): void
}

/** The view of the store `code`; null: there is none. */
export function storeOf(magento: Magento, code: string): StoreFixture | null {
  return magento.stores.find((store) => store.code === code) ?? null
}
export function storeIdOf(magento: Magento, code: string): number {
  return magento.stores.findIndex((store) => store.code === code) + 1
}

const DEFAULT_WEBSITE = 'base'
/** Websites are numbered in the order of their first store views. */
export function websiteOf(
  { stores }: Magento,
  { website = DEFAULT_WEBSITE }: StoreFixture,
): { id: number; code: string } {
  const codes = [...new Set(stores.map((store) => store.website ?? DEFAULT_WEBSITE))]
  return { id: codes.indexOf(website) + 1, code: website }
}

export function isEnabled({ state }: Magento, product: CatalogueProduct): boolean {
  return state.enabled[product.sku] ?? product.enabledAtFirst
}

/** `YYYY-MM-DD HH:MM:SS`, UTC, as Magento writes times. */
export function magentoTime(ms: number): string {
  return new Date(ms).toISOString().slice(0, 19).replace('T', ' ')
}
