import type { Device } from '../device/device'
import type { Query } from '../types'
import type { Host, WxObject } from './host'
import type { RequestRecord, SetDataRecord } from './records'

/** What a test finds at `window.xiaopu`. Pages are given as data, so that they can cross to the test. */
export interface TestHooks {
  setData: SetDataRecord[]
  errors: string[]
  requests: RequestRecord[]
  /** APIs and components the Mini Program used that the simulator lacks. */
  missing: string[]
  wx: WxObject
  device: Device
  pages(): { route: string; query: Query }[]
  currentPage(): { route: string; query: Query; title: string }
  /** Forgets storage, permissions and settings, and loads the Mini Program anew. */
  reset(): void
}

declare global {
  interface Window {
    xiaopu: TestHooks
  }
}

export function testHooks(host: Host): void {
  const { records, pages, device, wx } = host
  window.xiaopu = {
    setData: records.setData,
    errors: records.errors,
    requests: records.requests,
    missing: records.missing,
    wx,
    device,
    pages: () => pages.open.map(({ route, query }) => ({ route, query })),
    currentPage: () => {
      const { route, query, config } = pages.top
      return { route, query, title: config.navigationBarTitleText ?? '' }
    },
    reset: () => {
      device.forget()
      setTimeout(() => location.reload())
    },
  }
}
