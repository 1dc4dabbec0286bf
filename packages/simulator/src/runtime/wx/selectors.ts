import type { Host } from '../host/host'
import type { Api } from './call'

interface Observing {
  createIntersectionObserver(options?: unknown): unknown
  createMediaQueryObserver(): unknown
}

/** Queries and observers start from the page on top, or from the component given. */
export function selectors({ pages }: Host, api: Api): void {
  api.sync('createSelectorQuery', () => pages.top.caller.createSelectorQuery())
  api.sync('createIntersectionObserver', (component?: Observing, options?: unknown) =>
    (component ?? pages.top.caller).createIntersectionObserver(options),
  )
  api.sync('createMediaQueryObserver', (component?: Observing) =>
    (component ?? (pages.top.caller as unknown as Observing)).createMediaQueryObserver(),
  )
  api.sync('nextTick', (run: () => void) => queueMicrotask(run))
}
