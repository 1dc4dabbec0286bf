/** What the compiler hands to the browser: see src/compile/compile.ts. */
export interface AppPayload {
  app: AppJson
  pages: string[]
  theme: Partial<Record<Theme, Record<string, string>>>
  css: Record<string, string>
  configs: Record<string, ComponentConfig>
  warnings: string[]
}

export type Theme = 'light' | 'dark'

export interface AppJson {
  entryPagePath?: string
  window?: WindowConfig
  tabBar?: TabBarConfig
  darkmode?: boolean
  requiredPrivateInfos?: string[]
  permission?: Record<string, { desc?: string }>
  networkTimeout?: { request?: number }
}

/** The window part of app.json or a page's JSON. Colours are hex strings, distances px. */
export interface WindowConfig {
  navigationBarBackgroundColor?: string
  navigationBarTextStyle?: 'black' | 'white'
  navigationBarTitleText?: string
  navigationStyle?: 'default' | 'custom'
  backgroundColor?: string
  backgroundColorContent?: string
  backgroundTextStyle?: 'dark' | 'light'
  enablePullDownRefresh?: boolean
  onReachBottomDistance?: number
  disableScroll?: boolean
}

export interface TabItem {
  pagePath: string
  text: string
  iconPath?: string
  selectedIconPath?: string
}

export interface TabBarConfig {
  color?: string
  selectedColor?: string
  backgroundColor?: string
  borderStyle?: 'black' | 'white'
  custom?: boolean
  list: TabItem[]
}

export interface ComponentConfig extends WindowConfig {
  component: boolean
  usingComponents: Record<string, string>
  componentGenerics?: Record<string, true | { default?: string }>
  styleIsolation?: string
  styleScope: string
}

/** What the server tells the page about this start. */
export interface Boot {
  title: string
  appid: string
  accent: string
  /** A page the panel shows. */
  desk: { title: { zh: string; en: string }; url: string } | null
  /** Origins `wx.request` may reach. */
  routes: string[]
  hash: string
}

export type Query = Record<string, string>

/** A page, as a script of the Mini Program holds it in `getCurrentPages()`. */
export interface PageCaller {
  route: string
  options: Query
  data: Record<string, unknown>
  is: string
  onLoad?(query: Query): void
  onShow?(): void
  onReady?(): void
  onHide?(): void
  onUnload?(): void
  onPullDownRefresh?(): void
  onReachBottom?(): void
  onPageScroll?(event: { scrollTop: number }): void
  onResize?(event: unknown): void
  onTabItemTap?(item: { index: number; pagePath: string; text: string }): void
  onShareAppMessage?(from: unknown): unknown
  onShareTimeline?(): unknown
  createSelectorQuery(): unknown
  createIntersectionObserver(options?: unknown): unknown
  [key: string]: unknown
}
