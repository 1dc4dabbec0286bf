import { remaining } from './remaining'

const [HOUR, DAY] = [3_600_000, 86_400_000]

test.each([
  [0, { days: 0, clock: '00:00:00' }],
  [1, { days: 0, clock: '00:00:01' }],
  [59_000, { days: 0, clock: '00:00:59' }],
  [HOUR, { days: 0, clock: '01:00:00' }],
  [DAY - 1, { days: 1, clock: '00:00:00' }],
  [2 * DAY + 5 * HOUR + 61_000, { days: 2, clock: '05:01:01' }],
])('%d ms are %j', (ms, said) => {
  expect(remaining(ms)).toEqual(said)
})
