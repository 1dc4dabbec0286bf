import { fork } from 'node:child_process'
import { join } from 'node:path'
import type { LoadOrder, LoadReport } from './load'

/** `load`, from another process. @throws when that process ends without a report */
export function loadFromOutside(order: LoadOrder): Promise<LoadReport> {
  const callers = fork(join(import.meta.dirname, 'load-process.ts'), { execArgv: ['--import', 'tsx'] })
  return new Promise((resolve, reject) => {
    callers.once('message', (report: LoadReport) => resolve(report))
    callers.once('error', reject)
    callers.once('exit', (code) => reject(new Error(`The callers ended with code ${code} and no report.`)))
    callers.send(order)
  })
}
