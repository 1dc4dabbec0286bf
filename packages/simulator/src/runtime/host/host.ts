import type { Device } from '../device/device'
import type { Sandbox } from '../device/sandbox'
import type { Phone } from '../shell/phone'
import type { AppPayload, Boot, Query, Theme } from '../types'
import type { AppEvents } from './app-events'
import type { PageStack } from './page-stack'
import type { Records } from './records'

/** The parts of one running simulator, as its capability files see them. */
export interface Host {
  readonly boot: Boot
  readonly payload: AppPayload
  readonly device: Device
  readonly sandbox: Sandbox
  readonly records: Records
  readonly phone: Phone
  readonly pages: PageStack
  readonly events: AppEvents
  /** The phone's theme as this Mini Program sees it: always light unless app.json says `darkmode`. */
  readonly theme: Theme
  /** `scene`: how WeChat says the Mini Program was opened; 1001 is the list of those used lately. */
  readonly launch: { path: string; query: Query; scene: number }
  /** Something of WeChat's lies over the Mini Program, or is gone again: its onHide and onShow, with who it was that came back. */
  readonly front: (shown: boolean, referrerInfo?: object) => void
  /** The `wx` object, for elements that act through it (navigator, button). */
  readonly wx: WxObject
}

// biome-ignore lint/suspicious/noExplicitAny: the Mini Program's own scripts call these with whatever they have.
export type WxObject = Record<string, any>
