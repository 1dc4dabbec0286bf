import { byteRange } from './byte-range'

test.each<[string | undefined, ReturnType<typeof byteRange>]>([
  [undefined, 'whole'],
  ['bytes=0-1', { from: 0, to: 1 }],
  ['bytes=0-', { from: 0, to: 99 }],
  ['bytes=90-', { from: 90, to: 99 }],
  ['bytes=90-500', { from: 90, to: 99 }],
  ['bytes=-10', { from: 90, to: 99 }],
  ['bytes=-500', { from: 0, to: 99 }],
  ['bytes=99-99', { from: 99, to: 99 }],
  ['bytes=100-', 'nothing'],
  ['bytes=-0', 'nothing'],
  ['bytes=5-4', 'whole'],
  ['bytes=0-1,5-6', 'whole'],
  ['bytes=-', 'whole'],
  ['pages=1-2', 'whole'],
  ['bytes=a-b', 'whole'],
])('of 100 bytes %p is %p', (header, range) => {
  expect(byteRange(header, 100)).toEqual(range)
})
