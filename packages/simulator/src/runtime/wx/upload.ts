import type { Host } from '../host/host'
import type { RequestRecord } from '../host/records'
import { resolveUrl } from '../host/urls'
import { type Api, settle, WxFailure } from './call'
import { base64, checkDomain } from './request'

interface UploadOptions {
  url: string
  filePath: string
  name: string
  header?: Record<string, string>
  formData?: Record<string, unknown>
  success?(answer: unknown): void
  fail?(answer: unknown): void
  complete?(answer: unknown): void
}

type Listener = (event: object) => void

/** `wx.uploadFile`: one file of the phone's in a form. Any status is a success; its headers are told to a listener only. */
export function upload(host: Host, api: Api): void {
  api.sync('uploadFile', (options: UploadOptions) => {
    const controller = new AbortController()
    const listeners = { headers: new Set<Listener>(), progress: new Set<Listener>() }
    const task = {
      abort: () => controller.abort(),
      onHeadersReceived: (listener: Listener) => listeners.headers.add(listener),
      offHeadersReceived: (listener: Listener) => listeners.headers.delete(listener),
      onProgressUpdate: (listener: Listener) => listeners.progress.add(listener),
      offProgressUpdate: (listener: Listener) => listeners.progress.delete(listener),
    }
    const run = settle('uploadFile', options, async () => {
      const record: RequestRecord = { method: 'POST', url: options.url, status: 0, ms: 0, bytes: 0 }
      const begun = performance.now()
      host.records.requests.push(record)
      try {
        checkDomain(host, 'uploadFile', options.url)
        const { status, header, data, sent } = await send(host, options, controller.signal)
        Object.assign(record, { status, bytes: data.length })
        for (const tell of listeners.progress)
          tell({ progress: 100, totalBytesSent: sent, totalBytesExpectedToSend: sent })
        for (const tell of listeners.headers) tell({ header })
        return { data, statusCode: status }
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

async function send(host: Host, { url, filePath, name, header, formData }: UploadOptions, signal: AbortSignal) {
  if (host.device.network === 'none') throw new WxFailure('-2:net::ERR_INTERNET_DISCONNECTED', { errno: 600001 })
  try {
    const file = await (await fetch(resolveUrl(filePath, host.pages.top.route))).blob()
    const form = new FormData()
    for (const [key, value] of Object.entries(formData ?? {})) form.append(key, String(value))
    form.append(name, file, 'photo.jpg')
    // The browser writes the form; the simulator's server carries it, as it carries every request.
    const written = new Response(form)
    const body = await written.arrayBuffer()
    const headers = { ...header, 'content-type': written.headers.get('content-type') }
    const answer = await fetch('/~request', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ url, method: 'POST', headers, body: base64(body), base64: true }),
      signal,
    })
    const text = await answer.text()
    const head = answer.headers.get('x-answer')
    if (!head) throw new WxFailure(`-102:net::${text}`, { errno: 600001 })
    const told = JSON.parse(decodeURIComponent(head)) as { status: number; header: Record<string, string> }
    return { status: told.status, header: told.header, data: text, sent: body.byteLength }
  } catch (error) {
    if (signal.aborted) throw new WxFailure('abort')
    if (error instanceof WxFailure) throw error
    throw new WxFailure('-102:net::ERR_CONNECTION_REFUSED', { errno: 600001 })
  }
}
