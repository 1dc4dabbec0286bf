import type { TabBarConfig, TabItem } from '../types'
import { h } from './dom'
import type { Geometry } from './geometry'

/** The native tab bar: PNG icons, badge, red dot. */
export class TabBar {
  readonly element = h('nav', { class: 'tabs', 'aria-label': '标签栏', hidden: true })
  private config: TabBarConfig | undefined
  private items: TabItem[] = []
  private readonly badges = new Map<number, string>()
  private readonly overrides = new Map<number, Partial<TabItem>>()
  private style: Partial<TabBarConfig> = {}
  private selected = -1
  private hiddenByApp = false

  constructor(private readonly tapped: (index: number) => void) {}

  configure(config: TabBarConfig | undefined): void {
    this.config = config
    this.paint()
  }

  /** px a tab page leaves for it; a custom tab bar is drawn by the page itself. */
  height({ tabBar, homeIndicator }: Geometry): number {
    return !this.config || this.config.custom || this.hiddenByApp ? 0 : tabBar + homeIndicator
  }

  select(index: number): void {
    if (this.selected === index && !this.element.hidden === index >= 0) return
    this.selected = index
    this.paint()
  }

  setBadge(index: number, text: string | null): void {
    if (text === null) this.badges.delete(index)
    else this.badges.set(index, text)
    this.paint()
  }
  setItem(index: number, item: Partial<TabItem>): void {
    this.overrides.set(index, { ...this.overrides.get(index), ...item })
    this.paint()
  }
  setStyle(style: Partial<TabBarConfig>): void {
    this.style = { ...this.style, ...style }
    this.paint()
  }
  setHidden(hidden: boolean): void {
    this.hiddenByApp = hidden
    this.paint()
  }
  get count(): number {
    return this.config?.list.length ?? 0
  }

  private paint(): void {
    const config = this.config && { ...this.config, ...this.style }
    this.element.hidden = !config || Boolean(config.custom) || this.selected < 0 || this.hiddenByApp
    if (!config) return
    this.element.style.background = config.backgroundColor ?? '#ffffff'
    this.element.style.borderTopColor = config.borderStyle === 'white' ? 'rgba(255,255,255,.12)' : 'rgba(0,0,0,.12)'
    this.items = config.list.map((item, i) => ({ ...item, ...this.overrides.get(i) }))
    this.element.replaceChildren(...this.items.map((item, i) => this.tab(item, i, config)))
  }

  private tab(item: TabItem, index: number, config: TabBarConfig): HTMLElement {
    const chosen = index === this.selected
    const icon = chosen ? (item.selectedIconPath ?? item.iconPath) : item.iconPath
    const badge = this.badges.get(index)
    const label = badge ? `${item.text} ${badge === '' ? '' : badge}`.trim() : item.text
    return h(
      'button',
      {
        'aria-current': chosen ? 'page' : undefined,
        'aria-label': label,
        style: `color:${(chosen ? config.selectedColor : config.color) ?? '#7a7e83'}`,
        onclick: () => this.tapped(index),
      },
      h(
        'span',
        { class: 'icon' },
        icon ? h('img', { src: `/~app/${icon.replace(/^\//, '')}`, alt: '' }) : null,
        badge === undefined ? null : h('sup', { class: badge === '' ? 'dot' : '' }, badge),
      ),
      h('span', {}, item.text),
    )
  }
}
