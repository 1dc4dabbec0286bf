import { formOf } from '@xiaopu/api-client/fetch'
import { photograph } from '@xiaopu/api-client/testing'
import type { CallOptions } from './call'

interface UploadOptions extends CallOptions {
  url: string
  filePath: string
  name: string
  header?: Record<string, string>
}

interface UploadParts {
  files: ReadonlyMap<string, Uint8Array>
  bring: <T>(value: T) => T
  /** Where a request to this address goes. */
  sentTo: (url: string) => string
}

/** `wx.uploadFile` over fetch: one file of the phone's in a form. The answer's headers are told to a listener, as on a phone. */
export function createUploads({ files, bring, sentTo }: UploadParts) {
  const running = new Set<AbortController>()
  let closed = false

  function uploadFile({ url, filePath, name, header, success, fail, complete }: UploadOptions) {
    const aborter = new AbortController()
    const listeners: Record<'headers' | 'progress', ((event: unknown) => void)[]> = { headers: [], progress: [] }
    const tell = (callback: ((said: unknown) => void) | undefined, said: unknown) => {
      if (closed) return
      callback?.(bring(said))
      complete?.(bring(said))
    }
    const hear = (event: keyof typeof listeners, said: object) => {
      if (!closed) for (const listener of listeners[event]) listener(bring(said))
    }
    const { body, contentType } = formOf(name, files.get(filePath) ?? photograph)
    running.add(aborter)
    fetch(sentTo(url), {
      method: 'POST',
      headers: { ...header, 'content-type': contentType },
      body,
      signal: aborter.signal,
    })
      .then(async (response) => ({ response, text: await response.text() }))
      .finally(() => running.delete(aborter))
      .then(
        ({ response, text }) => {
          hear('progress', { progress: 100, totalBytesSent: body.length, totalBytesExpectedToSend: body.length })
          hear('headers', { header: Object.fromEntries(response.headers) })
          tell(success, { errMsg: 'uploadFile:ok', statusCode: response.status, data: text })
        },
        () => tell(fail, { errMsg: `uploadFile:fail ${aborter.signal.aborted ? 'abort' : 'net::ERR_FAILED'}` }),
      )
    return {
      abort: () => aborter.abort(),
      onHeadersReceived: (listener: (event: unknown) => void) => void listeners.headers.push(listener),
      onProgressUpdate: (listener: (event: unknown) => void) => void listeners.progress.push(listener),
    }
  }

  return {
    uploadFile,
    /** The app is gone: nothing is told to it any more. */
    stopAll() {
      closed = true
      for (const aborter of running) aborter.abort()
    },
  }
}
