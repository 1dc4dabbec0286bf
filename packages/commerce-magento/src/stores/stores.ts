import type { Context, Store, StoresPort } from '@xiaopu/commerce'
import { encodeId } from '../mapping/ids'
import { PickupLocationsDocument, type PickupLocationsQuery } from '../operations/documents'
import type { StoreViews } from '../store/store-views'
import { readDescription } from './description'

type Location = NonNullable<NonNullable<NonNullable<PickupLocationsQuery['pickupLocations']>['items']>[number]>

/** The merchant's pickup locations (MSI sources) as shops. Their coordinates must be entered in GCJ-02. */
export function storesPort(views: StoreViews): StoresPort {
  async function list({ locale }: Context): Promise<Store[]> {
    const found: (Location | null)[] = []
    for (let page = 1; ; page++) {
      const { pickupLocations } = await views.readCached(locale, PickupLocationsDocument, { page })
      const items = pickupLocations?.items ?? []
      found.push(...items)
      if (items.length === 0 || found.length >= (pickupLocations?.total_count ?? 0)) break
    }
    return found.flatMap((location) => storeOf({ locale }, location) ?? [])
  }

  return {
    list,
    async get(context, storeId) {
      return (await list(context)).find(({ id }) => id === storeId) ?? null
    },
  }
}

/** null: it cannot be put on a map. */
function storeOf({ locale }: Context, location: Location | null): Store | null {
  const { pickup_location_code: code, latitude, longitude } = location ?? {}
  if (!location || !code || typeof latitude !== 'number' || typeof longitude !== 'number') return null
  const { hours, services, words } = readDescription(location.description)
  return {
    id: encodeId(code),
    name: words(locale, 'name') ?? location.name ?? '',
    city: words(locale, 'city') ?? location.city ?? '',
    address: words(locale, 'address') ?? location.street ?? '',
    location: { latitude, longitude },
    phone: location.phone ?? '',
    picture: null,
    hours,
    services,
  }
}
