import type { ChooseMyStore, GeoPoint, MyStore, Store } from '@xiaopu/contract'
import { openingAt } from './opening-hours'
import { pictureOf } from './pictures'
import { Refusal } from './refusal'
import { type View, type Words, words } from './words'

interface Shop {
  id: string
  name: Words
  city: Words
  address: Words
  /** GCJ-02 */
  location: GeoPoint
  phone: string
  hours: Store['hours']
  services: Store['services']
  /** Its city and street by ear, for the fake knows no pinyin. */
  byEar: string[]
}

const every = [1, 2, 3, 4, 5, 6, 7]

const shops: Shop[] = [
  {
    id: 'shanghai-wukang',
    name: words('上海武康路店', 'Shanghai Wukang Road'),
    city: words('上海', 'Shanghai'),
    address: words('徐汇区武康路 378 号', '378 Wukang Road, Xuhui'),
    location: { latitude: 31.20895, longitude: 121.43866 },
    phone: '021-5555 0101',
    // Closed on Mondays.
    hours: [{ weekdays: [2, 3, 4, 5, 6, 7], opens: '11:00', closes: '20:00' }],
    services: ['pickup', 'returns', 'coffee'],
    byEar: ['shanghai', 'sh', 'wukanglu', 'wkl', 'xuhui', 'xh'],
  },
  {
    id: 'shenzhen-mixc',
    name: words('深圳万象天地店', 'Shenzhen MixC World'),
    city: words('深圳', 'Shenzhen'),
    address: words('南山区深南大道 9668 号', '9668 Shennan Boulevard, Nanshan'),
    location: { latitude: 22.54077, longitude: 113.95336 },
    phone: '0755-5555 0102',
    hours: [
      { weekdays: [1, 2, 3, 4, 5], opens: '10:00', closes: '22:00' },
      { weekdays: [6, 7], opens: '10:00', closes: '22:30' },
    ],
    services: ['pickup', 'returns', 'repair', 'parking'],
    byEar: ['shenzhen', 'sz', 'nanshan', 'ns'],
  },
  {
    id: 'chengdu-taikoo',
    name: words('成都太古里店', 'Chengdu Taikoo Li'),
    city: words('成都', 'Chengdu'),
    address: words('锦江区中纱帽街 8 号', '8 Zhongshamao Street, Jinjiang'),
    location: { latitude: 30.65362, longitude: 104.08341 },
    phone: '028-5555 0103',
    hours: [{ weekdays: every, opens: '10:00', closes: '22:00' }],
    services: ['pickup'],
    byEar: ['chengdu', 'cd', 'taikooli', 'taiguli', 'tgl'],
  },
]

/** Where goods can be picked up. */
export const pickupStoreIds = shops.filter(({ services }) => services.includes('pickup')).map(({ id }) => id)

const radians = (degrees: number) => (degrees * Math.PI) / 180

/** Great-circle metres between two points of the same datum. */
export function metresBetween(a: GeoPoint, b: GeoPoint): number {
  const half = (from: number, to: number) => Math.sin(radians(to - from) / 2) ** 2
  const h =
    half(a.latitude, b.latitude) +
    Math.cos(radians(a.latitude)) * Math.cos(radians(b.latitude)) * half(a.longitude, b.longitude)
  return Math.round(2 * 6_371_000 * Math.asin(Math.sqrt(h)))
}

/** Nearest first when `near` is known, otherwise in the merchant's order. @param sought words that have to fit */
export function storesOf(near: GeoPoint | null, view: View, sought = ''): Store[] {
  const typed = sought.toLowerCase().split(/\s+/).filter(Boolean)
  const fitting = shops.filter(({ name, city, address, byEar }) => {
    const said = [name, city, address]
      .flatMap((one) => Object.values(one))
      .join(' ')
      .toLowerCase()
    const heard = (word: string) => word.length > 1 && byEar.some((sound) => sound.startsWith(word))
    return typed.every((word) => said.includes(word) || heard(word))
  })
  const stores = fitting.map(({ id, name, city, address, location, phone, hours, services }): Store => {
    const picture = pictureOf({ name: `store-${id}`, tone: '#d8d2c8', alt: name }, view)
    const distanceMeters = near ? metresBetween(near, location) : null
    const said = { name: name[view.locale], city: city[view.locale], address: address[view.locale] }
    return { id, ...said, location, phone, picture, hours, ...openingAt(hours, view.now), services, distanceMeters }
  })
  return stores.sort((a, b) => (a.distanceMeters ?? 0) - (b.distanceMeters ?? 0))
}

/** Which store each shopper calls theirs. */
export function createMyStores(now: () => number) {
  const chosen = new Map<string, ChooseMyStore>()
  const names = new Map<string, string>()

  function view(shopper: string): MyStore {
    const { storeId = null, chosenAt = null } = chosen.get(shopper) ?? {}
    const gone = storeId !== null && !shops.some(({ id }) => id === storeId)
    return { storeId: gone ? null : storeId, chosenAt, gone: gone ? (names.get(storeId) ?? '') : null }
  }

  return {
    view,
    /** The newer of two choices counts. @throws {Refusal} `not_found` */
    choose(shopper: string, { storeId, chosenAt }: ChooseMyStore): MyStore {
      if (storeId !== null && !shops.some(({ id }) => id === storeId)) throw new Refusal('not_found')
      const at = [chosenAt, new Date(now()).toISOString()].sort()[0]!
      if (at >= (chosen.get(shopper)?.chosenAt ?? '')) chosen.set(shopper, { storeId, chosenAt: at })
      return view(shopper)
    },
    /** Somebody chose a store on another phone; it may have been closed since. */
    chosenElsewhere(shopper: string, storeId: string, name: string, chosenAt: string): void {
      names.set(storeId, name)
      chosen.set(shopper, { storeId, chosenAt })
    },
  }
}

export type MyStores = ReturnType<typeof createMyStores>
