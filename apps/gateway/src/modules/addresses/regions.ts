import { areaList } from '@vant/area-data'
import type { Region } from '@xiaopu/contract'

const { province_list: provinces, city_list: cities, county_list: counties } = areaList

/** Provinces, cities and districts by GB/T 2260 code, as `@vant/area-data` keeps them. */
export const REGIONS: Region[] = Object.entries(provinces).map(([code, name]) => ({
  code,
  name,
  children: below(cities, code.slice(0, 2)).map((city) => ({
    ...city,
    children: below(counties, city.code.slice(0, 4)),
  })),
}))

function below(list: Record<string, string>, prefix: string) {
  return Object.entries(list)
    .filter(([code]) => code.startsWith(prefix))
    .map(([code, name]) => ({ code, name }))
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
