import type { GeoPoint } from '../port/values'

/** The Earth's mean radius (IUGG), in metres. */
const EARTH_RADIUS = 6_371_008.8

/** Metres as the crow flies (haversine). Both points in the same datum: GCJ-02 here. */
export function distanceMeters(from: GeoPoint, to: GeoPoint): number {
  const north = radians(to.latitude - from.latitude)
  const east = radians(to.longitude - from.longitude)
  const chord =
    Math.sin(north / 2) ** 2 +
    Math.cos(radians(from.latitude)) * Math.cos(radians(to.latitude)) * Math.sin(east / 2) ** 2
  // Rounding can push the chord past 1 for antipodes.
  return 2 * EARTH_RADIUS * Math.asin(Math.min(1, Math.sqrt(chord)))
}

function radians(degrees: number): number {
  return (degrees * Math.PI) / 180
}

/** Whether it is known where something is: fields a merchant has left at 0, 0 name no place of theirs. */
export function isPlaced({ latitude, longitude }: GeoPoint): boolean {
  return latitude !== 0 || longitude !== 0
}
