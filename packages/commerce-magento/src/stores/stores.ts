import type { Context, Store, StoresPort } from '@xiaopu/commerce'
import { encodeId } from '../mapping/ids'
import type { StoreViews } from '../store/store-views'
import { readDescription } from './description'
import { type Location, locationsOf } from './locations'
import type { Shelves } from './shelves'

/** The merchant's pickup locations (MSI sources) as shops. Their coordinates must be entered in GCJ-02. */
export function storesPort(views: StoreViews, shelves: Shelves): StoresPort {
  async function list({ locale }: Context): Promise<Store[]> {
    return (await locationsOf(views, locale)).flatMap((location) => storeOf({ locale }, location) ?? [])
  }

  return {
    list,
    async get(context, storeId) {
      return (await list(context)).find(({ id }) => id === storeId) ?? null
    },
    stock: shelves.stock,
  }
}

/** null: it has no code to name it by. */
function storeOf({ locale }: Context, location: Location): Store | null {
  const { pickup_location_code: code, latitude, longitude } = location
  if (!code) return null
  const { hours, services, words } = readDescription(location.description)
  return {
    id: encodeId(code),
    name: words(locale, 'name') ?? location.name ?? '',
    city: words(locale, 'city') ?? location.city ?? '',
    address: words(locale, 'address') ?? location.street ?? '',
    location: { latitude: latitude ?? 0, longitude: longitude ?? 0 },
    phone: location.phone ?? '',
    picture: null,
    hours,
    services,
  }
}
