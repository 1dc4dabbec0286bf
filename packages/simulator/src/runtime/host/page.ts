import type { PageCaller, Query, WindowConfig } from '../types'
import type { PullDown } from '../view/pull-down'
import type { WebView } from '../view/webview'
import type { EventChannel } from './channel'

interface Root {
  get(): unknown
  getComponent(): { triggerPageLifetime(name: string, args: unknown[]): void }
  release(): void
}

/** One open page: its iframe, its component tree and its settings. */
export interface OpenPage {
  route: string
  query: Query
  /** What app.json, the page's JSON and later calls such as setNavigationBarTitle say, before theme variables are filled in. */
  config: WindowConfig
  frame: HTMLIFrameElement
  view: WebView
  caller: PageCaller
  root: Root
  customTabBar: Root | null
  channel: EventChannel
  pullDown: PullDown
}
