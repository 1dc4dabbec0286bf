import { textOf } from '../../fixtures/catalogue'
import type { PickupLocationFixture } from '../../fixtures/types'
import { inputError } from '../errors'
import { type PageArguments, pageOf, type View, type Visit } from '../visit'

interface PickupArguments extends PageArguments {
  area?: { radius: number; search_term: string } | null
  filters?: Record<string, { eq?: string | null; in?: string[] | null } | null> | null
  sort?: Record<string, 'ASC' | 'DESC' | null> | null
  productsInfo?: { sku: string }[] | null
}

/** Without an area: all of them. An area needs a geocoder, which a fresh installation has for no Chinese place. */
export function pickupLocations(visit: Visit, { area, filters, sort, productsInfo, ...page }: PickupArguments) {
  if (area) throw inputError(`Unknown geoname for ${area.search_term}`)
  const wanted = (productsInfo ?? []).map(({ sku }) => sku)
  const found = (visit.magento.catalogue.fixture.pickupLocations ?? [])
    .filter(({ skus }) => !skus || wanted.every((sku) => skus.includes(sku)))
    .map((location) => locationView(visit, location))
    .filter((view) =>
      Object.entries(filters ?? {}).every(([field, filter]) => {
        const values = [...(filter?.in ?? []), ...(filter?.eq ? [filter.eq] : [])]
        return values.length === 0 || values.includes(String(view[field]))
      }),
    )
  for (const [field, direction] of Object.entries(sort ?? {})) {
    const turn = direction === 'DESC' ? -1 : 1
    found.sort((one, other) => turn * String(one[field]).localeCompare(String(other[field])))
  }
  return pageOf(found, page)
}

function locationView({ magento, store }: Visit, location: PickupLocationFixture): View {
  const region = magento.regions.find(({ code }) => code === location.region)
  return {
    pickup_location_code: location.code,
    name: textOf(location.name, store.code),
    description: location.description === undefined ? null : textOf(location.description, store.code),
    contact_name: location.contactName ?? null,
    email: location.email ?? null,
    phone: location.phone,
    fax: null,
    country_id: 'CN',
    region: region?.name ?? null,
    region_id: region?.id ?? null,
    city: textOf(location.city, store.code),
    street: textOf(location.street, store.code),
    postcode: location.postcode ?? null,
    latitude: location.latitude,
    longitude: location.longitude,
  }
}
