/** While one run of `work` is under way, everyone who asks gets that run's outcome; the next ask after it starts a new run. */
export function singleFlight<Args extends unknown[], T>(
  work: (...args: Args) => Promise<T>,
): (...args: Args) => Promise<T> {
  let flight: Promise<T> | undefined
  return (...args) => {
    flight ??= work(...args).finally(() => {
      flight = undefined
    })
    return flight
  }
}
