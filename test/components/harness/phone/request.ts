import type { CallOptions } from './call'

interface RequestOptions extends CallOptions {
  url: string
  method?: string
  header?: Record<string, string>
  data?: unknown
  timeout?: number
  dataType?: string
}

/** All that `wx.request` knows; there is no PATCH. */
const METHODS = ['OPTIONS', 'GET', 'HEAD', 'POST', 'PUT', 'DELETE', 'TRACE', 'CONNECT']

const ORIGIN = /^https?:\/\/[^/]+/

/**
 * `wx.request` over fetch, so that MSW answers it. Any HTTP status is a success, as on a phone.
 * @param gateway where the gateway's requests go. Which origin is the gateway's is baked into the build; it is the one asked first.
 */
export function createRequests(bring: <T>(value: T) => T, gateway: string) {
  const running = new Set<AbortController>()
  let baked: string | undefined
  const sentTo = (url: string) => {
    baked ??= ORIGIN.exec(url)?.[0]
    return baked && url.startsWith(`${baked}/`) ? gateway + url.slice(baked.length) : url
  }
  let closed = false

  function request({ url, method = 'GET', header = {}, data, timeout, dataType, ...callbacks }: RequestOptions) {
    const aborter = new AbortController()
    const { success, fail, complete } = callbacks
    const tell = (callback: ((said: unknown) => void) | undefined, said: unknown) => {
      if (closed) return
      const brought = bring(said)
      callback?.(brought)
      complete?.(brought)
    }
    if (!METHODS.includes(method)) {
      void Promise.resolve().then(() => tell(fail, { errMsg: `request:fail invalid request method ${method}` }))
      return { abort() {} }
    }
    const headers = { 'content-type': 'application/json', ...header }
    running.add(aborter)
    const timer = timeout === undefined ? undefined : setTimeout(() => aborter.abort('timeout'), timeout)
    const body = data === undefined || data === null || method === 'GET' ? undefined : textOf(data)
    const address = method === 'GET' && data ? withQuery(url, data) : url
    fetch(sentTo(address), { method, headers, body, signal: aborter.signal })
      .then(async (response) => ({ response, text: await response.text() }))
      .finally(() => {
        clearTimeout(timer)
        running.delete(aborter)
      })
      .then(
        ({ response, text }) =>
          tell(success, {
            errMsg: 'request:ok',
            statusCode: response.status,
            header: Object.fromEntries(response.headers),
            data: dataType === 'text' ? text : parsed(text),
            cookies: [],
          }),
        () =>
          tell(fail, { errMsg: `request:fail ${aborter.signal.aborted ? aborter.signal.reason : 'net::ERR_FAILED'}` }),
      )
    return { abort: () => aborter.abort('abort') }
  }

  return {
    request,
    sentTo,
    /** The app is gone: nothing is told to it any more. */
    stopAll() {
      closed = true
      for (const aborter of running) aborter.abort('abort')
    },
  }
}

const textOf = (data: unknown) => (typeof data === 'string' ? data : JSON.stringify(data))

function withQuery(url: string, data: unknown): string {
  const query = typeof data === 'string' ? data : new URLSearchParams(data as Record<string, string>).toString()
  return query === '' ? url : `${url}${url.includes('?') ? '&' : '?'}${query}`
}

/** WeChat gives the text where it is no JSON. */
function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return text
  }
}
