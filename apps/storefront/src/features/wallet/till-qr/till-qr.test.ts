import { codewordsOf } from './codewords'
import { modulesOf } from './modules'
import { qrPicture } from './qr-picture'

test('digits become the codewords of the standard’s own example', () => {
  const hex = codewordsOf('01234567').map((byte) => byte.toString(16).padStart(2, '0'))
  expect(hex.join(' ')).toBe('10 20 0c 56 61 80 ec 11 ec 11 ec 11 ec 11 ec 11 a5 24 d4 c1 ed 36 c7 87 2c 55')
})

test.each(['', '12a4', '1'.repeat(35)])('%p is no code', (digits) =>
  expect(() => codewordsOf(digits)).toThrow(RangeError),
)

test('the three eyes, the two dotted lines and the format of level M are where a reader looks for them', () => {
  const rows = modulesOf('123456789012').map((row) => row.map((dark) => (dark ? '#' : '.')).join(''))
  expect(rows.map((row) => row.slice(0, 8))).toEqual([
    '#######.',
    '#.....#.',
    '#.###.#.',
    '#.###.#.',
    '#.###.#.',
    '#.....#.',
    '#######.',
    '........',
    ...rows.slice(8, 13).map((row) => row.slice(0, 8)),
    '........',
    '#######.',
    '#.....#.',
    '#.###.#.',
    '#.###.#.',
    '#.###.#.',
    '#.....#.',
    '#######.',
  ])
  expect(rows[6]!.slice(8, 13)).toBe('#.#.#')
  // Level M is in the first two bits, masked by the standard's 10; they are written twice.
  expect(rows[8]!.slice(0, 2)).toBe('#.')
  expect(rows[20]![8]! + rows[19]![8]!).toBe('#.')
})

test('as a picture it is small enough for a style', () => {
  expect(qrPicture('123456789012')).toMatch(/^url\("data:image\/svg\+xml,/)
  expect(qrPicture('123456789012').length).toBeLessThan(4_000)
})
