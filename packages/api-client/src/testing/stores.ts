import type { GeoPoint, Store } from '@xiaopu/contract'
import { openingAt } from './opening-hours'
import { pictureOf } from './pictures'
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
  },
]

const radians = (degrees: number) => (degrees * Math.PI) / 180

/** Great-circle metres between two points of the same datum. */
export function metresBetween(a: GeoPoint, b: GeoPoint): number {
  const half = (from: number, to: number) => Math.sin(radians(to - from) / 2) ** 2
  const h =
    half(a.latitude, b.latitude) +
    Math.cos(radians(a.latitude)) * Math.cos(radians(b.latitude)) * half(a.longitude, b.longitude)
  return Math.round(2 * 6_371_000 * Math.asin(Math.sqrt(h)))
}

/** Nearest first when `near` is known, otherwise in the merchant's order. */
export function storesOf(near: GeoPoint | null, view: View): Store[] {
  const stores = shops.map(({ id, name, city, address, location, phone, hours, services }): Store => {
    const picture = pictureOf({ name: `store-${id}`, tone: '#d8d2c8', alt: name }, view)
    const distanceMeters = near ? metresBetween(near, location) : null
    const said = { name: name[view.locale], city: city[view.locale], address: address[view.locale] }
    return { id, ...said, location, phone, picture, hours, ...openingAt(hours, view.now), services, distanceMeters }
  })
  return stores.sort((a, b) => (a.distanceMeters ?? 0) - (b.distanceMeters ?? 0))
}
