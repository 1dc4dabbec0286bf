/**
 * WeChat's logic layer has no AbortController. This is what @tanstack/react-query and our client use of it: a signal that
 * turns aborted once, with a reason, and tells its listeners once. The build (config/index.ts) puts it in the place of the
 * global, as Taro does with its `window`, so it is there whichever module runs first.
 */
type Listener = (event: { type: 'abort'; target: MinimalAbortSignal }) => void

export class MinimalAbortSignal {
  aborted = false
  reason: unknown = undefined
  onabort: Listener | null = null
  private listeners: Listener[] = []

  addEventListener(type: string, listener: Listener) {
    if (type === 'abort' && !this.aborted && !this.listeners.includes(listener)) this.listeners.push(listener)
  }

  removeEventListener(type: string, listener: Listener) {
    if (type === 'abort') this.listeners = this.listeners.filter((one) => one !== listener)
  }

  throwIfAborted() {
    if (this.aborted) throw this.reason
  }

  /** For `MinimalAbortController` only. */
  turnAborted(reason: unknown) {
    if (this.aborted) return
    this.aborted = true
    this.reason = reason
    const told = this.onabort ? [this.onabort, ...this.listeners] : this.listeners
    this.listeners = []
    for (const listener of told) listener({ type: 'abort', target: this })
  }
}

export class MinimalAbortController {
  readonly signal = new MinimalAbortSignal()

  abort(reason: unknown = abortError()) {
    this.signal.turnAborted(reason)
  }
}

function abortError(): Error {
  const error = new Error('The operation was aborted')
  error.name = 'AbortError'
  return error
}

export { MinimalAbortController as AbortController, MinimalAbortSignal as AbortSignal }
