import { t } from '../../i18n'
import { distanceWords } from './distance-words'
import { openingWords } from './opening-words'

test.each([
  [0, '10 米'],
  [14, '10 米'],
  [846, '850 米'],
  [994, '990 米'],
  [996, '1 公里'],
  [1_049, '1 公里'],
  [1_250, '1.3 公里'],
  [9_949, '9.9 公里'],
  [9_960, '10 公里'],
  [1_212_345, '1212 公里'],
])('%i metres are said as %s', (meters, words) => {
  expect(distanceWords(meters, t)).toBe(words)
})

/** A Sunday evening in Shanghai: 2026-11-22 20:30. */
const now = Date.parse('2026-11-22T12:30:00Z')

test.each([
  ['closing tonight', true, '2026-11-22T14:00:00Z', '营业中 · 至 22:00'],
  ['closing at midnight', true, '2026-11-22T16:00:00Z', '营业中 · 至 24:00'],
  ['never closing', true, null, '营业中'],
  ['opening later today', false, '2026-11-22T13:00:00Z', '休息中 · 今天 21:00 开门'],
  ['opening tomorrow, which is still today in UTC', false, '2026-11-22T23:00:00Z', '休息中 · 明天 07:00 开门'],
  ['opening after its day off', false, '2026-11-24T03:00:00Z', '休息中 · 周二 11:00 开门'],
  ['closed for good', false, null, '休息中'],
  ['with a time nobody can read', true, 'soon', '营业中'],
])('a store %s', (_, openNow, changesAt, words) => {
  expect(openingWords({ openNow, changesAt }, now, t)).toBe(words)
})
