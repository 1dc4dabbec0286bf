import { type Transport, TransportError } from './transport'

/**
 * A transport over `fetch`, for tests and tools. The Mini Program has no `fetch`; it brings its own transport, which is
 * why this file is not part of the package's main entry.
 */
export function createFetchTransport(fetchFunction: typeof fetch = globalThis.fetch): Transport {
  return async ({ method, url, headers, body, timeoutMs, signal }) => {
    if (signal?.aborted) throw new TransportError('aborted')
    const controller = new AbortController()
    let stopped: 'timeout' | 'aborted' | undefined
    const stop = (why: 'timeout' | 'aborted') => {
      stopped ??= why
      controller.abort()
    }
    const onAbort = () => stop('aborted')
    const timer = setTimeout(() => stop('timeout'), timeoutMs)
    signal?.addEventListener('abort', onAbort)
    try {
      const response = await fetchFunction(url, { method, headers, body, signal: controller.signal })
      return { status: response.status, headers: Object.fromEntries(response.headers), body: await response.text() }
    } catch (cause) {
      throw new TransportError(stopped ?? 'network', { cause })
    } finally {
      clearTimeout(timer)
      signal?.removeEventListener('abort', onAbort)
    }
  }
}
