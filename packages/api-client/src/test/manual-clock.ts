import type { Clock } from '../wire/clock'

/** Lets everything that is ready happen. */
export const settled = () => new Promise<void>((resolve) => setImmediate(resolve))

export interface ManualClock extends Clock {
  /** Lets `ms` pass; what falls due on the way happens in its order. */
  pass(ms: number): Promise<void>
  /** How many timers are still running. */
  pending(): number
}

/** Time that stands still until a test moves it. */
export function createManualClock(start = Date.parse('2025-05-01T02:00:00Z')): ManualClock {
  let time = start
  let timers: { due: number; then: () => void }[] = []
  return {
    now: () => time,
    after(ms, then) {
      const timer = { due: time + ms, then }
      timers.push(timer)
      return () => {
        timers = timers.filter((other) => other !== timer)
      }
    },
    pending: () => timers.length,
    async pass(ms) {
      const end = time + ms
      for (;;) {
        await settled()
        const next = timers.filter(({ due }) => due <= end).sort((a, b) => a.due - b.due)[0]
        if (!next) break
        timers = timers.filter((timer) => timer !== next)
        time = next.due
        next.then()
      }
      time = end
    },
  }
}
