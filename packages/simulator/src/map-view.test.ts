import { arePoints, type MapView, pixelsOf, scaleBar, viewWith } from './runtime/elements/map-view'

const [SHANGHAI, BEIJING, SHENZHEN] = [
  { latitude: 31.2, longitude: 121.4 },
  { latitude: 39.9, longitude: 116.4 },
  { latitude: 22.5, longitude: 113.9 },
]
const start: MapView = { ...SHANGHAI, zoom: 16, width: 375, height: 240 }

test('the middle of the map is in its middle, north above it and east to the right', () => {
  expect(pixelsOf(SHANGHAI, start)).toEqual({ x: 187.5, y: 120 })
  const there = pixelsOf({ latitude: 31.201, longitude: 121.401 }, start)
  expect(there.x).toBeGreaterThan(187.5)
  expect(there.y).toBeLessThan(120)
})

test('points that are to be seen are all seen, whatever the page said of the middle', () => {
  const view = viewWith([SHANGHAI, BEIJING, SHENZHEN], start)
  for (const point of [SHANGHAI, BEIJING, SHENZHEN]) {
    const { x, y } = pixelsOf(point, view)
    expect([x >= 29, x <= 346, y >= 47, y <= 211]).toEqual([true, true, true, true])
  }
})

test('one point comes into the middle at the zoom there was, and none changes nothing', () => {
  const even = { left: 0, right: 0, top: 0, bottom: 0 }
  const view = viewWith([BEIJING], start, even)
  expect(view.zoom).toBe(16)
  expect(view.latitude).toBeCloseTo(BEIJING.latitude)
  expect(view.longitude).toBeCloseTo(BEIJING.longitude)
  expect(viewWith([], start)).toBe(start)
})

test('two houses of one street do not bring the map closer than it can come', () => {
  const next = { ...SHANGHAI, longitude: SHANGHAI.longitude + 1e-9 }
  expect(viewWith([SHANGHAI, next], start).zoom).toBe(20)
})

test('the scale is a round distance that fits', () => {
  expect(scaleBar({ ...start, latitude: 0, zoom: 16 })).toMatchObject({ words: '100 米' })
  const far = scaleBar({ ...start, zoom: 5 })
  expect(far.words).toBe('200 公里')
  expect(far.pixels).toBeLessThanOrEqual(80)
})

test('what is no place is left out', () => {
  expect(arePoints([SHANGHAI, null, { latitude: '31', longitude: 121 }, { latitude: 91, longitude: 0 }])).toEqual([
    SHANGHAI,
  ])
  expect(arePoints('31,121')).toEqual([])
})
