import type { Device } from '../device/device'
import type { Sandbox } from '../device/sandbox'
import { Phone } from '../shell/phone'
import type { AppPayload, Boot, Query, Theme } from '../types'
import { createWx } from '../wx'
import { AppEvents } from './app-events'
import { AppCode } from './code-space'
import { countSetData } from './count-set-data'
import type { Host, WxObject } from './host'
import { logicConsole } from './logic-console'
import { logicGlobals, Modules, type ModuleTable } from './modules'
import { PageStack } from './page-stack'
import type { Records } from './records'
import { themed } from './theming'

export interface Compiled {
  payload: AppPayload
  templates: Record<string, unknown>
  /** The compiled scripts: a function of what WeChat provides, in the order of PROVIDED in src/compile/modules.ts. */
  scripts(...provided: unknown[]): ModuleTable
}

export interface Surroundings {
  boot: Boot
  device: Device
  sandbox: Sandbox
  records: Records
  bare: boolean
  start: { path: string; query: string; scene: number }
}

interface AppObject {
  onLaunch?(options: unknown): void
  onShow?(options: unknown): void
  onHide?(): void
  onError?(message: string): void
  onThemeChange?(event: { theme: Theme }): void
  onPageNotFound?(event: unknown): void
}

/** One running Mini Program: its code, its pages and the phone they are on. */
export class RunningApp implements Host {
  readonly boot: Boot
  readonly device: Device
  readonly sandbox: Sandbox
  readonly records: Records
  readonly payload: AppPayload
  readonly phone: Phone
  readonly pages: PageStack
  readonly events = new AppEvents()
  readonly wx: WxObject
  readonly launch: { path: string; query: Query; scene: number }
  private readonly modules = new Modules()
  private readonly start: string
  /** The page the address asked for, when there is no such page. */
  private readonly lost: { path: string; query: string } | null
  private app: AppObject = {}

  constructor(
    { payload, templates, scripts }: Compiled,
    { boot, device, sandbox, records, bare, start }: Surroundings,
  ) {
    this.boot = boot
    this.device = device
    this.sandbox = sandbox
    this.records = records
    this.payload = payload
    countSetData(records)
    const home = payload.app.entryPagePath ?? payload.pages[0]!
    const path = payload.pages.includes(start.path) ? start.path : home
    this.lost = start.path && path !== start.path ? start : null
    this.start = path === start.path && start.query ? `${path}?${start.query}` : path
    this.launch = { path, query: Object.fromEntries(new URLSearchParams(start.query)), scene: start.scene }

    this.phone = new Phone(bare, {
      back: () => this.attempt(() => this.pages.back(1)),
      home: () => void this.wx.reLaunch({ url: `/${home}` }),
      tab: (index) => this.attempt(() => this.pages.tapTab(index)),
      menu: () => void this.attempt(() => this.pages.share('menu')),
    })
    const code = new AppCode(payload, this.modules, templates)
    this.pages = new PageStack(this, code)
    this.wx = createWx(this)
    const { globalObject, LogicFunction } = logicGlobals(records)
    const { Page, Component, Behavior } = code.globals
    const App = (definition: AppObject) => {
      this.app = definition
    }
    const getCurrentPages = () => this.pages.open.map((page) => page.caller)
    const logs = logicConsole(records)
    Object.assign(globalObject, { wx: this.wx, console: logs })
    this.modules.table = scripts(
      this.wx,
      App,
      Page,
      Component,
      Behavior,
      () => this.app,
      getCurrentPages,
      globalObject,
      globalObject,
      LogicFunction,
      logs,
    )
    this.follow()
  }

  get theme(): Theme {
    return this.payload.app.darkmode ? this.device.theme : 'light'
  }

  /** Loads app.js, launches, and opens the first page. */
  run(): void {
    for (const warning of this.payload.warnings) this.records.log('warn', [warning])
    this.phone.setTheme(this.theme)
    const options = this.wx.getLaunchOptionsSync()
    this.attempt(() => this.modules.load('app.js'))
    this.attempt(() => this.app.onLaunch?.(options))
    this.attempt(() => this.app.onShow?.(options))
    if (this.lost) this.pageNotFound(this.lost)
    // WeChat opens the first page itself: what a page may not do must not stop it.
    this.attempt(() => this.pages.navigate('reLaunch', `/${this.start}`))
  }

  front = (shown: boolean, referrerInfo: object = {}): void => {
    const options = { ...this.wx.getEnterOptionsSync(), referrerInfo }
    const top = this.pages.isEmpty ? null : this.pages.top.caller
    this.attempt(() => (shown ? top?.onShow?.() : top?.onHide?.()))
    this.attempt(() => (shown ? this.app.onShow?.(options) : this.app.onHide?.()))
    this.events.emit(shown ? 'AppShow' : 'AppHide', options)
  }

  /** An uncaught error of the Mini Program's own code. */
  reportError(error: unknown): void {
    this.records.error(error)
    const message = String((error as Error)?.stack ?? error)
    this.app.onError?.(message)
    this.events.emit('Error', message)
  }

  private pageNotFound({ path, query }: { path: string; query: string }): void {
    this.records.error(`page "${path}" is not found`)
    const event = { path, query: Object.fromEntries(new URLSearchParams(query)), isEntryPage: true }
    this.attempt(() => this.app.onPageNotFound?.(event))
    this.events.emit('PageNotFound', event)
  }

  private attempt(work: () => unknown): void {
    try {
      work()
    } catch (error) {
      this.reportError(error)
    }
  }

  private follow(): void {
    this.device.onChange((what) => {
      if (what === 'theme') this.themeChanged()
      if (what === 'network') this.phone.setOffline(this.device.network === 'none')
    })
    this.phone.onResize(() => {
      this.pages.refresh()
      const { windowWidth, windowHeight } = this.wx.getWindowInfo()
      this.events.emit('WindowResize', { size: { windowWidth, windowHeight } })
    })
    document.addEventListener('visibilitychange', () => {
      this.front(!document.hidden)
    })
  }

  private themeChanged(): void {
    if (!this.payload.app.darkmode) return
    const theme = this.theme
    this.phone.setTheme(theme)
    this.phone.setTabBar(themed(this.payload.app.tabBar, this.payload, theme))
    this.pages.refresh()
    this.attempt(() => this.app.onThemeChange?.({ theme }))
    this.events.emit('ThemeChange', { theme })
  }
}
