import type { Host } from '../host/host'
import type { RequestRecord } from '../host/records'
import { type Api, settle, WxFailure } from './call'

/** At most this many run at once; the rest wait. */
const CONCURRENT = 10
const TIMEOUT_MS = 60_000
const SLOW_MS = 1500

interface RequestOptions {
  url: string
  method?: string
  data?: unknown
  header?: Record<string, string>
  timeout?: number
  dataType?: string
  responseType?: 'text' | 'arraybuffer'
  success?(answer: unknown): void
  fail?(answer: unknown): void
  complete?(answer: unknown): void
}

interface Answer {
  data: unknown
  statusCode: number
  header: Record<string, string>
  cookies: string[]
}

/** `wx.request`: any status is a success; what fails is the network, the time and the domain list. */
export function request(host: Host, api: Api): void {
  let running = 0
  const waiting: (() => void)[] = []
  const turn = async () => {
    if (running >= CONCURRENT) await new Promise<void>((resolve) => waiting.push(resolve))
    running += 1
  }
  const over = () => {
    running -= 1
    waiting.shift()?.()
  }

  api.sync('request', (options: RequestOptions) => {
    const controller = new AbortController()
    const headerListeners = new Set<(event: object) => void>()
    const task = {
      abort: () => controller.abort('abort'),
      onHeadersReceived: (listener: (event: object) => void) => headerListeners.add(listener),
      offHeadersReceived: (listener: (event: object) => void) => headerListeners.delete(listener),
      onChunkReceived: () => host.records.unsupported('RequestTask.onChunkReceived'),
      offChunkReceived: () => {},
    }
    const run = settle('request', options, async () => {
      const record: RequestRecord = { method: methodOf(options), url: options.url, status: 0, ms: 0, bytes: 0 }
      const begun = performance.now()
      host.records.requests.push(record)
      host.records.changed()
      try {
        checkDomain(host, 'request', options.url)
        await turn()
        try {
          const answer = await send(host, options, controller, record)
          for (const listener of headerListeners) {
            listener({ header: answer.header, statusCode: answer.statusCode, cookies: answer.cookies })
          }
          return answer
        } finally {
          over()
        }
      } catch (error) {
        record.error = (error as Error).message
        throw error
      } finally {
        record.ms = Math.round(performance.now() - begun)
        host.records.changed()
      }
    })
    return run ? Object.assign(run, task) : task
  })
}

function methodOf(options: RequestOptions): string {
  return (options.method ?? 'GET').toUpperCase()
}

/** @throws WxFailure an address that is none, or of a domain the Mini Program does not declare */
export function checkDomain(host: Host, api: string, url: string): void {
  if (!URL.canParse(url) || !/^https?:/.test(url)) throw new WxFailure(`invalid url "${url}"`, { errno: 600009 })
  if (!host.boot.routes.includes(new URL(url).origin)) {
    host.records.log('error', [`${api}:fail url not in domain list: ${url}`])
    throw new WxFailure('url not in domain list', { errno: 600002 })
  }
}

async function send(
  host: Host,
  options: RequestOptions,
  controller: AbortController,
  record: RequestRecord,
): Promise<Answer> {
  const limit = options.timeout ?? host.payload.app.networkTimeout?.request ?? TIMEOUT_MS
  const timer = setTimeout(() => controller.abort('timeout'), limit)
  try {
    if (controller.signal.aborted) throw new WxFailure('abort')
    if (host.device.network === 'none') throw new WxFailure('-2:net::ERR_INTERNET_DISCONNECTED', { errno: 600001 })
    if (host.device.network === 'slow') await pause(SLOW_MS, controller.signal)
    const answer = await fetch('/~request', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(order(options)),
      signal: controller.signal,
    })
    const bytes = new Uint8Array(await answer.arrayBuffer())
    const head = answer.headers.get('x-answer')
    if (!head) throw new WxFailure(`-102:net::${new TextDecoder().decode(bytes)}`, { errno: 600001 })
    const { status, header, cookies } = JSON.parse(decodeURIComponent(head))
    record.status = status
    record.bytes = bytes.length
    return { data: body(bytes, options), statusCode: status, header, cookies }
  } catch (error) {
    if (controller.signal.aborted) {
      throw controller.signal.reason === 'timeout' ? new WxFailure('timeout', { errno: 5 }) : new WxFailure('abort')
    }
    if (error instanceof WxFailure) throw error
    throw new WxFailure('-102:net::ERR_CONNECTION_REFUSED', { errno: 600001 })
  } finally {
    clearTimeout(timer)
  }
}

/** GET puts `data` in the query; otherwise the content type says how it is written. */
function order(options: RequestOptions) {
  const method = methodOf(options)
  const url = new URL(options.url)
  const headers: Record<string, string> = { 'content-type': 'application/json' }
  for (const [name, value] of Object.entries(options.header ?? {})) headers[name.toLowerCase()] = String(value)
  const { data } = options
  if (method === 'GET') {
    if (data && typeof data === 'object') {
      for (const [key, value] of Object.entries(data)) if (value !== undefined) url.searchParams.set(key, text(value))
    }
    return { url: url.href, method, headers }
  }
  if (data === undefined || data === null)
    return { url: url.href, method, headers, body: method === 'HEAD' ? undefined : '' }
  if (data instanceof ArrayBuffer) return { url: url.href, method, headers, body: base64(data), base64: true }
  if (typeof data === 'string') return { url: url.href, method, headers, body: data }
  const form = /urlencoded/.test(headers['content-type'] ?? '')
  const pairs = () => Object.entries(data).map(([key, value]) => [key, text(value)])
  return { url: url.href, method, headers, body: form ? new URLSearchParams(pairs()).toString() : JSON.stringify(data) }
}

function body(bytes: Uint8Array, { responseType, dataType = 'json' }: RequestOptions): unknown {
  if (responseType === 'arraybuffer') return bytes.buffer
  const content = new TextDecoder().decode(bytes)
  if (dataType !== 'json') return content
  try {
    return JSON.parse(content)
  } catch {
    return content
  }
}

function text(value: unknown): string {
  return typeof value === 'object' && value !== null ? JSON.stringify(value) : String(value)
}

export function base64(buffer: ArrayBuffer): string {
  return btoa(Array.from(new Uint8Array(buffer), (byte) => String.fromCharCode(byte)).join(''))
}

function pause(ms: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(resolve, ms)
    signal.addEventListener('abort', () => {
      clearTimeout(timer)
      reject(new Error('aborted'))
    })
  })
}
