import type { Kind } from './base'

/** `<movable-view>`: dragged within its `<movable-area>`; no inertia, no scaling. */
export const movableView: Kind = (Base) =>
  class extends Base {
    private at = { x: 0, y: 0 }
    private from: { x: number; y: number } | null = null

    constructor() {
      super()
      this.addEventListener('pointerdown', (event) => {
        if (this.on('disabled') || this.get('direction', 'none') === 'none') return
        event.preventDefault()
        this.setPointerCapture(event.pointerId)
        this.from = { x: event.clientX - this.at.x, y: event.clientY - this.at.y }
      })
      this.addEventListener('pointermove', (event) => {
        if (this.from) this.move(event.clientX - this.from.x, event.clientY - this.from.y, 'touch')
      })
      for (const type of ['pointerup', 'pointercancel']) {
        this.addEventListener(type, () => {
          this.from = null
        })
      }
    }
    override attr(name: string) {
      if (name === 'x' || name === 'y') this.move(this.number('x', 0), this.number('y', 0), '')
    }
    private move(x: number, y: number, source: string) {
      const area = this.group('movable-area')
      const direction = this.get('direction', 'none')
      const within = (value: number, room: number) => Math.max(Math.min(0, room), Math.min(Math.max(0, room), value))
      const free = source === ''
      if (free || direction !== 'vertical') this.at.x = area ? within(x, area.clientWidth - this.offsetWidth) : x
      if (free || direction !== 'horizontal') this.at.y = area ? within(y, area.clientHeight - this.offsetHeight) : y
      this.style.transform = `translate(${this.at.x}px,${this.at.y}px)`
      if (source) this.emit('change', { ...this.at, source })
    }
  }
