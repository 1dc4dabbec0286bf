import { type Navigation, Refused } from '../phone/wx'
import type { AppConfig } from './app-config'
import type { StackedPage } from './page-view'

/** WeChat keeps ten pages. */
const MOST_PAGES = 10

/** Pages on top of each other, and tabs that stay alive, as WeChat has them. */
export class PageStack implements Navigation {
  private readonly pages: StackedPage[] = []
  private readonly tabs = new Map<string, StackedPage>()

  constructor(
    private readonly config: AppConfig,
    private readonly open: (route: string, query: Record<string, string>) => StackedPage,
  ) {}

  get top(): StackedPage | undefined {
    return this.pages.at(-1)
  }
  /** For `getCurrentPages()`. */
  instances = () => this.pages.map(({ instance }) => instance)
  onTabPage = () => this.top !== undefined && this.isTab(this.top.view.route)
  /** @param url an address or a route */
  isTab = (url: string) => this.config.tabs.includes(url.replace(/^\//, '').split('?')[0] as string)

  /** The first page, wherever it comes from: the launcher, a shared card, a message. */
  launch(url: string) {
    const { route, query } = this.parse(url)
    this.push(route, query)
  }

  navigateTo(url: string) {
    const { route, query } = this.parse(url)
    if (this.isTab(route)) throw new Refused('can not navigateTo a tabbar page')
    if (this.pages.length >= MOST_PAGES) throw new Refused(`webview count limit exceed`)
    this.top?.hide()
    this.push(route, query)
  }

  redirectTo(url: string) {
    const { route, query } = this.parse(url)
    if (this.isTab(route)) throw new Refused('can not redirectTo a tabbar page')
    this.drop()
    this.push(route, query)
  }

  reLaunch(url: string) {
    const { route, query } = this.parse(url)
    while (this.top) this.drop()
    for (const tab of this.tabs.values()) tab.unload()
    this.tabs.clear()
    this.push(route, query)
  }

  switchTab(url: string) {
    const { route } = this.parse(url)
    if (!this.isTab(route)) throw new Refused('can not switch to no-tabBar page')
    while (this.top && !this.isTab(this.top.view.route)) this.drop()
    if (this.top?.view.route === route) return this.top.show()
    this.pages.pop()?.hide()
    const kept = this.tabs.get(route)
    if (!kept) return this.push(route, {})
    this.pages.push(kept)
    kept.show()
  }

  navigateBack(delta: number) {
    if (this.pages.length < 2) throw new Refused('cannot navigate back at first page')
    for (let left = delta; left > 0 && this.pages.length > 1; left--) this.drop()
    this.top?.show()
  }

  /** The app is closed. */
  clear() {
    const open = new Set([...this.pages.splice(0).reverse(), ...this.tabs.values()])
    for (const page of open) page.unload()
    this.tabs.clear()
  }

  private push(route: string, query: Record<string, string>) {
    const page = this.open(route, query)
    this.pages.push(page)
    if (this.isTab(route)) this.tabs.set(route, page)
  }

  private drop() {
    const page = this.pages.pop()
    if (!page) return
    this.tabs.delete(page.view.route)
    page.unload()
  }

  private parse(url: string) {
    const [path = '', search = ''] = url.replace(/^\//, '').split('?')
    if (!this.config.routes.includes(path)) throw new Refused(`page "${path}" is not found`)
    const pairs = search.split('&').filter(Boolean)
    // Not decoded: WeChat hands over what stands in the address.
    const query = Object.fromEntries(pairs.map((pair) => [pair.split('=')[0], pair.split('=').slice(1).join('=')]))
    return { route: path, query }
  }
}
