import type { Kind, WxElement } from './base'

interface Swiper extends WxElement {
  itemsChanged(): void
}

const SHADOW_HTML = `<style>:host{display:block;position:relative;overflow:hidden;touch-action:pan-y}:host([vertical]:not([vertical=false])){touch-action:pan-x}
.track{position:absolute;inset:0}.dots{position:absolute;bottom:10px;left:0;right:0;display:flex;justify-content:center;gap:8px;pointer-events:none}.dots i{width:8px;height:8px;border-radius:50%}</style>
<div class=track><slot></slot></div><div class=dots aria-hidden=true></div>`

/** `<swiper>`: drag by finger or mouse, autoplay, circular, vertical, margins, several items at once, dots. */
export const swiper: Kind = (Base, win) =>
  class extends Base implements Swiper {
    private readonly track: HTMLElement
    private readonly dots: HTMLElement
    private index = 0
    private position = 0
    private timer = 0
    private drag: { x: number; y: number; at: number; time: number; active: boolean; id: number } | null = null

    constructor() {
      super()
      const root = this.shadow(SHADOW_HTML)
      this.track = root.querySelector('.track')!
      this.dots = root.querySelector('.dots')!
      root.querySelector('slot')!.addEventListener('slotchange', () => this.itemsChanged())
      this.addEventListener('pointerdown', (event) => this.dragBegins(event))
      this.addEventListener('pointermove', (event) => this.dragMoves(event))
      this.addEventListener('pointerup', (event) => this.dragEnds(event))
      this.addEventListener('pointercancel', (event) => this.dragEnds(event))
    }

    private get items(): WxElement[] {
      return Array.from(this.querySelectorAll<WxElement>('wx-swiper-item')).filter(
        (item) => item.closest('wx-swiper') === this,
      )
    }
    private get vertical() {
      return this.on('vertical')
    }
    private get circular() {
      return this.on('circular') && this.items.length > 1
    }
    private get perView() {
      return Math.max(1, this.number('display-multiple-items', 1))
    }

    itemsChanged() {
      const last = Math.max(0, this.items.length - 1)
      const wanted = Math.min(this.number('current', this.index), last)
      if (this.index > last || this.position === 0) this.index = Math.max(0, wanted)
      this.position = this.index
      this.place(false)
    }

    override attr(name: string) {
      if (name === 'current') this.follow()
      if (name === 'previous-margin' || name === 'next-margin') this.margins()
      if (name === 'autoplay' || name === 'interval') this.play()
      if (
        [
          'indicator-dots',
          'indicator-color',
          'indicator-active-color',
          'vertical',
          'circular',
          'display-multiple-items',
        ].includes(name)
      ) {
        this.place(false)
      }
    }

    connectedCallback() {
      this.play()
    }
    disconnectedCallback() {
      win.clearInterval(this.timer)
    }

    private follow() {
      const to = this.number('current', 0)
      if (to === this.index || this.items.length === 0) return
      this.go(Math.min(to, this.items.length - 1), '', this.isConnected)
    }

    private play() {
      win.clearInterval(this.timer)
      if (!this.on('autoplay') || !this.isConnected) return
      this.timer = win.setInterval(
        () => {
          const count = this.items.length
          if (count < 2 || this.drag || this.view.win.document.hidden) return
          const end = this.index + 1 >= count
          if (!end) this.go(this.index + 1, 'autoplay', true)
          else if (this.circular) this.go(count, 'autoplay', true)
          else this.go(0, 'autoplay', true)
        },
        this.number('interval', 5000),
      )
    }

    private margins() {
      const px = (name: string) => {
        const value = this.number(name, 0)
        return String(this.get(name, '')).endsWith('rpx') ? `${(value * 100) / 750}vw` : `${value}px`
      }
      const [before, after] = this.vertical ? (['top', 'bottom'] as const) : (['left', 'right'] as const)
      this.track.style[before] = px('previous-margin')
      this.track.style[after] = px('next-margin')
    }

    /** `to` may lie one beyond either end when circular. */
    private go(to: number, source: '' | 'autoplay' | 'touch', animate: boolean) {
      const count = this.items.length
      const index = ((to % count) + count) % count
      const changed = index !== this.index
      this.index = index
      this.position = to
      this.place(animate)
      this.position = index
      if (!changed) return
      const detail = { current: index, currentItemId: this.items[index]?.get('item-id', '') ?? '', source }
      this.emit('change', detail)
      win.setTimeout(() => this.emit('animationfinish', detail), animate ? this.number('duration', 500) : 0)
    }

    /** Puts each item where it belongs relative to `position`; a circular one takes the nearer way round. */
    private place(animate: boolean) {
      const items = this.items
      const count = items.length
      const share = 100 / this.perView
      const calm = win.matchMedia('(prefers-reduced-motion: reduce)').matches
      items.forEach((item, i) => {
        let offset = i - this.position
        if (this.circular) offset = ((((offset + count / 2) % count) + count) % count) - count / 2
        const before = Number(item.dataset.xpOffset ?? offset)
        const jumps = Math.abs(offset - before) > count / 2
        item.dataset.xpOffset = String(offset)
        item.style[this.vertical ? 'height' : 'width'] = `${share}%`
        item.style.transition =
          animate && !jumps && !calm ? `transform ${this.number('duration', 500)}ms ease-out` : 'none'
        item.style.transform = this.vertical ? `translateY(${offset * 100}%)` : `translateX(${offset * 100}%)`
        const shown = offset > -1 && offset < this.perView
        if (shown) item.removeAttribute('aria-hidden')
        else item.setAttribute('aria-hidden', 'true')
      })
      this.paintDots(count)
    }

    private paintDots(count: number) {
      const on = this.get('indicator-active-color', '#000000')
      const off = this.get('indicator-color', 'rgba(0, 0, 0, .3)')
      this.dots.replaceChildren()
      if (!this.on('indicator-dots')) return
      for (let i = 0; i < count; i++) {
        const dot = this.view.doc.createElement('i')
        dot.style.background = i === this.index ? on : off
        this.dots.append(dot)
      }
    }

    private dragBegins(event: PointerEvent) {
      if (event.button > 0 || this.on('disable-touch') || this.items.length < 2) return
      this.drag = {
        x: event.clientX,
        y: event.clientY,
        at: this.index,
        time: event.timeStamp,
        active: false,
        id: event.pointerId,
      }
    }

    private dragMoves(event: PointerEvent) {
      const { drag } = this
      if (!drag || drag.id !== event.pointerId) return
      const [along, across] = this.vertical
        ? [event.clientY - drag.y, event.clientX - drag.x]
        : [event.clientX - drag.x, event.clientY - drag.y]
      if (!drag.active) {
        if (Math.abs(along) < 8) return
        if (Math.abs(across) > Math.abs(along)) {
          this.drag = null
          return
        }
        drag.active = true
        this.setPointerCapture(event.pointerId)
      }
      event.preventDefault()
      const size = (this.vertical ? this.track.clientHeight : this.track.clientWidth) / this.perView || 1
      const wanted = drag.at - along / size
      const last = this.items.length - this.perView
      this.position = this.circular ? wanted : Math.max(-0.3, Math.min(last + 0.3, wanted))
      this.place(false)
      this.emit('transition', { dx: this.vertical ? 0 : -along, dy: this.vertical ? -along : 0 })
    }

    private dragEnds(event: PointerEvent) {
      const { drag } = this
      this.drag = null
      if (!drag?.active) return
      const moved = this.position - drag.at
      const fast = event.timeStamp - drag.time < 300 && Math.abs(moved) > 0.05
      const step = fast ? Math.sign(moved) : Math.round(moved)
      const last = this.items.length - this.perView
      const to = this.circular ? drag.at + step : Math.max(0, Math.min(last, drag.at + step))
      this.go(to, 'touch', true)
    }
  }

export const swiperItem: Kind = (Base) =>
  class extends Base {
    connectedCallback() {
      queueMicrotask(() => this.group<Swiper>('swiper')?.itemsChanged?.())
    }
  }
