import type { Host } from '../host/host'
import { resolveUrl } from '../host/urls'
import { type Api, WxFailure } from './call'
import { fileTask } from './file-task'
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

/** `wx.uploadFile`: one file of the phone's in a form. Any status is a success; its headers are told to a listener only. */
export function upload(host: Host, api: Api): void {
  api.sync('uploadFile', (options: UploadOptions) =>
    fileTask(host, { name: 'uploadFile', method: 'POST', options }, async (task) => {
      checkDomain(host, 'uploadFile', options.url)
      const { status, header, data, sent } = await send(host, options, task.signal)
      Object.assign(task.record, { status, bytes: data.length })
      task.progressed({ totalBytesSent: sent, totalBytesExpectedToSend: sent })
      task.headersCame(header)
      return { data, statusCode: status }
    }),
  )
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
