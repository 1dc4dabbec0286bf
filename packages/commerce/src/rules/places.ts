/** Where a parcel goes, as far as fee and delivery depend on it. `city` may be empty. */
export interface Destination {
  province: string
  city: string
}

/** A place as rules name it: a province (`新疆`) or one city of it (`广东/深圳`), with or without 省, 市, 自治区. */
export type Place = string

/** The provinces there are, by their short names. */
export const PROVINCES: readonly string[] = [
  ...[
    '北京',
    '天津',
    '河北',
    '山西',
    '内蒙古',
    '辽宁',
    '吉林',
    '黑龙江',
    '上海',
    '江苏',
    '浙江',
    '安徽',
    '福建',
    '江西',
  ],
  ...['山东', '河南', '湖北', '湖南', '广东', '广西', '海南', '重庆', '四川', '贵州', '云南', '西藏', '陕西', '甘肃'],
  ...['青海', '宁夏', '新疆', '台湾', '香港', '澳门'],
]

/** 广西壮族自治区 → 广西, 北京市 → 北京: address books disagree on the suffix. */
export function provinceName(province: string): string {
  return province.trim().replace(/(特别行政区|(壮族|回族|维吾尔)?自治区|省|市)$/, '')
}

const PEOPLES = '藏|羌|彝|回|傣|白|苗|侗|壮|哈尼|土家|布依|朝鲜|蒙古|景颇|傈僳|哈萨克|柯尔克孜'
const CITY_SUFFIX = new RegExp(`((?<=..)((${PEOPLES})族?)*自治州|(?<=..)地区|(?<=.)盟|(?<=.)市)$`)

/** 深圳市 → 深圳, 黔西南布依族苗族自治州 → 黔西南. */
export function cityName(city: string): string {
  return city.trim().replace(CITY_SUFFIX, '')
}

/** `广东省/深圳市` → `广东/深圳`: the same place has one name. null: no province of China. */
export function placeName(place: Place): Place | null {
  const [province = '', city, ...more] = place.split('/')
  const name = provinceName(province)
  if (!PROVINCES.includes(name) || more.length > 0 || city?.trim() === '') return null
  return city === undefined ? name : `${name}/${cityName(city)}`
}

/** How closely the place names the destination: 2 its city, 1 its province, 0 not at all. */
export function closeness(place: Place, { province, city }: Destination): 0 | 1 | 2 {
  const [ruledProvince = '', ruledCity] = place.split('/')
  if (provinceName(ruledProvince) !== provinceName(province)) return 0
  if (ruledCity === undefined) return 1
  return cityName(ruledCity) === cityName(city) ? 2 : 0
}

/** Whether one of the places is the destination, or it lies in one. */
export const isAmong = (places: readonly Place[], destination: Destination): boolean =>
  places.some((place) => closeness(place, destination) > 0)
