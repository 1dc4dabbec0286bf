import type { PageCaller, Query } from '../types'
import { PullDown } from '../view/pull-down'
import { WebView } from '../view/webview'
import type { EventChannel } from './channel'
import type { AppCode } from './code-space'
import type { Host } from './host'
import type { OpenPage } from './page'
import { themed } from './theming'

let opened = 0

/** Makes the WebView and component tree of one page, and calls onLoad. It is not shown yet. */
export function createPage(
  host: Host,
  code: AppCode,
  route: string,
  query: Query,
  ends: { opener: EventChannel; opened: EventChannel },
): OpenPage {
  code.register(route)
  const config = { ...host.payload.app.window, ...host.payload.configs[route] }
  const frame = host.phone.addFrame()
  const view = new WebView(frame, route, config, host)
  dress(host, view, config, host.pages.tabIndex(route))
  const { top, height } = host.phone.area(config, host.pages.tabIndex(route))
  frame.style.top = `${top}px`
  frame.style.height = `${height}px`
  view.doc.documentElement.classList.toggle('no-scroll', Boolean(config.disableScroll))

  const backend = code.env.associateBackend(view as never)
  const root = backend.createRoot('page', code.space, route)
  const caller = root.get() as unknown as PageCaller
  const id = `page-${++opened}`
  Object.assign(caller, {
    route,
    __route__: route,
    options: query,
    getOpenerEventChannel: () => ends.opened,
    getPageId: () => id,
  })
  const pullDown = new PullDown(
    view,
    () => caller.onPullDownRefresh?.(),
    () => Boolean(config.enablePullDownRefresh),
  )
  const page: OpenPage = {
    route,
    query,
    config,
    frame,
    view,
    caller,
    root,
    customTabBar: null,
    channel: ends.opener,
    pullDown,
  }
  if (usesCustomTabBar(host, route)) {
    code.register('custom-tab-bar/index')
    const tabBar = backend.createRoot('page', code.space, 'custom-tab-bar/index')
    attach(view, tabBar, 'append')
    page.customTabBar = tabBar
    caller.getTabBar = () => tabBar.get()
  }
  attach(view, root, 'prepend')
  watchScroll(page)
  return page
}

/** Theme, safe area and page background: again after any of them changed. */
export function dress(host: Host, view: WebView, config: OpenPage['config'], tab: number): void {
  const { theme } = host
  const shown = themed(config, host.payload, theme)
  const { inset } = host.phone.area(config, tab)
  view.dress(theme, inset, shown.backgroundColorContent ?? '')
}

function usesCustomTabBar({ payload, pages }: Host, route: string): boolean {
  return Boolean(payload.app.tabBar?.custom && pages.tabIndex(route) >= 0 && payload.configs['custom-tab-bar/index'])
}

function attach(view: WebView, root: { attach(parent: never, place: never): void }, where: 'append' | 'prepend'): void {
  const place = view.doc.createElement('div')
  view.doc.body[where](place)
  root.attach(view.doc.body as never, place as never)
}

/** onPageScroll and onReachBottom. */
function watchScroll({ view, caller, config }: OpenPage): void {
  let low = false
  view.doc.addEventListener('scroll', () => {
    const { win, doc } = view
    caller.onPageScroll?.({ scrollTop: win.scrollY })
    const distance = config.onReachBottomDistance ?? 50
    const near = win.scrollY + win.innerHeight >= doc.documentElement.scrollHeight - distance
    if (near && !low) caller.onReachBottom?.()
    low = near
  })
}
