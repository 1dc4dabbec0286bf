/** As much of an AbortSignal as a call needs. WeChat's logic layer has none of its own. */
export interface AbortSignalLike {
  readonly aborted: boolean
  addEventListener(type: 'abort', listener: () => void): void
  removeEventListener(type: 'abort', listener: () => void): void
}

export interface Aborter {
  readonly signal: AbortSignalLike
  /** The second time does nothing. */
  abort(): void
}

/** What `new AbortController()` would be, where there is none: a page that is left calls `abort()`. */
export function createAborter(): Aborter {
  const listeners = new Set<() => void>()
  let aborted = false
  return {
    signal: {
      get aborted() {
        return aborted
      },
      addEventListener: (_type, listener) => void listeners.add(listener),
      removeEventListener: (_type, listener) => void listeners.delete(listener),
    },
    abort() {
      if (aborted) return
      aborted = true
      for (const listener of [...listeners]) listener()
      listeners.clear()
    },
  }
}
