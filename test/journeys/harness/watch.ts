import type { Page } from 'playwright-core'
import { ask, type RequestRecord, type SetDataRecord } from './hooks'

/** WeChat warns above 256 kB of setData; such a page stutters on every phone. */
const SET_DATA_LIMIT = 256 * 1024

/** All that the Mini Program did, across reloads. */
export interface Record {
  errors: string[]
  requests: RequestRecord[]
  setData: SetDataRecord[]
  missing: string[]
  console: string[]
}

/** Looks over the Mini Program's shoulder, and says afterwards what no shopper's phone should have seen. */
export class Watch {
  readonly seen: Record = { errors: [], requests: [], setData: [], missing: [], console: [] }
  private readonly strayRequests: string[] = []
  private readonly consoleErrors: string[] = []

  constructor(
    private readonly page: Page,
    private readonly home: string,
  ) {
    page.on('console', (message) => {
      this.seen.console.push(`${message.type()} ${message.text()}`)
      // The browser's own note of a failed request; the simulator's record of it says more.
      if (message.type() === 'error' && !message.text().startsWith('Failed to load resource'))
        this.consoleErrors.push(message.text())
    })
    page.on('pageerror', (error) => this.consoleErrors.push(String(error.stack ?? error)))
    page.on('request', (request) => {
      const { protocol, origin } = new URL(request.url())
      if (/^https?:$/.test(protocol) && origin !== new URL(this.home).origin) this.strayRequests.push(request.url())
    })
  }

  /** Takes over what the simulator has recorded; before it is loaded anew, and at the end. */
  async collect(): Promise<void> {
    const { errors, requests, setData, missing } = await ask(this.page, (xiaopu) => ({
      errors: xiaopu.errors,
      requests: xiaopu.requests,
      setData: xiaopu.setData,
      missing: xiaopu.missing,
    }))
    this.seen.errors.push(...errors)
    this.seen.requests.push(...requests)
    this.seen.setData.push(...setData)
    this.seen.missing.push(...missing)
  }

  /** One line each; none when all was well. Call `collect` before. */
  complaints(): string[] {
    const { errors, requests, setData, missing } = this.seen
    const undeclared = requests.filter(({ error }) => error?.includes('not in domain list')).map(({ url }) => url)
    const heavy = setData.filter(({ bytes }) => bytes > SET_DATA_LIMIT)
    // The simulator repeats the Mini Program's errors on the browser's console.
    const others = this.consoleErrors.filter(
      (text) => !errors.some((error) => error.includes(text) || text.includes(error)),
    )
    return [
      ...errors.map((error) => `error: ${error}`),
      ...others.map((error) => `console error: ${error}`),
      ...[...undeclared, ...this.strayRequests].map((url) => `request to an undeclared domain: ${url}`),
      ...heavy.map(({ is, bytes, keys }) => `setData of ${bytes} bytes by ${is} (${keys.slice(0, 5).join(', ')})`),
      ...missing.map((what) => `${what} is not in the simulator`),
    ]
  }
}
