import type { Host } from '../host/host'
import type { RequestRecord } from '../host/records'
import { settle } from './call'

type Listener = (event: object) => void

interface TaskOptions {
  url: string
  success?(answer: unknown): void
  fail?(answer: unknown): void
  complete?(answer: unknown): void
}

/** What the work of a task can do to who listens to it, and to the panel's line of it. */
export interface FileTask {
  record: RequestRecord
  signal: AbortSignal
  headersCame(header: object): void
  progressed(progress: object): void
}

/** The task that `wx.uploadFile` and `wx.downloadFile` give back, and their line in the panel's list of requests. */
export function fileTask(
  host: Host,
  { name, method, options }: { name: string; method: string; options: TaskOptions },
  work: (task: FileTask) => Promise<object>,
): object {
  const controller = new AbortController()
  const listeners = { headers: new Set<Listener>(), progress: new Set<Listener>() }
  const task = {
    abort: () => controller.abort(),
    onHeadersReceived: (listener: Listener) => listeners.headers.add(listener),
    offHeadersReceived: (listener: Listener) => listeners.headers.delete(listener),
    onProgressUpdate: (listener: Listener) => listeners.progress.add(listener),
    offProgressUpdate: (listener: Listener) => listeners.progress.delete(listener),
  }
  const run = settle(name, options, async () => {
    const record: RequestRecord = { method, url: options.url, status: 0, ms: 0, bytes: 0 }
    const begun = performance.now()
    host.records.requests.push(record)
    try {
      return await work({
        ...{ record, signal: controller.signal },
        headersCame: (header) => {
          for (const tell of listeners.headers) tell({ header })
        },
        progressed: (progress) => {
          for (const tell of listeners.progress) tell({ progress: 100, ...progress })
        },
      })
    } catch (error) {
      record.error = (error as Error).message
      throw error
    } finally {
      record.ms = Math.round(performance.now() - begun)
      host.records.changed()
    }
  })
  return run ? Object.assign(run, task) : task
}
