import { directionOf } from './bearing'

const here = { latitude: 31.2, longitude: 121.4 }

test.each([
  ['north is up', { latitude: 31.3, longitude: 121.4 }, 0, -1],
  ['south is down', { latitude: 31.1, longitude: 121.4 }, 0, 1],
  ['east is to the right', { latitude: 31.2, longitude: 121.5 }, 1, 0],
  ['west is to the left', { latitude: 31.2, longitude: 121.3 }, -1, 0],
  ['the same place is nowhere else', here, 0, 0],
])('%s', (_, there, x, y) => {
  const direction = directionOf(here, there)
  expect(direction.x).toBeCloseTo(x)
  expect(direction.y).toBeCloseTo(y)
})

test('as far north as east, in kilometres, is north-east', () => {
  const east = 0.1 / Math.cos((31.25 * Math.PI) / 180)
  const { x, y } = directionOf(here, { latitude: 31.3, longitude: 121.4 + east })
  expect(x).toBeCloseTo(-y)
})
