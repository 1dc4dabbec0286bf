import type { ConformanceShop } from '@xiaopu/commerce/conformance'
import { openInMemory } from '@xiaopu/commerce-postgres/testing'
import { createMagentoCommerce } from '../backend'
import { DEFAULT_TIMEOUTS } from '../options'
import { findByIncrement } from '../orders/magento-order'
import { migrateMagento } from '../tables/migrate'
import { createRestClient } from '../transport/rest'
import { createWire } from '../transport/wire'
import { putOnShelf } from './shelf'
import { ALWAYS_ASK } from './stand'

/** What the suite does not ask of a shop whose merchant it is not. */
export const LEFT_OUT_LIVE = {
  'related products': 'REST would have to change what the merchant has linked',
  'reviews of the shop system': 'only a person can let a review through: Magento’s REST has none of them',
  coupons: 'REST would have to change the merchant’s price rules',
  'several coupons': 'REST would have to change the merchant’s price rules',
}

/** ms */
const TICK = 60_000

type Settings = Record<string, string | undefined>

/** The Magento at MAGENTO_TEST_URL, with the keys and store views the gateway is given; null: none is named. */
export function liveSettings(env: Settings) {
  if (!env.MAGENTO_TEST_URL) return null
  const need = (name: string): string => {
    const value = env[name]
    if (!value) throw new Error(`MAGENTO_TEST_URL is set: ${name} has to be, too`)
    return value
  }
  const [zh, en = zh] = need('MAGENTO_STORE_VIEWS')
    .split(',')
    .map((pair) => pair.split('=').at(-1)!.trim())
  return {
    url: env.MAGENTO_TEST_URL.replace(/\/+$/, '').replace(/\/graphql$/, ''),
    storeViews: { 'zh-CN': zh!, en: en! },
    integration: {
      consumerKey: need('MAGENTO_CONSUMER_KEY'),
      consumerSecret: need('MAGENTO_CONSUMER_SECRET'),
      accessToken: need('MAGENTO_ACCESS_TOKEN'),
      accessTokenSecret: need('MAGENTO_ACCESS_TOKEN_SECRET'),
    },
    paymentMethod: env.MAGENTO_PAYMENT_METHOD ?? 'checkmo',
    customerEmailDomain: need('MAGENTO_EMAIL_DOMAIN'),
  }
}

/**
 * A running Magento for the suite, which has the suite's catalogue and stores in it. Stock, prices and parcels are the
 * merchant's, and are changed over REST; time moves on in our own clock only, by no more than Magento's tolerance of
 * signatures.
 */
export async function openLiveShop(live: NonNullable<ReturnType<typeof liveSettings>>): Promise<ConformanceShop> {
  let ahead = 0
  const database = await openInMemory()
  await migrateMagento(database)
  // It stands between its ticks: tests say how much time passes, and signatures must not grow old.
  const clock = () => new Date(Math.floor(Date.now() / TICK) * TICK + ahead)
  const backend = createMagentoCommerce({ ...live, database, clock, freshness: ALWAYS_ASK })
  const rest = createRestClient({
    url: `${live.url}/rest/${live.storeViews['zh-CN']}`,
    wire: createWire(fetch),
    timeouts: DEFAULT_TIMEOUTS,
    integration: live.integration,
    clock: () => new Date(),
  })
  const orderAt = async (id: string) => {
    const { rows } = await database.execute('select magento_number, customer_id from magento.orders where id = $1', [
      id,
    ])
    const { rows: customers } = await database.execute(
      'select magento_id from magento.customers where customer_id = $1',
      [rows[0].customer_id],
    )
    return (await findByIncrement(rest, rows[0].magento_number, customers[0].magento_id))!
  }
  const change = (sku: string, product: object) =>
    rest.put(`products/${encodeURIComponent(sku)}`, { product: { sku, ...product } }).then(() => {})
  return {
    backend,
    async setStock(sku, pieces) {
      const path = encodeURIComponent(sku)
      const { item_id, qty } = await rest.get<{ item_id: number; qty: number }>(`stockItems/${path}`)
      const now = await rest.get<number>(`inventory/get-product-salable-quantity/${path}/1`)
      const stockItem = { qty: Number(qty) + pieces - now, is_in_stock: pieces > 0 }
      await rest.put(`products/${path}/stockItems/${item_id}`, { stockItem })
    },
    async setPrice(sku, fen) {
      const known = await rest.get<{ custom_attributes?: { attribute_code: string }[] }>(
        `products/${encodeURIComponent(sku)}`,
      )
      const reduced = known.custom_attributes?.some(({ attribute_code }) => attribute_code === 'special_price')
      const special = { custom_attributes: [{ attribute_code: 'special_price', value: fen / 100 }] }
      await change(sku, reduced ? special : { price: fen / 100 })
    },
    putOffSale: (sku) => change(sku, { status: 2 }),
    putOnSale: (sku) => change(sku, { status: 1 }),
    async shipEverything({ id }, { carrier, trackingNumber }) {
      const { entity_id } = await orderAt(id)
      const tracks = [{ track_number: trackingNumber, title: carrier, carrier_code: 'custom' }]
      await rest.post(`order/${entity_id}/ship`, { notify: false, tracks })
      await backend.syncOrders()
    },
    setStoreStock: (store, code, pieces) =>
      putOnShelf(backend, { store, code, pieces }, async (quantity) => {
        const sourceItems = [{ sku: code, source_code: store, quantity, status: quantity > 0 ? 1 : 0 }]
        await rest.post('inventory/source-items', { sourceItems })
      }),
    async markReady({ id }) {
      await rest.post('order/notify-orders-are-ready-for-pickup', { orderIds: [(await orderAt(id)).entity_id] })
      await backend.syncOrders()
    },
    async refund({ id }, fen) {
      const { entity_id, items } = await orderAt(id)
      await rest.post(`order/${entity_id}/refund`, {
        items: items.filter((item) => !item.parent_item_id).map((item) => ({ order_item_id: item.item_id, qty: 0 })),
        arguments: { shipping_amount: 0, adjustment_positive: fen / 100, adjustment_negative: 0 },
      })
      await backend.syncOrders()
    },
    addCoupon: notLive,
    withdrawCoupon: notLive,
    relate: notLive,
    async advance(ms) {
      ahead += ms
    },
    tearDown: () => database.close(),
  }
}

/** The parts of the suite that would call this are left out. */
async function notLive(): Promise<never> {
  throw new Error('This is not changed in a running shop')
}
