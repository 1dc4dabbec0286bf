import Taro from '@tarojs/taro'
import { TransportError, type UploadTransport } from '@xiaopu/api-client'
import { kindOf, lowerCased } from './transport'

/** Carries a picture of the phone's over WeChat, which writes the form and its content type itself. */
export const wechatUploads: UploadTransport = ({ url, filePath, field, headers, timeoutMs, signal, onProgress }) =>
  new Promise((resolve, reject) => {
    if (signal?.aborted) {
      reject(new TransportError('aborted'))
      return
    }
    const task = Taro.uploadFile({ url, filePath, name: field, header: headers, timeout: timeoutMs })
    // Headers come to a listener, and on some clients to none; then the body has to speak for itself.
    let answered: Record<string, string> = { 'content-type': 'application/json' }
    task.onHeadersReceived?.(({ header }) => {
      answered = { ...answered, ...lowerCased(header) }
    })
    task.onProgressUpdate?.(({ progress }) => onProgress?.(progress))
    const abort = () => {
      task.abort()
      reject(new TransportError('aborted'))
    }
    signal?.addEventListener('abort', abort)
    task
      .then(
        ({ statusCode, data }) => resolve({ status: statusCode, headers: answered, body: data }),
        (error: unknown) => reject(new TransportError(kindOf(error), { cause: error })),
      )
      .finally(() => signal?.removeEventListener('abort', abort))
  })
