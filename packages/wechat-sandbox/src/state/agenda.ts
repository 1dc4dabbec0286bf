import type { SandboxClock } from './clock'

type Task = () => Promise<void> | void

interface Entry {
  dueAt: number
  order: number
  task: Task
}

/** Node's longest timer; a later entry is looked at again when it fires. */
const LONGEST_TIMER_MS = 2_147_483_647

/**
 * What is still to happen (callbacks, retries, refunds settling), ordered by the sandbox's clock.
 *
 * With a ticking clock a timer wakes it; with an injected clock only `advance` and `startDue` do, so a test decides
 * when each thing happens and never waits for real time.
 */
export class Agenda {
  private entries: Entry[] = []
  private readonly running = new Set<Promise<void>>()
  private timer: NodeJS.Timeout | undefined
  private order = 0
  private closed = false

  constructor(private readonly clock: SandboxClock) {}

  /** Plans `task`; returns how to take it off the agenda again. */
  at(dueAt: number, task: Task): () => void {
    const entry: Entry = { dueAt, order: this.order++, task }
    this.entries.push(entry)
    this.startDue()
    return () => {
      this.entries = this.entries.filter((other) => other !== entry)
    }
  }

  /** Starts everything that is due now; what it starts is awaited by {@link whenIdle}. */
  startDue(): void {
    if (this.closed) return
    const now = this.clock.now()
    const due = this.entries.filter((entry) => entry.dueAt <= now).sort(byTime)
    this.entries = this.entries.filter((entry) => entry.dueAt > now)
    for (const entry of due) this.start(entry)
    this.arm()
  }

  /** Resolves when nothing runs and nothing is due. A retry planned for later does not keep it waiting. */
  async whenIdle(): Promise<void> {
    for (;;) {
      this.startDue()
      if (this.running.size === 0) return
      await Promise.all(this.running)
    }
  }

  /** Moves the clock by `ms`, stopping at everything that falls due on the way, in order. */
  async advance(ms: number): Promise<void> {
    const target = this.clock.now() + ms
    await this.whenIdle()
    for (let next = this.nextDue(); next !== undefined && next <= target; next = this.nextDue()) {
      this.clock.moveTo(next)
      await this.whenIdle()
    }
    this.clock.moveTo(target)
    await this.whenIdle()
  }

  clear(): void {
    this.entries = []
    clearTimeout(this.timer)
  }

  async close(): Promise<void> {
    this.closed = true
    this.clear()
    await Promise.all(this.running)
  }

  private nextDue(): number | undefined {
    return this.entries.length === 0 ? undefined : Math.min(...this.entries.map((entry) => entry.dueAt))
  }

  private start(entry: Entry): void {
    // Off the caller's stack: an HTTP answer must be able to leave before the callback it causes.
    const run = new Promise<void>((resolve) => setImmediate(resolve)).then(entry.task)
    const tracked: Promise<void> = run.finally(() => this.running.delete(tracked))
    this.running.add(tracked)
  }

  private arm(): void {
    clearTimeout(this.timer)
    const next = this.nextDue()
    if (next === undefined || !this.clock.ticks || this.closed) return
    const wait = Math.min(LONGEST_TIMER_MS, Math.max(0, next - this.clock.now()))
    this.timer = setTimeout(() => this.startDue(), wait)
    // A planned retry must not keep a finished process alive.
    this.timer.unref()
  }
}

function byTime(a: Entry, b: Entry): number {
  return a.dueAt - b.dueAt || a.order - b.order
}
