import type { Store } from '@xiaopu/contract'
import type { GeoPoint } from '../../wechat'

/** One pin: a store, or several that would stand on each other. */
export interface MapMark {
  stores: Store[]
  location: GeoPoint
}

/** So many pins can be told apart, and tapped, on a map of a phone's width. */
const MOST_PINS = 40
/** The map, px at 375, and the least a pin needs of it to be hit with a finger. */
const MAP = { width: 343, height: 280 }
const CELL = 48
/** Where the shopper is known, the map opens on what is so near, m. */
const NEAR = 20_000

/** A store whose place is not known stands on no map: its merchant has left the coordinates at 0, 0. */
export const isPlaced = ({ location: { latitude, longitude } }: Pick<Store, 'location'>): boolean =>
  Number.isFinite(latitude) && Number.isFinite(longitude) && (latitude !== 0 || longitude !== 0)

/** Web Mercator, in parts of the world. */
const worldOf = ({ latitude, longitude }: GeoPoint) => ({
  x: longitude / 360 + 0.5,
  y: 0.5 - Math.asinh(Math.tan((latitude * Math.PI) / 180)) / (2 * Math.PI),
})

/**
 * The pins for these stores, the chosen one always alone. Beyond forty, neighbours share one as far as they share a finger's width
 * of a map on which all are seen; a tap on it asks for the pins of its stores alone.
 */
export function marksOf(stores: readonly Store[], chosen: string | undefined): MapMark[] {
  const placed = stores.filter(isPlaced)
  const alone = (store: Store): MapMark => ({ stores: [store], location: store.location })
  if (placed.length <= MOST_PINS) return placed.map(alone)
  const places = placed.map(({ location }) => worldOf(location))
  const least = { x: Math.min(...places.map(({ x }) => x)), y: Math.min(...places.map(({ y }) => y)) }
  const spread = (axis: 'x' | 'y') => Math.max(...places.map((place) => place[axis])) - least[axis]
  // Parts of the world for each px, with all in sight.
  const perPixel = Math.max(spread('x') / MAP.width, spread('y') / MAP.height) || 1
  const groups = new Map<string, Store[]>()
  placed.forEach((store, index) => {
    const cell = (axis: 'x' | 'y') => Math.floor((places[index]![axis] - least[axis]) / perPixel / CELL)
    const key = store.id === chosen ? 'chosen' : `${cell('x')} ${cell('y')}`
    groups.set(key, [...(groups.get(key) ?? []), store])
  })
  return [...groups.values()].map((group) => ({ stores: group, location: middleOf(group) }))
}

function middleOf(stores: readonly Store[]): GeoPoint {
  const mean = (degrees: number[]) => degrees.reduce((sum, one) => sum + one, 0) / degrees.length
  return {
    latitude: mean(stores.map(({ location }) => location.latitude)),
    longitude: mean(stores.map(({ location }) => location.longitude)),
  }
}

/**
 * What the map has to have in sight: all pins, or the shopper and the stores around them.
 * @param me null: not known, or something certain is looked for
 */
export function pointsInSight(stores: readonly Store[], me: GeoPoint | null): GeoPoint[] {
  const placed = stores.filter(isPlaced)
  const points = (some: readonly Store[]) =>
    some.map(({ location: { latitude, longitude } }) => ({ latitude, longitude }))
  const distances = placed.flatMap(({ distanceMeters }) => distanceMeters ?? [])
  if (me === null || distances.length === 0) return points(placed)
  const far = Math.max(2 * Math.min(...distances), NEAR)
  return [me, ...points(placed.filter(({ distanceMeters }) => distanceMeters !== null && distanceMeters <= far))]
}

/** A map brings the northernmost pin so close to its edge that its callout would be cut off: a point above it keeps that free. */
export function withHeadroom(points: readonly GeoPoint[]): GeoPoint[] {
  const latitudes = points.map(({ latitude }) => latitude)
  const [north, south] = [Math.max(...latitudes), Math.min(...latitudes)]
  const top = points.find(({ latitude }) => latitude === north)
  return top ? [...points, { latitude: Math.min(north + (north - south) * 0.3, 85), longitude: top.longitude }] : []
}
