import type { GeoPoint } from '../../wechat'

const radians = (degrees: number) => (degrees * Math.PI) / 180

/**
 * In which direction `to` lies, on a map with north on top: a step of length 1, x to the right, y down. A degree of longitude is shorter
 * than one of latitude; over a few hundred kilometres that is correction enough for a sketch. No step at all for the same point.
 */
export function directionOf(from: GeoPoint, to: GeoPoint): { x: number; y: number } {
  const east = (to.longitude - from.longitude) * Math.cos(radians((from.latitude + to.latitude) / 2))
  const south = from.latitude - to.latitude
  const length = Math.hypot(east, south)
  return length === 0 ? { x: 0, y: 0 } : { x: east / length, y: south / length }
}
