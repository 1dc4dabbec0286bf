import type { WindowConfig } from '../types'
import { h } from './dom'

/** The native navigation bar: title, colours, back or home, the spinner. */
export class NavigationBar {
  readonly element: HTMLElement
  private readonly title = h('h1')
  private readonly back: HTMLButtonElement
  private readonly homeButton: HTMLButtonElement
  private readonly spinner = h('i', { class: 'spinner', hidden: true })

  constructor(events: { back(): void; home(): void }) {
    this.back = h('button', { class: 'back', 'aria-label': '返回', onclick: () => events.back() })
    this.homeButton = h('button', { class: 'home', 'aria-label': '首页', onclick: () => events.home() })
    this.element = h(
      'header',
      { class: 'navigation' },
      this.back,
      this.homeButton,
      h('div', { class: 'title' }, this.spinner, this.title),
    )
  }

  show(config: WindowConfig, { canGoBack, home }: { canGoBack: boolean; home: boolean }): void {
    const custom = config.navigationStyle === 'custom'
    this.element.hidden = custom
    this.element.style.background = config.navigationBarBackgroundColor ?? '#000000'
    this.element.style.color = (config.navigationBarTextStyle ?? 'white') === 'white' ? '#ffffff' : '#000000'
    this.title.textContent = config.navigationBarTitleText ?? ''
    this.back.hidden = !canGoBack
    this.homeButton.hidden = !home
  }

  setLoading(loading: boolean): void {
    this.spinner.hidden = !loading
  }
  hideHome(): void {
    this.homeButton.hidden = true
  }
}
