/** How hard one address is asked. */
export interface LoadOrder {
  url: string
  /** Calls under way at any time. */
  atOnce: number
  /** Whichever is reached first ends it. */
  most: { calls: number; ms: number }
}

export interface LoadReport {
  calls: number
  /** Not answered, or not with 200. */
  failed: number
  perSecond: number
  /** ms, from sending to the last byte. */
  p50: number
  p99: number
}

/** Asks again and again, each caller as soon as its last answer is there. The first twentieth warms up and is not counted. */
export async function load({ url, atOnce, most }: LoadOrder): Promise<LoadReport> {
  const warmUp = Math.ceil(most.calls / 20)
  await inParallel(atOnce, warmUp, performance.now() + most.ms, () => call(url))

  const times: number[] = []
  let failed = 0
  const begun = performance.now()
  await inParallel(atOnce, most.calls, begun + most.ms, async () => {
    const sent = performance.now()
    if (await call(url)) times.push(performance.now() - sent)
    else failed += 1
  })
  const seconds = (performance.now() - begun) / 1000
  times.sort((one, other) => one - other)
  return {
    calls: times.length + failed,
    failed,
    perSecond: times.length / seconds,
    p50: percentile(times, 0.5),
    p99: percentile(times, 0.99),
  }
}

async function inParallel(callers: number, calls: number, until: number, work: () => Promise<unknown>): Promise<void> {
  let left = calls
  const caller = async () => {
    while (left-- > 0 && performance.now() < until) await work()
  }
  await Promise.all(Array.from({ length: callers }, caller))
}

async function call(url: string): Promise<boolean> {
  try {
    const answer = await fetch(url)
    await answer.arrayBuffer()
    return answer.status === 200
  } catch {
    return false
  }
}

/** Nearest rank; NaN of nothing. */
export function percentile(sorted: readonly number[], share: number): number {
  return sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)] ?? Number.NaN
}
