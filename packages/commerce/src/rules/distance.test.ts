import fc from 'fast-check'
import { distanceMeters } from './distance'

const point = fc.record({
  latitude: fc.double({ min: -90, max: 90, noNaN: true }),
  longitude: fc.double({ min: -180, max: 180, noNaN: true }),
})

test.each([
  ['the same place', { latitude: 31.2, longitude: 121.4 }, { latitude: 31.2, longitude: 121.4 }, 0, 0],
  ['a degree of latitude', { latitude: 0, longitude: 0 }, { latitude: 1, longitude: 0 }, 111_195, 5],
  [
    'Shanghai to Shenzhen',
    { latitude: 31.2304, longitude: 121.4737 },
    { latitude: 22.5431, longitude: 114.0579 },
    1_215_000,
    10_000,
  ],
  ['over the date line', { latitude: 0, longitude: 179.5 }, { latitude: 0, longitude: -179.5 }, 111_195, 5],
  ['pole to pole', { latitude: 90, longitude: 0 }, { latitude: -90, longitude: 0 }, 20_015_115, 10],
])('%s', (_, from, to, metres, within) => {
  expect(Math.abs(distanceMeters(from, to) - metres)).toBeLessThanOrEqual(within)
})

test('it is as far there as back, and nowhere further than half around the Earth', () => {
  fc.assert(
    fc.property(point, point, (from, to) => {
      const there = distanceMeters(from, to)
      expect(there).toBeCloseTo(distanceMeters(to, from), 3)
      expect(there).toBeGreaterThanOrEqual(0)
      expect(there).toBeLessThanOrEqual(20_015_116)
    }),
  )
})
