import { areaList } from '@vant/area-data'
import type { Region } from '@xiaopu/contract'

const { province_list: provinces, city_list: cities, county_list: counties } = areaList

const citiesOf = byParent(cities, 2)
const countiesOf = byParent(counties, 4)

/** Provinces, cities and districts by GB/T 2260 code, as `@vant/area-data` keeps them. */
export const REGIONS: Region[] = Object.entries(provinces).map(([code, name]) => ({
  code,
  name,
  children: (citiesOf.get(code.slice(0, 2)) ?? []).map((city) => ({
    ...city,
    children: countiesOf.get(city.code.slice(0, 4)) ?? [],
  })),
}))

/** What lies in each place, by the first digits of its code; three thousand districts are walked once and not for each city. */
function byParent(list: Record<string, string>, digits: number): Map<string, { code: string; name: string }[]> {
  const below = new Map<string, { code: string; name: string }[]>()
  for (const [code, name] of Object.entries(list)) {
    const parent = code.slice(0, digits)
    const siblings = below.get(parent)
    if (siblings) siblings.push({ code, name })
    else below.set(parent, [{ code, name }])
  }
  return below
}

/** One district with the names of what it lies in. */
export interface District {
  code: string
  province: string
  city: string
  district: string
}

export const DISTRICTS: District[] = REGIONS.flatMap(({ name: province, children }) =>
  children.flatMap(({ name: city, children: below }) =>
    below.map(({ code, name: district }) => ({ code, province, city, district })),
  ),
)
