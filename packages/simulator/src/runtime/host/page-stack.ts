import { PAGE_HIDDEN } from '../elements/video'
import type { Query, WindowConfig } from '../types'
import type { WebView } from '../view/webview'
import { channelPair, type EventChannel } from './channel'
import type { AppCode } from './code-space'
import type { Host } from './host'
import type { OpenPage } from './page'
import { createPage, dress } from './page-factory'
import { themed } from './theming'

export type NavigationKind = 'navigateTo' | 'redirectTo' | 'switchTab' | 'reLaunch'

/** More pages than this cannot lie on one another. */
const STACK_LIMIT = 10

/** The pages lying on one another, and the tabs kept beside them. Messages of thrown errors are what follows `:fail ` in WeChat. */
export class PageStack {
  private stack: OpenPage[] = []
  private readonly tabs = new Map<string, OpenPage>()

  constructor(
    private readonly host: Host,
    private readonly code: AppCode,
  ) {}

  get top(): OpenPage {
    const page = this.stack.at(-1)
    if (!page) throw new Error('no page is open')
    return page
  }
  get isEmpty(): boolean {
    return this.stack.length === 0
  }
  get open(): readonly OpenPage[] {
    return this.stack
  }
  get kept(): OpenPage[] {
    return [...new Set([...this.stack, ...this.tabs.values()])]
  }

  tabIndex(route: string): number {
    return this.host.payload.app.tabBar?.list.findIndex((tab) => tab.pagePath === route) ?? -1
  }

  /** A page changed its own settings: they show now if it is on top, else when it is. */
  settingsChanged(view: WebView): void {
    const top = this.stack.at(-1)
    if (top?.view === view) this.reveal(top)
  }

  navigate(
    kind: NavigationKind,
    url: string,
    events?: Record<string, (...args: unknown[]) => void>,
  ): { eventChannel?: EventChannel } {
    const { route, query } = this.parse(url)
    const isTab = this.tabIndex(route) >= 0
    if (kind === 'switchTab') {
      if (!isTab) throw new Error('can not switch to no-tabBar page')
      this.switchTab(route)
      return {}
    }
    if (isTab && kind !== 'reLaunch') throw new Error(`can not ${kind} a tabbar page`)
    if (kind === 'navigateTo' && this.stack.length >= STACK_LIMIT) {
      throw new Error(`webview count limit exceed`)
    }
    const page = this.create(route, query, events)
    if (kind === 'navigateTo') this.hide(this.stack.at(-1))
    else if (kind === 'redirectTo') this.close(this.stack.pop())
    else this.closeAll()
    this.stack.push(page)
    if (isTab) this.tabs.set(route, page)
    this.begin(page)
    return kind === 'navigateTo' ? { eventChannel: page.channel } : {}
  }

  back(delta: number): void {
    const count = Math.min(Math.max(1, delta), this.stack.length - 1)
    if (count < 1) throw new Error('cannot navigate back at first page.')
    for (const page of this.stack.splice(-count).reverse()) this.close(page)
    this.show(this.top)
  }

  /** A tap on the tab bar, as opposed to a call of switchTab. */
  tapTab(index: number): void {
    const item = this.host.payload.app.tabBar?.list[index]
    if (!item) return
    this.switchTab(item.pagePath)
    this.call(this.top, 'onTabItemTap', { index, pagePath: item.pagePath, text: item.text })
  }

  /** Changes the bar's settings of a page, and shows it when the page is on top. */
  decorate(page: OpenPage, settings: WindowConfig): void {
    Object.assign(page.config, settings)
    this.settingsChanged(page.view)
  }

  /** After a change of theme or size. */
  refresh(): void {
    for (const page of this.kept) dress(this.host, page.view, page.config, this.tabIndex(page.route))
    if (!this.isEmpty) this.reveal(this.top)
  }

  /** Shows what `onShareAppMessage` of the page on top answers. */
  async share(from: 'button' | 'menu', dataset: DOMStringMap = {}): Promise<void> {
    const { caller, route, config } = this.top
    const target = from === 'button' ? { dataset: { ...dataset } } : undefined
    const given = (caller.onShareAppMessage?.({ from, target }) ?? {}) as Record<string, unknown>
    const late = given.promise ? ((await given.promise) as Record<string, string>) : {}
    const card = { ...given, ...late } as { title?: string; path?: string; imageUrl?: string }
    await this.host.phone.sheets.share({
      title:
        card.title ?? themed(config, this.host.payload, this.host.theme).navigationBarTitleText ?? this.host.boot.title,
      path: card.path ?? `/${route}`,
      imageUrl: card.imageUrl ?? '',
    })
  }

  private create(route: string, query: Query, events?: Record<string, (...args: unknown[]) => void>): OpenPage {
    return createPage(this.host, this.code, route, query, channelPair(events))
  }

  private switchTab(route: string): void {
    const before = this.stack.at(-1)
    if (before?.route === route) return
    const leaving = this.stack
    this.hide(before)
    const known = this.tabs.get(route)
    const page = known ?? this.create(route, {})
    this.tabs.set(route, page)
    this.stack = [page]
    for (const old of leaving) if (!this.tabs.has(old.route)) this.close(old)
    if (known) this.show(page)
    else this.begin(page)
  }

  private begin(page: OpenPage): void {
    this.call(page, 'onLoad', page.query)
    this.show(page)
    queueMicrotask(() => this.call(page, 'onReady'))
  }

  private show(page: OpenPage): void {
    this.reveal(page)
    this.call(page, 'onShow')
    page.root.getComponent().triggerPageLifetime('show', [])
  }

  private reveal(page: OpenPage): void {
    this.host.phone.show({
      frame: page.frame,
      config: themed(page.config, this.host.payload, this.host.theme),
      tab: this.tabIndex(page.route),
      canGoBack: this.stack.length > 1,
      isHome: page.route === this.host.payload.pages[0],
    })
  }

  private hide(page: OpenPage | undefined): void {
    if (!page) return
    this.call(page, 'onHide')
    page.view.win.dispatchEvent(new CustomEvent(PAGE_HIDDEN))
    page.root.getComponent().triggerPageLifetime('hide', [])
  }

  private close(page: OpenPage | undefined): void {
    if (!page) return
    this.call(page, 'onUnload')
    page.root.release()
    page.customTabBar?.release()
    page.frame.remove()
    this.tabs.delete(page.route)
  }

  private closeAll(): void {
    const pages = this.kept
    this.stack = []
    for (const page of pages) this.close(page)
  }

  /** A page's own mistake must not stop the navigation: it is shown in the panel, as DevTools shows it in the console. */
  private call(page: OpenPage, name: string, ...args: unknown[]): void {
    try {
      ;(page.caller[name] as ((...all: unknown[]) => void) | undefined)?.apply(page.caller, args)
    } catch (error) {
      this.host.records.error(error, `${page.route} ${name}`)
      this.host.events.emit('Error', String((error as Error).stack ?? error))
    }
  }

  private parse(url: string): { route: string; query: Query } {
    const [path = '', search = ''] = String(url ?? '').split(/\?(.*)/s)
    const from = this.stack.at(-1)?.route ?? ''
    const relative = new URL(path, `http://package/${from}`).pathname.slice(1)
    const { pages } = this.host.payload
    const bare = path.replace(/^\//, '')
    const route = [relative, bare].map((one) => one.replace(/\.html$/, '')).find((one) => pages.includes(one))
    if (!route) throw new Error(`page "${path}" is not found`)
    return { route, query: parseQuery(search) }
  }
}

/** WeChat does not decode: a page decodes its own query. */
function parseQuery(search: string): Query {
  const pairs = search.split('&').filter(Boolean)
  return Object.fromEntries(
    pairs.map((pair) => {
      const at = pair.indexOf('=')
      return at < 0 ? [pair, ''] : [pair.slice(0, at), pair.slice(at + 1)]
    }),
  )
}
