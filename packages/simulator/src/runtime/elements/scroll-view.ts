import type { Kind } from './base'

/** `<scroll-view>`: its own scrolling box, with upper and lower events, scroll-into-view and refresher. */
export const scrollView: Kind = (Base) =>
  class extends Base {
    private readonly box: HTMLElement
    private readonly refresher: HTMLElement
    private low = false
    private high = true
    private last = { top: 0, left: 0 }
    private pullFrom: number | null = null

    constructor() {
      super()
      const root =
        this.shadow(`<style>:host{display:block}.box{width:100%;height:100%;max-height:inherit;overflow:hidden;overscroll-behavior:contain;scrollbar-width:none}.r{display:none;height:45px;align-items:center;justify-content:center;gap:8px}.r.on{display:flex}.r i{width:7px;height:7px;border-radius:50%;background:#999}</style>
          <div class=box><div class=r aria-hidden=true><i></i><i></i><i></i></div><slot></slot></div>`)
      this.box = root.querySelector('.box')!
      this.refresher = root.querySelector('.r')!
      this.box.addEventListener('scroll', () => this.scrolled())
      this.addEventListener('touchstart', (event) => this.pullBegins(event), { passive: true })
      this.addEventListener('touchend', (event) => this.pullEnds(event), { passive: true })
    }

    override attr(name: string) {
      const { box } = this
      if (name === 'scroll-x') box.style.overflowX = this.on(name) ? 'auto' : 'hidden'
      if (name === 'scroll-y') box.style.overflowY = this.on(name) ? 'auto' : 'hidden'
      if (name === 'scroll-top' || name === 'scroll-left') this.scrollBox(name)
      if (name === 'scroll-into-view') this.showChild(String(this.get<unknown>(name, '')))
      if (name === 'refresher-triggered') this.refresher.classList.toggle('on', this.on(name))
      if (name === 'enable-flex' && this.on(name)) {
        Object.assign(box.style, { display: 'flex', flexDirection: 'inherit', alignItems: 'inherit', gap: 'inherit' })
      }
    }

    private scrollBox(name: string) {
      const value = this.number(name, Number.NaN)
      if (Number.isNaN(value)) return
      const behavior = this.on('scroll-with-animation') ? 'smooth' : 'instant'
      requestAnimationFrame(() => this.box.scrollTo({ [name === 'scroll-top' ? 'top' : 'left']: value, behavior }))
    }

    private showChild(id: string) {
      if (!id) return
      requestAnimationFrame(() => {
        const child = this.querySelector(`#${this.view.win.CSS.escape(id)}`)
        if (!child) return
        const [outer, inner] = [this.box.getBoundingClientRect(), child.getBoundingClientRect()]
        const behavior = this.on('scroll-with-animation') ? 'smooth' : 'instant'
        this.box.scrollBy({ left: inner.left - outer.left, top: inner.top - outer.top, behavior })
      })
    }

    private scrolled() {
      const { scrollTop, scrollLeft, scrollHeight, scrollWidth, clientHeight, clientWidth } = this.box
      const delta = { deltaX: this.last.left - scrollLeft, deltaY: this.last.top - scrollTop }
      this.last = { top: scrollTop, left: scrollLeft }
      this.emit('scroll', { scrollTop, scrollLeft, scrollHeight, scrollWidth, ...delta })
      const vertical = this.on('scroll-y')
      const [at, size, room] = vertical
        ? [scrollTop, scrollHeight, clientHeight]
        : [scrollLeft, scrollWidth, clientWidth]
      const low = at + room >= size - this.number('lower-threshold', 50)
      const high = at <= this.number('upper-threshold', 50)
      if (low && !this.low) this.emit('scrolltolower', { direction: vertical ? 'bottom' : 'right' })
      if (high && !this.high) this.emit('scrolltoupper', { direction: vertical ? 'top' : 'left' })
      this.low = low
      this.high = high
    }

    private pullBegins(event: TouchEvent) {
      const ready = this.on('refresher-enabled') && !this.on('refresher-triggered') && this.box.scrollTop <= 0
      this.pullFrom = ready ? (event.touches[0]?.clientY ?? null) : null
    }

    private pullEnds(event: TouchEvent) {
      const y = event.changedTouches[0]?.clientY
      if (this.pullFrom === null || y === undefined) return
      if (y - this.pullFrom >= this.number('refresher-threshold', 45))
        this.emit('refresherrefresh', { dy: y - this.pullFrom })
      this.pullFrom = null
    }
  }
