/**
 * The logic layer's timers: real ones, which stop with the app.
 * @param haste how many times faster they go
 */
export function createTimers(haste: () => number) {
  const running = new Set<ReturnType<typeof setTimeout>>()
  const stop = (timer: ReturnType<typeof setTimeout>) => {
    running.delete(timer)
    clearTimeout(timer)
  }
  return {
    globals: {
      setTimeout(run: (...given: unknown[]) => void, ms = 0, ...given: unknown[]) {
        const timer = setTimeout(() => {
          running.delete(timer)
          run(...given)
        }, ms / haste())
        running.add(timer)
        return timer
      },
      setInterval(run: (...given: unknown[]) => void, ms = 0, ...given: unknown[]) {
        const timer = setInterval(() => run(...given), ms / haste())
        running.add(timer)
        return timer
      },
      clearTimeout: stop,
      clearInterval: stop,
    },
    stopAll: () => running.forEach(stop),
  }
}
