import Taro from '@tarojs/taro'
import { type Transport, TransportError } from '@xiaopu/api-client'

/**
 * Carries the client's requests over WeChat. `Taro.request` resolves for any HTTP status and rejects with a plain
 * `{ errMsg }`, which becomes a `TransportError` here.
 */
export const wechatTransport: Transport = ({ method, url, headers, body, timeoutMs, signal }) =>
  new Promise((resolve, reject) => {
    if (signal?.aborted) {
      reject(new TransportError('aborted'))
      return
    }
    const task = Taro.request<string, string>({
      url,
      method,
      header: headers,
      data: body,
      timeout: timeoutMs,
      // The client parses: WeChat would turn a broken JSON body into a string without a word.
      dataType: 'text',
      responseType: 'text',
    })
    const abort = () => {
      task.abort()
      reject(new TransportError('aborted'))
    }
    signal?.addEventListener('abort', abort)
    task
      .then(
        ({ statusCode, header, data }) =>
          resolve({
            status: statusCode,
            headers: lowerCased(header),
            // DevTools has answered with objects for a dataType it did not know.
            body: typeof data === 'string' ? data : JSON.stringify(data ?? ''),
          }),
        (error: unknown) => reject(new TransportError(kindOf(error), { cause: error })),
      )
      .finally(() => signal?.removeEventListener('abort', abort))
  })

/** `errno` 5 is a time-out; older clients only say so in words. */
export function kindOf(error: unknown): TransportError['kind'] {
  const { errMsg = '', errno } = (error ?? {}) as { errMsg?: string; errno?: number }
  if (errno === 5 || /time(?:d )?-?out/i.test(errMsg)) return 'timeout'
  return /abort/i.test(errMsg) ? 'aborted' : 'network'
}

/** A header that came several times is a list on some clients. */
export function lowerCased(headers: Record<string, unknown> | undefined): Record<string, string> {
  return Object.fromEntries(Object.entries(headers ?? {}).map(([name, value]) => [name.toLowerCase(), String(value)]))
}
