/** The one clock of the sandbox: a base clock plus whatever a test has advanced it by. */
export class SandboxClock {
  /** False when the base clock was injected: then no timer may stand in for it. */
  readonly ticks: boolean
  private readonly base: () => number
  private offset = 0

  constructor(injected?: () => number) {
    this.ticks = injected === undefined
    this.base = injected ?? Date.now
  }

  /** Epoch ms. */
  now(): number {
    return this.base() + this.offset
  }

  /** Moves forward to `time`; a time already past changes nothing. */
  moveTo(time: number): void {
    this.offset += Math.max(0, time - this.now())
  }

  reset(): void {
    this.offset = 0
  }
}

/** RFC 3339 in Beijing time to the second, the way WeChat Pay writes every time. */
export function beijingTime(time: number): string {
  return `${new Date(time + 8 * 3_600_000).toISOString().slice(0, 19)}+08:00`
}
