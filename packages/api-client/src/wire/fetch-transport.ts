import { type Transport, TransportError, type UploadTransport } from './transport'

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

/**
 * The same for files, whose bytes `read` finds. The form is written by hand: `FormData` of a browser's page and of Node are not the
 * same, and a test may have one and `fetch` of the other.
 */
export function createFetchUploads(
  read: (filePath: string) => Uint8Array | Promise<Uint8Array>,
  fetchFunction: typeof fetch = globalThis.fetch,
): UploadTransport {
  return async ({ filePath, field, onProgress, headers, ...request }) => {
    const { body, contentType } = formOf(field, await read(filePath))
    const send = createFetchTransport((url, init) => fetchFunction(url, { ...init, body }))
    const answer = await send({ ...request, method: 'POST', headers: { ...headers, 'Content-Type': contentType } })
    onProgress?.(100)
    return answer
  }
}

/** A multipart form of one file. */
export function formOf(field: string, file: Uint8Array): { body: Uint8Array<ArrayBuffer>; contentType: string } {
  const boundary = 'xiaopu-form-boundary'
  const text = new TextEncoder()
  const head = text.encode(
    `--${boundary}\r\nContent-Disposition: form-data; name="${field}"; filename="photo"\r\nContent-Type: image/jpeg\r\n\r\n`,
  )
  const tail = text.encode(`\r\n--${boundary}--\r\n`)
  const body = new Uint8Array(head.length + file.length + tail.length)
  body.set(head)
  body.set(file, head.length)
  body.set(tail, head.length + file.length)
  return { body, contentType: `multipart/form-data; boundary=${boundary}` }
}
