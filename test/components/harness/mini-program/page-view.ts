import { type BoundFunctions, getQueriesForElement, type queries, waitFor } from '@testing-library/dom'
import { mirror } from './mirror'
import { type PageInstance, type Rendered, renderPage } from './simulator'

/** A page on the screen: everything `@testing-library/dom` finds (`page.getByText('…')`), and what one does to a whole page. */
export interface PageView extends BoundFunctions<typeof queries> {
  /** As in app.json: `goods/product/index`. */
  readonly route: string
  /** Its parameters as WeChat hands them over, still encoded. */
  readonly query: Record<string, string>
  readonly host: HTMLElement
  /** All that can be read on it. */
  text(): string
  /** How often, and with how many bytes of JSON, the app told the page what to draw. */
  readonly drawn: { times: number; bytes: number }
  /** The shopper reaches the bottom, pulls the page down, shares it. */
  scrollToEnd(): void
  pullDown(): void
  share(): { title?: string; path?: string; imageUrl?: string }
  shareToMoments(): { title?: string; query?: string; imageUrl?: string }
}

/** What the page stack does with a page, and a test does not. */
export interface StackedPage {
  view: PageView
  instance: PageInstance
  show(): void
  hide(): void
  unload(): void
}

export interface OpenedPage {
  route: string
  id: string
  query: Record<string, string>
  bring: <T>(value: T) => T
}

/** Opens a loaded page as WeChat does: load, draw, show, ready. */
export function openPage({ route, id, query, bring }: OpenedPage): StackedPage {
  const rendered = renderPage(id)
  const { instance } = rendered
  const drawn = { times: 0, bytes: 0 }
  const host = document.createElement('main')
  document.body.append(host)
  watchSetData(rendered, drawn, () => mirror(host))
  Object.assign(instance, { route, __route__: route, options: bring(query) })
  const hook = (name: string, ...given: unknown[]): unknown => {
    const run = instance[name]
    return typeof run === 'function' ? run.apply(instance, given) : undefined
  }
  const view: PageView = {
    ...getQueriesForElement(host),
    route,
    query,
    host,
    drawn,
    text: () => host.textContent ?? '',
    scrollToEnd: () => void hook('onReachBottom'),
    pullDown: () => void hook('onPullDownRefresh'),
    shareToMoments: () => (hook('onShareTimeline') ?? {}) as ReturnType<PageView['shareToMoments']>,
    share: () => (hook('onShareAppMessage', bring({ from: 'menu' })) ?? {}) as ReturnType<PageView['share']>,
  }
  hook('onLoad', bring(query))
  rendered.attach(host)
  mirror(host)
  hook('onShow')
  hook('onReady')
  return {
    view,
    instance,
    show() {
      host.hidden = false
      hook('onShow')
    },
    hide() {
      hook('onHide')
      host.hidden = true
    },
    unload() {
      hook('onUnload')
      rendered.detach()
      host.remove()
    },
  }
}

/** Data crosses to the page as JSON, as it crosses WeChat's bridge; the DOM follows at once. */
function watchSetData({ instance }: Rendered, drawn: PageView['drawn'], after: () => void) {
  const setData = instance.setData.bind(instance)
  instance.setData = (change, done) => {
    const json = JSON.stringify(change)
    drawn.times++
    drawn.bytes += Buffer.byteLength(json)
    setData(JSON.parse(json), done)
    after()
  }
}

/** Taro draws a page some moments after it was opened. */
export async function firstDrawn(view: PageView): Promise<PageView> {
  await waitFor(() => {
    if (view.drawn.times === 0) throw new Error(`${view.route} has drawn nothing`)
  })
  return view
}
