import type { Page } from 'playwright-core'

export interface SetDataRecord {
  page: string
  /** Path of the page or component that called it. */
  is: string
  keys: string[]
  bytes: number
  /** Epoch ms. */
  at: number
}

export interface RequestRecord {
  method: string
  url: string
  /** 0 until answered, or when it failed. */
  status: number
  ms: number
  error?: string
}

/** What the simulator shows at `window.xiaopu`; see packages/simulator. */
export interface SimulatorHooks {
  setData: SetDataRecord[]
  errors: string[]
  requests: RequestRecord[]
  missing: string[]
  device: { set(name: string, value: string): void }
  pages(): { route: string }[]
  currentPage(): { route: string; query: Record<string, string>; title: string }
}

/** Runs `read` in the simulator's page. It must be self-contained: only its text crosses over. */
export const ask = <Answer>(page: Page, read: (xiaopu: SimulatorHooks) => Answer): Promise<Answer> =>
  page.evaluate(`(${read})(window.xiaopu)`)
