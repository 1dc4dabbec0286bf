/** Degrees; GCJ-02, as everywhere on WeChat's map. */
export interface Point {
  latitude: number
  longitude: number
}

/** What part of the world a map of that size shows. */
export interface MapView extends Point {
  /** As `scale` of `<map>`: 256 px hold the world at 0, and each step doubles them. */
  zoom: number
  width: number
  height: number
}

const [NEAREST, FARTHEST] = [20, 3]
/** px kept free around points that are to be seen, when the page asks for no others: half a pin to the sides, a whole one above. */
const AROUND = { left: 30, right: 30, top: 48, bottom: 30 }

export type Padding = Partial<Record<keyof typeof AROUND, number>>

const clamp = (value: number, low: number, high: number) => Math.min(Math.max(value, low), high)

/** Web Mercator, in parts of the world: 0, 0 is its north-west corner. */
const worldOf = ({ latitude, longitude }: Point) => {
  const sine = clamp(Math.sin((latitude * Math.PI) / 180), -0.9999, 0.9999)
  return { x: longitude / 360 + 0.5, y: 0.5 - Math.log((1 + sine) / (1 - sine)) / (4 * Math.PI) }
}
const placeOf = ({ x, y }: { x: number; y: number }): Point => ({
  latitude: (Math.atan(Math.sinh(Math.PI * (1 - 2 * y))) * 180) / Math.PI,
  longitude: (x - 0.5) * 360,
})
const worldPixels = (zoom: number) => 256 * 2 ** zoom

/** Points that are somewhere: numbers, and on this Earth. */
export const arePoints = (points: unknown): Point[] =>
  Array.isArray(points)
    ? points.filter(
        (point) =>
          Number.isFinite(point?.latitude) &&
          Number.isFinite(point?.longitude) &&
          Math.abs(point.latitude) <= 90 &&
          Math.abs(point.longitude) <= 180,
      )
    : []

/** The closest view in which all points are seen: what `include-points` asks for. One point alone keeps the zoom it is given. */
export function viewWith(points: readonly Point[], start: MapView, padding: Padding = {}): MapView {
  if (points.length === 0) return start
  const around = { ...AROUND, ...padding }
  const all = points.map(worldOf)
  const [west, east] = [Math.min(...all.map(({ x }) => x)), Math.max(...all.map(({ x }) => x))]
  const [north, south] = [Math.min(...all.map(({ y }) => y)), Math.max(...all.map(({ y }) => y))]
  const room = {
    x: Math.max(start.width - around.left - around.right, 1),
    y: Math.max(start.height - around.top - around.bottom, 1),
  }
  const fitting = Math.min(Math.log2(room.x / 256 / (east - west)), Math.log2(room.y / 256 / (south - north)))
  const zoom = clamp(Number.isFinite(fitting) ? fitting : start.zoom, FARTHEST, NEAREST)
  const shift = { x: (around.left - around.right) / 2, y: (around.top - around.bottom) / 2 }
  const middle = {
    x: (west + east) / 2 - shift.x / worldPixels(zoom),
    y: (north + south) / 2 - shift.y / worldPixels(zoom),
  }
  return { ...start, ...placeOf(middle), zoom }
}

/** Where a point lies in the view, px from its top left corner. */
export function pixelsOf(point: Point, view: MapView): { x: number; y: number } {
  const [there, middle] = [worldOf(point), worldOf(view)]
  return {
    x: view.width / 2 + (there.x - middle.x) * worldPixels(view.zoom),
    y: view.height / 2 + (there.y - middle.y) * worldPixels(view.zoom),
  }
}

const EARTH = 40_075_016.686

/** The longest round distance a bar of at most `most` px can stand for in the middle of the view. */
export function scaleBar({ latitude, zoom }: MapView, most = 80): { pixels: number; words: string } {
  const metresPerPixel = (EARTH * Math.cos((latitude * Math.PI) / 180)) / worldPixels(zoom)
  const longest = metresPerPixel * most
  const power = 10 ** Math.floor(Math.log10(longest))
  const metres = [5, 2, 1].map((step) => step * power).find((length) => length <= longest) ?? power
  const words = metres < 1000 ? `${metres} 米` : `${metres / 1000} 公里`
  return { pixels: metres / metresPerPixel, words }
}
