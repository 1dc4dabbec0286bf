import type { WebView } from './webview'

const TRIGGER_PX = 60
const REST_PX = 56

/** Pull-down refresh of a page: dots appear above the content while the page says nothing, and go when it says stop. */
export class PullDown {
  private readonly dots: HTMLElement
  private refreshing = false
  private startY: number | null = null

  constructor(
    private readonly view: WebView,
    private readonly onRefresh: () => void,
    private readonly enabled: () => boolean,
  ) {
    this.dots = view.doc.createElement('div')
    this.dots.className = 'xp-pull-down'
    this.dots.setAttribute('aria-hidden', 'true')
    this.dots.innerHTML = '<i></i><i></i><i></i>'
    view.doc.documentElement.append(this.dots)
    const on = (type: string, listener: (event: never) => void) =>
      view.doc.addEventListener(type, listener as EventListener, { passive: true })
    on('touchstart', (event: TouchEvent) => this.begin(event.touches[0]?.clientY))
    on('touchmove', (event: TouchEvent) => this.pull(event.touches[0]?.clientY))
    on('touchend', () => this.release())
    on('pointerdown', (event: PointerEvent) => event.pointerType === 'mouse' && this.begin(event.clientY))
    on(
      'pointermove',
      (event: PointerEvent) => event.pointerType === 'mouse' && event.buttons && this.pull(event.clientY),
    )
    on('pointerup', (event: PointerEvent) => event.pointerType === 'mouse' && this.release())
  }

  start(): void {
    if (this.refreshing) return
    this.refreshing = true
    this.shift(REST_PX, true)
    this.onRefresh()
  }

  stop(): void {
    this.refreshing = false
    this.shift(0, true)
  }

  private begin(y: number | undefined): void {
    this.startY = this.enabled() && !this.refreshing && this.view.win.scrollY <= 0 ? (y ?? null) : null
  }

  private pull(y: number | undefined): void {
    if (this.startY === null || y === undefined) return
    if (this.view.win.scrollY > 0) this.startY = null
    else this.shift(Math.max(0, Math.min(96, (y - this.startY) * 0.6)), false)
  }

  private release(): void {
    if (this.startY === null) return
    this.startY = null
    if (this.distance() >= TRIGGER_PX * 0.6) this.start()
    else this.shift(0, true)
  }

  private distance(): number {
    return Number.parseFloat(this.view.doc.body.style.marginTop) || 0
  }

  private shift(px: number, animate: boolean): void {
    const { body } = this.view.doc
    body.style.transition = animate ? 'margin-top .2s ease-out' : ''
    body.style.marginTop = px ? `${px}px` : ''
    this.dots.classList.toggle('on', px > 0)
  }
}
