import type { Locale, PickupRequest } from '@xiaopu/commerce'
import { encodeId } from '../mapping/ids'
import { splitName } from '../mapping/names'
import { PickupLocationsDocument, type PickupLocationsQuery } from '../operations/documents'
import { TILL_LOCALE } from '../shop'
import type { StoreViews } from '../store/store-views'
import type { TillPickup } from '../till/till'

export type Location = NonNullable<NonNullable<NonNullable<PickupLocationsQuery['pickupLocations']>['items']>[number]>

/** For stores that insist on a postcode where the merchant gave none. */
const NO_POSTCODE = '000000'

/** The merchant's pickup locations, in that language's words. */
export async function locationsOf(views: StoreViews, locale: Locale): Promise<Location[]> {
  const found: (Location | null)[] = []
  for (let page = 1; ; page++) {
    const { pickupLocations } = await views.readCached(locale, PickupLocationsDocument, { page })
    const items = pickupLocations?.items ?? []
    found.push(...items)
    if (items.length === 0 || found.length >= (pickupLocations?.total_count ?? 0)) break
  }
  return found.filter((location) => location !== null)
}

/**
 * What the till is told of a store and of who comes there; before somebody has said so, the store itself does. null:
 * Magento has no such location any more.
 */
export async function tillPickupOf(
  views: StoreViews,
  { storeId, ...who }: Pick<PickupRequest, 'storeId'> & Partial<PickupRequest>,
): Promise<TillPickup | null> {
  const locations = await locationsOf(views, TILL_LOCALE)
  const location = locations.find(({ pickup_location_code: code }) => code && encodeId(code) === storeId)
  if (!location?.pickup_location_code) return null
  const { pickup_location_code: code, name, phone, region, region_id, city, street, postcode } = location
  return {
    code,
    address: {
      ...splitName(who.name ?? name ?? code),
      telephone: who.phone ?? phone ?? '',
      country_code: 'CN',
      region,
      region_id,
      city: city ?? '',
      street: [street ?? ''],
      postcode: postcode || NO_POSTCODE,
      save_in_address_book: false,
    },
  }
}
