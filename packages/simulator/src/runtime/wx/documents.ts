import type { Host } from '../host/host'
import { type Api, WxFailure } from './call'
import { fileTask } from './file-task'
import { checkDomain } from './request'

interface DownloadOptions {
  url: string
  header?: Record<string, string>
  filePath?: string
  success?(answer: unknown): void
  fail?(answer: unknown): void
  complete?(answer: unknown): void
}

/** Of WeChat's reader. */
const READABLE = ['doc', 'docx', 'xls', 'xlsx', 'ppt', 'pptx', 'pdf']

/**
 * `wx.downloadFile` into a temporary file, any status being a success as on a phone, and `wx.openDocument`, which shows a PDF by what
 * this browser has for it.
 */
export function documents(host: Host, api: Api): void {
  const kept = new Map<string, Blob>()

  api.sync('downloadFile', (options: DownloadOptions) =>
    fileTask(host, { name: 'downloadFile', method: 'GET', options }, async (task) => {
      checkDomain(host, 'downloadFile', options.url)
      if (options.filePath) throw new WxFailure('the simulator keeps downloads in temporary files only')
      const { status, header, file } = await fetchFile(host, options, task.signal)
      Object.assign(task.record, { status, bytes: file.size })
      task.headersCame(header)
      task.progressed({ totalBytesWritten: file.size, totalBytesExpectedToWrite: file.size })
      const tempFilePath = URL.createObjectURL(file)
      kept.set(tempFilePath, file)
      return { tempFilePath, statusCode: status, header, dataLength: file.size }
    }),
  )

  api.async('openDocument', async ({ filePath, fileType, showMenu = false }) => {
    const file = kept.get(filePath)
    if (!file) throw new WxFailure("file doesn't exist")
    if (!READABLE.includes(fileType)) throw new WxFailure('filetype not supported')
    // A phone says so too, after a while: what came is another file, such as a page that says an error.
    if (fileType === 'pdf' && !(await file.slice(0, 5).text()).startsWith('%PDF-'))
      throw new WxFailure('open document fail')
    void host.phone.sheets.document({ url: filePath, type: fileType, bytes: file.size, menu: showMenu })
  })
}

async function fetchFile(host: Host, { url, header = {} }: DownloadOptions, signal: AbortSignal) {
  if (host.device.network === 'none') throw new WxFailure('-2:net::ERR_INTERNET_DISCONNECTED', { errno: 600001 })
  try {
    const answer = await fetch('/~request', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ url, method: 'GET', headers: header }),
      signal,
    })
    const bytes = await answer.arrayBuffer()
    const head = answer.headers.get('x-answer')
    if (!head) throw new WxFailure(`-102:net::${new TextDecoder().decode(bytes)}`, { errno: 600001 })
    const told = JSON.parse(decodeURIComponent(head)) as { status: number; header: Record<string, string> }
    const type = told.header['Content-Type'] ?? 'application/octet-stream'
    return { status: told.status, header: told.header, file: new Blob([bytes], { type }) }
  } catch (error) {
    if (signal.aborted) throw new WxFailure('abort')
    if (error instanceof WxFailure) throw error
    throw new WxFailure('-102:net::ERR_CONNECTION_REFUSED', { errno: 600001 })
  }
}
