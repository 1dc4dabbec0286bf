import { clockFace } from '../../orders/countdown'

const DAY_MS = 86_400_000

/** Whole days, and the rest of the last one as a clock: hours are always said, so that nothing moves when they end. */
export function remaining(ms: number): { days: number; clock: string } {
  // A begun second counts, as on the clock.
  const seconds = Math.ceil(ms / 1_000) * 1_000
  const days = Math.floor(seconds / DAY_MS)
  const face = clockFace(seconds - days * DAY_MS)
  const [hours, ...rest] = face.split(':').length === 3 ? face.split(':') : ['0', ...face.split(':')]
  return { days, clock: [hours?.padStart(2, '0'), ...rest].join(':') }
}
