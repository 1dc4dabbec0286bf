import type { Clock } from '../clock'

/** A clock that stands until it is moved. Shared by gateway and sandbox, so that their signatures agree. */
export class TestClock {
  private at: number

  constructor(start = '2026-03-02T10:00:00+08:00') {
    this.at = Date.parse(start)
  }

  readonly now: Clock = () => new Date(this.at)
  readonly ms = () => this.at

  pass(ms: number): void {
    this.at += ms
  }
}

export const SECOND = 1_000
export const MINUTE = 60 * SECOND
export const HOUR = 60 * MINUTE
export const DAY = 24 * HOUR
