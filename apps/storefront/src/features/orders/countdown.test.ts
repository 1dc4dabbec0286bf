import { clockFace, timeLeft } from './countdown'

const deadline = { expiresAt: '2026-01-01T00:30:00.000Z', serverTime: '2026-01-01T00:00:00.000Z', receivedAt: 5_000 }

test.each([
  ['when the answer came', 5_000, 1_800_000],
  ['ten minutes later', 605_000, 1_200_000],
  ['long after the end', 9_999_999, 0],
  ['on a phone whose clock was set back meanwhile', 0, 1_800_000],
])('%s', (_when, now, left) => expect(timeLeft(deadline, now)).toBe(left))

test.each([
  [0, '00:00'],
  [1, '00:01'],
  [59_000, '00:59'],
  [60_000, '01:00'],
  [1_800_000, '30:00'],
  [3_599_001, '1:00:00'],
  [7_265_000, '2:01:05'],
])('%i ms read %s', (ms, face) => expect(clockFace(ms)).toBe(face))
