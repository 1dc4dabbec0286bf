/** Time, injected so that a test can move it. */
export interface Clock {
  /** ms since 1970. */
  now(): number
  /** Runs `then` once, after `ms`; the answer cancels it. */
  after(ms: number, then: () => void): () => void
}

export const systemClock: Clock = {
  now: () => Date.now(),
  after(ms, then) {
    const timer = setTimeout(then, ms)
    return () => clearTimeout(timer)
  },
}
