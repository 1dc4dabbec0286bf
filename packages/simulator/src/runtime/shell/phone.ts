import type { TabBarConfig, Theme, WindowConfig } from '../types'
import { h } from './dom'
import { DEFAULT_SIZE, type Geometry, geometry } from './geometry'
import { NavigationBar } from './navigation-bar'
import { Sheets } from './sheets'
import { TabBar } from './tab-bar'
import { Toasts } from './toast'

export interface ShownPage {
  frame: HTMLIFrameElement
  config: WindowConfig
  /** Index in the tab bar, -1 when it is not a tab. */
  tab: number
  canGoBack: boolean
  isHome: boolean
}

export interface PhoneEvents {
  back(): void
  home(): void
  tab(index: number): void
  menu(): void
}

/** The phone around the pages: status bar, capsule, navigation bar, tab bar, and the layer for sheets and toasts. */
export class Phone {
  readonly element: HTMLElement
  readonly navigation: NavigationBar
  readonly tabs: TabBar
  readonly toasts: Toasts
  readonly sheets: Sheets
  private readonly screen: HTMLElement
  private readonly frames: HTMLElement
  private shown: ShownPage | null = null
  private readonly resized = new Set<() => void>()

  constructor(
    /** True when the phone takes the whole viewport, without the shell around it. */
    readonly bare: boolean,
    events: PhoneEvents,
  ) {
    this.frames = h('div', { class: 'pages' })
    this.navigation = new NavigationBar(events)
    this.tabs = new TabBar((index) => events.tab(index))
    const layer = h('div', { class: 'layer' })
    this.toasts = new Toasts(layer)
    this.sheets = new Sheets(layer)
    const capsule = h(
      'div',
      { class: 'capsule' },
      h('button', { 'aria-label': '更多', onclick: () => events.menu() }, dots()),
      h('button', { 'aria-label': '关闭', onclick: () => events.home() }, h('i', { class: 'ring' })),
    )
    const clock = h('time', {}, '9:41')
    const status = h(
      'div',
      { class: 'status', 'aria-hidden': 'true' },
      clock,
      h('span', { class: 'signals' }, h('i', { class: 'net' }), h('i', { class: 'bat' })),
    )
    this.screen = h(
      'div',
      { class: 'screen' },
      this.frames,
      this.navigation.element,
      this.tabs.element,
      capsule,
      status,
      h('div', { class: 'home-bar', 'aria-hidden': 'true' }),
      layer,
    )
    this.element = h('div', { class: `phone${bare ? ' bare' : ''}` }, this.screen)
    window.addEventListener('resize', () => {
      this.measure()
      this.layout()
      for (const listener of this.resized) listener()
    })
    this.measure()
  }

  get geometry(): Geometry {
    const size = this.bare ? { width: innerWidth, height: innerHeight } : DEFAULT_SIZE
    return geometry(size.width, size.height)
  }

  onResize(listener: () => void): void {
    this.resized.add(listener)
  }

  addFrame(): HTMLIFrameElement {
    const frame = h('iframe', { title: '小程序页面' })
    this.frames.append(frame)
    return frame
  }

  /** Space a page has, and how much of the safe area reaches into it. */
  area(config: WindowConfig, tab: number): { top: number; height: number; inset: { top: number; bottom: number } } {
    const { height, statusBar, navigationBar, homeIndicator } = this.geometry
    const custom = config.navigationStyle === 'custom'
    const top = custom ? 0 : statusBar + navigationBar
    const bottom = tab >= 0 ? this.tabs.height(this.geometry) : 0
    return {
      top,
      height: height - top - bottom,
      inset: { top: custom ? statusBar : 0, bottom: bottom > 0 ? 0 : homeIndicator },
    }
  }

  show(page: ShownPage): void {
    const before = this.shown
    this.shown = page
    if (before && before.frame !== page.frame) hide(before.frame, true)
    hide(page.frame, false)
    this.paint()
  }

  /** Draws the bars for the page on top again, after its settings changed. */
  paint(): void {
    if (!this.shown) return
    const { config, tab, canGoBack, isHome } = this.shown
    const custom = config.navigationStyle === 'custom'
    this.navigation.show(config, { canGoBack, home: !canGoBack && !isHome && tab < 0 })
    this.tabs.select(tab)
    const dark = custom
      ? config.navigationBarTextStyle !== 'black'
      : (config.navigationBarTextStyle ?? 'white') === 'white'
    this.screen.classList.toggle('light-ink', dark)
    this.layout()
  }

  setTheme(theme: Theme): void {
    this.screen.classList.toggle('dark', theme === 'dark')
  }
  setTabBar(config: TabBarConfig | undefined): void {
    this.tabs.configure(config)
  }
  setOffline(offline: boolean): void {
    this.screen.classList.toggle('offline', offline)
  }

  private measure(): void {
    const { width, height, statusBar, homeIndicator, tabBar } = this.geometry
    const style = this.element.style
    style.setProperty('--width', `${width}px`)
    style.setProperty('--height', `${height}px`)
    style.setProperty('--status', `${statusBar}px`)
    style.setProperty('--home', `${homeIndicator}px`)
    style.setProperty('--tab', `${tabBar}px`)
  }

  private layout(): void {
    if (!this.shown) return
    const { frame, config, tab } = this.shown
    const { top, height } = this.area(config, tab)
    frame.style.top = `${top}px`
    frame.style.height = `${height}px`
  }
}

/** Hidden frames keep their layout, so that a page one returns to stands where it was scrolled to. */
function hide(frame: HTMLIFrameElement, hidden: boolean): void {
  frame.toggleAttribute('hidden', hidden)
  frame.toggleAttribute('inert', hidden)
}

function dots(): HTMLElement {
  return h('span', { class: 'dots' }, h('i'), h('i'), h('i'))
}
