import type { PickupLocationFixture } from '@xiaopu/magento-stand-in'

type Row = Record<string, string>

/** Our table names cities; an address in Magento names the province. */
const PROVINCES: Record<string, string> = { 深圳: 'CN-GD', 广州: 'CN-GD', 上海: 'CN-SH', 北京: 'CN-BJ', 杭州: 'CN-ZJ' }

/**
 * The demo's stores as sources to pick up from. Magento knows neither hours nor languages nor pictures of them: what the
 * back end reads of those is written into the description, as packages/commerce-magento/src/stores/description.ts says.
 *
 * @throws when a city's province is not known here
 */
export const pickupLocations = (stores: Row[], shelves: Row[] = []): PickupLocationFixture[] =>
  stores.map((store) => {
    const city = store['city:zh-CN'] ?? ''
    const region = PROVINCES[city]
    if (!region) throw new Error(`${store.id}: add the province of ${city} to PROVINCES`)
    return {
      code: store.id ?? '',
      name: store['name:zh-CN'] ?? '',
      description: [
        `hours: ${store.hours}`,
        `services: ${(store.services ?? '').split('|').join(', ')}`,
        `en.name: ${store['name:en']}`,
        `en.city: ${store['city:en']}`,
        `en.address: ${store['address:en']}`,
      ].join('\n'),
      phone: store.phone ?? '',
      region,
      city,
      street: store['address:zh-CN'] ?? '',
      latitude: Number(store.latitude),
      longitude: Number(store.longitude),
      stock: Object.fromEntries(
        shelves.flatMap((shelf) => (shelf.store === store.id ? [[shelf.sku ?? '', Number(shelf.onHand)]] : [])),
      ),
    }
  })
