import type { AbortSignalLike } from './abort'
import type { Clock } from './clock'
import { TransportError } from './transport'

export interface Patience {
  clock: Clock
  timeoutMs: number
  signal?: AbortSignalLike
}

/**
 * Waits for `work` until it settles, `timeoutMs` have passed or `signal` says stop, whichever comes first. So a caller
 * hears something even from a transport that forgets to: request promises that never settle are a classic here.
 *
 * @throws {TransportError} `timeout` or `aborted`; otherwise whatever `work` throws, synchronously or not.
 */
export function settleWithin<T>(work: () => Promise<T>, { clock, timeoutMs, signal }: Patience): Promise<T> {
  return new Promise<T>((resolve, reject) => {
    if (signal?.aborted) return reject(new TransportError('aborted'))
    const stop = () => finish(() => reject(new TransportError('aborted')))
    const cancelTimer = clock.after(timeoutMs, () => finish(() => reject(new TransportError('timeout'))))
    signal?.addEventListener('abort', stop)
    function finish(settle: () => void) {
      cancelTimer()
      signal?.removeEventListener('abort', stop)
      settle()
    }
    Promise.resolve()
      .then(work)
      .then(
        (value) => finish(() => resolve(value)),
        (error) => finish(() => reject(error)),
      )
  })
}

/** @throws {TransportError} `aborted` */
export function pause(ms: number, { clock, signal }: Omit<Patience, 'timeoutMs'>): Promise<void> {
  return new Promise((resolve, reject) => {
    if (signal?.aborted) return reject(new TransportError('aborted'))
    const stop = () => {
      cancelTimer()
      signal?.removeEventListener('abort', stop)
      reject(new TransportError('aborted'))
    }
    const cancelTimer = clock.after(ms, () => {
      signal?.removeEventListener('abort', stop)
      resolve()
    })
    signal?.addEventListener('abort', stop)
  })
}
