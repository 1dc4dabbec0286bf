import { swipeOf } from './swipe'

test.each([
  ['a swipe to the left', { x: -80, y: 10 }, 'left'],
  ['a swipe back', { x: 60, y: 0 }, 'right'],
  ['a tap that slipped', { x: -8, y: 3 }, null],
  ['a scroll that drifted', { x: -50, y: 120 }, null],
] as const)('%s', (_what, to, way) => expect(swipeOf({ x: 0, y: 0 }, to)).toBe(way))
