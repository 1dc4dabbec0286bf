import fc from 'fast-check'
import { nextChange, type OpeningHours, openNow } from './opening-hours'

/** 2025-06-02 was a Monday. */
const shanghai = (local: string) => new Date(`${local}:00+08:00`)
const EVERY_DAY = [1, 2, 3, 4, 5, 6, 7]
const office: OpeningHours = [
  { weekdays: [1, 2, 3, 4, 5], opens: '10:00', closes: '22:00' },
  { weekdays: [6], opens: '09:30', closes: '24:00' },
]
const bar: OpeningHours = [{ weekdays: [5, 6], opens: '18:00', closes: '02:00' }]
const lunch: OpeningHours = [
  { weekdays: EVERY_DAY, opens: '11:00', closes: '14:00' },
  { weekdays: EVERY_DAY, opens: '17:00', closes: '21:00' },
]
const always: OpeningHours = [{ weekdays: EVERY_DAY, opens: '00:00', closes: '24:00' }]

test.each<[string, OpeningHours, string, boolean, string | null]>([
  ['before it opens', office, '2025-06-02T09:59', false, '2025-06-02T10:00'],
  ['as it opens', office, '2025-06-02T10:00', true, '2025-06-02T22:00'],
  ['a minute before it closes', office, '2025-06-02T21:59', true, '2025-06-02T22:00'],
  ['as it closes', office, '2025-06-02T22:00', false, '2025-06-03T10:00'],
  ['until midnight', office, '2025-06-07T23:59', true, '2025-06-08T00:00'],
  ['on the closed Sunday', office, '2025-06-08T12:00', false, '2025-06-09T10:00'],
  ['after midnight, still Friday night', bar, '2025-06-07T01:30', true, '2025-06-07T02:00'],
  ['on Sunday after midnight', bar, '2025-06-08T01:59', true, '2025-06-08T02:00'],
  ['on Monday after midnight', bar, '2025-06-09T01:00', false, '2025-06-13T18:00'],
  ['between lunch and dinner', lunch, '2025-06-02T15:00', false, '2025-06-02T17:00'],
  ['always open', always, '2025-06-02T23:59', true, null],
  ['never open', [], '2025-06-02T12:00', false, null],
  [
    'Mondays only, as it closes',
    [{ weekdays: [1], opens: '10:00', closes: '11:00' }],
    '2025-06-02T11:00',
    false,
    '2025-06-09T10:00',
  ],
])('%s', (_, hours, local, open, change) => {
  expect(openNow(hours, shanghai(local))).toBe(open)
  expect(nextChange(hours, shanghai(local))).toEqual(change === null ? null : shanghai(change))
})

test('the clock of the server does not matter, only that of Shanghai', () => {
  expect(openNow(office, new Date('2025-06-02T02:00:00Z'))).toBe(true)
  expect(openNow(office, new Date('2025-06-02T01:59:59Z'))).toBe(false)
})

test('nothing changes before the next change, and then it does', () => {
  const minute = fc.integer({ min: 0, max: 24 * 60 * 14 })
  fc.assert(
    fc.property(
      fc.constantFrom(office, bar, lunch),
      minute,
      fc.double({ min: 0, max: 0.999, noNaN: true }),
      (hours, start, share) => {
        const now = new Date(shanghai('2025-06-02T00:00').getTime() + start * 60_000)
        const change = nextChange(hours, now)!
        const between = new Date(now.getTime() + share * (change.getTime() - now.getTime()))
        expect(openNow(hours, between)).toBe(openNow(hours, now))
        expect(openNow(hours, change)).toBe(!openNow(hours, now))
      },
    ),
  )
})
