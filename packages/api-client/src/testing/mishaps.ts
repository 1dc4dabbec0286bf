import type { ErrorCode, Problem, RouteName } from '@xiaopu/contract'

/** What is to go wrong. Without `network` or `html` it is a problem document. */
export interface Failure {
  /** Of the problem; `internal` unless said otherwise. */
  code?: ErrorCode
  /** HTTP status; that of the code unless said otherwise (502 for `html`). */
  status?: number
  /** The connection breaks. */
  network?: true
  /** A proxy answers with a page of its own. */
  html?: true
  /** The deed is done, and then the answer is lost. */
  afterwards?: true
  /** How many calls it hits; once unless said otherwise. */
  times?: number
  lines?: Problem['lines']
  fields?: Problem['fields']
  /** seconds */
  retryAfter?: number
}

/** Things that go wrong on demand, per call of the API. */
export function createMishaps() {
  const failures = new Map<RouteName, { failure: Failure; left: number }>()
  const delays = new Map<RouteName | 'all', number>()
  const held = new Map<RouteName, Promise<void>>()
  return {
    fail: (route: RouteName, failure: Failure = {}) => void failures.set(route, { failure, left: failure.times ?? 1 }),
    mend(route?: RouteName) {
      if (route) failures.delete(route)
      else failures.clear()
    },
    delay: (route: RouteName | 'all', ms: number) => void delays.set(route, ms),
    hold(route: RouteName): () => void {
      let release = () => {}
      const wait = new Promise<void>((resolve) => {
        release = resolve
      })
      held.set(route, wait)
      return () => {
        if (held.get(route) === wait) held.delete(route)
        release()
      }
    },

    /** The failure that hits this call, counted. */
    next(route: RouteName): Failure | undefined {
      const planned = failures.get(route)
      if (!planned || planned.left <= 0) return undefined
      planned.left--
      return planned.failure
    },
    /** Until the call may go on. */
    async wait(route: RouteName): Promise<void> {
      const ms = delays.get(route) ?? delays.get('all') ?? 0
      if (ms > 0) await new Promise((resolve) => setTimeout(resolve, ms))
      await held.get(route)
    },
  }
}

export type Mishaps = ReturnType<typeof createMishaps>
