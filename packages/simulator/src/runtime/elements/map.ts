import type { Kind } from './base'
import { arePoints, type MapView, type Padding, type Point, pixelsOf, scaleBar, viewWith } from './map-view'

interface Callout {
  content?: string
  color?: string
  bgColor?: string
  fontSize?: number
  borderRadius?: number
  padding?: number
  display?: 'BYCLICK' | 'ALWAYS'
}

interface Marker extends Point {
  id?: number
  title?: string
  iconPath?: string
  width?: number | string
  height?: number | string
  zIndex?: number
  anchor?: { x: number; y: number }
  label?: { content?: string; color?: string; fontSize?: number; anchorX?: number; anchorY?: number }
  callout?: Callout
  ariaLabel?: string
}

const LOOK = `:host{display:block;position:relative;overflow:hidden;background:#e9efe6;color:#333}
.grid{position:absolute;inset:0;opacity:.7;background:linear-gradient(#fff 2px,transparent 2px) 0 0/100% 48px,linear-gradient(90deg,#fff 2px,transparent 2px) 0 0/64px 100%}
button{position:absolute;border:0;padding:0;background:none;color:inherit;font:11px/1.3 sans-serif}
button img,button i{display:block}
button i{width:14px;height:14px;margin:auto;border-radius:50% 50% 50% 0;background:#d9503f;transform:rotate(-45deg)}
.label,.name{position:absolute;white-space:nowrap;pointer-events:none}
.name{left:50%;top:100%;transform:translateX(-50%);text-shadow:0 0 3px #fff,0 0 3px #fff}
.callout{transform:translate(-50%,-100%);max-width:80%;overflow:hidden;text-overflow:ellipsis;white-space:nowrap;box-shadow:0 1px 4px rgba(0,0,0,.25);z-index:9999}
.me{position:absolute;width:12px;height:12px;margin:-8px 0 0 -8px;border:2px solid #fff;border-radius:50%;background:#3478f6;box-shadow:0 0 0 8px rgba(52,120,246,.2)}
.scale{position:absolute;left:8px;bottom:5px;border-bottom:2px solid;font:10px/1.4 sans-serif;text-align:center}
small{position:absolute;right:6px;bottom:4px;font:10px sans-serif;color:#6b7768}
:host-context(.theme-dark){background:#23282a;color:#ddd}
:host-context(.theme-dark) .grid{opacity:.08}
:host-context(.theme-dark) .name{text-shadow:0 0 3px #000,0 0 3px #000}
:host-context(.theme-dark) small{color:#8d968b}`

const REDRAW = ['markers', 'show-location']
const MOVE = ['latitude', 'longitude', 'scale', 'include-points', 'include-padding']

/**
 * `<map>`: an honest sketch. Markers stand where they are relative to each other, at the scale that is drawn, with their names and
 * callouts; streets and tiles are not drawn, and it does not move under a finger. Source of names and events: WeChat's page on map.
 */
export const map: Kind = (Base, win) =>
  class extends Base {
    private readonly root = this.shadow(
      `<style>${LOOK}</style><div class=grid></div><div class=layer></div><small>示意图</small><slot></slot>`,
    )
    private shown: MapView | undefined
    /** The marker whose callout a tap has opened. */
    private opened: number | undefined
    private due = false
    private readonly sized = new win.ResizeObserver(() => this.redraw(true))

    connectedCallback() {
      this.mark('role', 'region')
      if (!this.hasAttribute('aria-label')) this.mark('aria-label', '地图')
      this.sized.observe(this)
      this.onclick = (event) => {
        // A real map keeps taps on itself from what is behind it.
        event.stopPropagation()
        if (this.opened !== undefined) {
          this.opened = undefined
          this.redraw(false)
        }
        this.emit('tap', { latitude: this.number('latitude', 0), longitude: this.number('longitude', 0) })
      }
    }
    disconnectedCallback() {
      this.sized.disconnect()
    }
    override attr(name: string) {
      if (MOVE.includes(name)) this.redraw(true)
      else if (REDRAW.includes(name)) this.redraw(false)
    }

    /** Once for all attributes that change together. */
    private redraw(moved: boolean) {
      if (moved) this.shown = undefined
      if (this.due) return
      this.due = true
      queueMicrotask(() => {
        this.due = false
        this.draw()
      })
    }

    private around(): MapView {
      const { width, height } = this.getBoundingClientRect()
      const centre = { latitude: this.number('latitude', 0), longitude: this.number('longitude', 0) }
      const start = { ...centre, zoom: this.number('scale', 16), width, height }
      return viewWith(arePoints(this.get('include-points', [])), start, this.get<Padding>('include-padding', {}))
    }

    private draw() {
      this.shown ??= this.around()
      const view = this.shown
      if (view.width === 0) return
      const layer = this.root.querySelector('.layer')!
      layer.replaceChildren()
      const markers = arePoints(this.get('markers', [])) as Marker[]
      const named: DOMRect[] = []
      for (const marker of markers) {
        const at = pixelsOf(marker, view)
        if (at.x < -40 || at.y < -40 || at.x > view.width + 40 || at.y > view.height + 60) continue
        const pin = this.pin(marker, at)
        layer.append(pin)
        this.name(pin, marker, named)
        const callout = this.callout(marker, at)
        if (callout) layer.append(callout)
      }
      layer.append(this.bar(view))
      if (this.on('show-location')) void this.me(layer, view)
      this.emit('updated')
    }

    private make<Tag extends keyof HTMLElementTagNameMap>(tag: Tag, kind: string, style: Partial<CSSStyleDeclaration>) {
      const made = this.view.doc.createElement(tag)
      made.className = kind
      Object.assign(made.style, style)
      return made
    }

    private pin(marker: Marker, at: { x: number; y: number }) {
      const { id = 0, iconPath, anchor = { x: 0.5, y: 1 }, zIndex = 0, label, callout } = marker
      const pin = this.make('button', 'pin', { left: `${at.x}px`, top: `${at.y}px`, zIndex: String(zIndex) })
      pin.style.transform = `translate(${-anchor.x * 100}%,${-anchor.y * 100}%)`
      pin.setAttribute('aria-label', marker.ariaLabel ?? callout?.content ?? label?.content ?? marker.title ?? '')
      if (iconPath) {
        const icon = this.make('img', '', { width: px(marker.width, 24), height: px(marker.height, 34) })
        icon.alt = ''
        icon.onerror = () => icon.replaceWith(this.make('i', '', {}))
        icon.src = this.url(iconPath)
        pin.append(icon)
      } else pin.append(this.make('i', '', {}))
      if (label?.content) {
        const { content, color = '', fontSize = 12, anchorX = 0, anchorY = 0 } = label
        const text = this.make('span', 'label', { color, fontSize: `${fontSize}px` })
        // WeChat measures from the marker's own point, which stands at the icon's anchor.
        text.style.left = `calc(${anchor.x * 100}% + ${anchorX}px)`
        text.style.top = `calc(${anchor.y * 100}% + ${anchorY}px)`
        text.textContent = content
        pin.append(text)
      }
      pin.onclick = (event) => {
        event.stopPropagation()
        if (callout?.display !== 'ALWAYS') this.opened = id
        this.redraw(false)
        this.emit('markertap', { markerId: id })
      }
      return pin
    }

    /** Its name, where that hides no other's. */
    private name(pin: HTMLElement, { title, label, callout }: Marker, named: DOMRect[]) {
      if (!title || label?.content || callout?.display === 'ALWAYS') return
      const name = this.make('span', 'name', {})
      name.textContent = title
      pin.append(name)
      const box = name.getBoundingClientRect()
      const hides = named.some(
        ({ left, right, top, bottom }) => box.left < right && box.right > left && box.top < bottom && box.bottom > top,
      )
      if (hides) name.remove()
      else named.push(box)
    }

    private callout(marker: Marker, at: { x: number; y: number }) {
      const { id = 0, callout, anchor = { x: 0.5, y: 1 } } = marker
      if (!callout?.content || (callout.display !== 'ALWAYS' && this.opened !== id)) return null
      const { content, color = '#333', bgColor = '#fff', fontSize = 12, borderRadius = 0, padding = 6 } = callout
      const above = Number.parseFloat(px(marker.height, 34)) * anchor.y + 6
      const bubble = this.make('button', 'callout', { left: `${at.x}px`, top: `${at.y - above}px` })
      Object.assign(bubble.style, { color, background: bgColor, fontSize: `${fontSize}px` })
      Object.assign(bubble.style, { borderRadius: `${borderRadius}px`, padding: `${padding}px` })
      bubble.textContent = content
      bubble.onclick = (event) => {
        event.stopPropagation()
        this.emit('callouttap', { markerId: id })
      }
      return bubble
    }

    private bar(view: MapView) {
      const { pixels, words } = scaleBar(view)
      const bar = this.make('span', 'scale', { width: `${pixels}px` })
      bar.textContent = words
      return bar
    }

    /** Where the phone is, as far as that was allowed: WeChat asks with its own sheet otherwise, which `wx.getLocation` shows here. */
    private async me(layer: Element, view: MapView) {
      const { device, sandbox } = this.view.host
      if (device.permission('scope.userLocation') !== true) return
      const position = await sandbox.location(device.person).catch(() => null)
      if (!position || this.shown !== view || layer.querySelector('.me')) return
      const at = pixelsOf(position, view)
      const dot = this.make('span', 'me', { left: `${at.x}px`, top: `${at.y}px` })
      dot.setAttribute('role', 'img')
      dot.setAttribute('aria-label', '我的位置')
      layer.append(dot)
    }
  }

/** `24`, `'24px'` and `'48rpx'` alike; the sketch is drawn at 375 px and holds no other width. */
function px(length: number | string | undefined, otherwise: number): string {
  if (length === undefined) return `${otherwise}px`
  if (typeof length === 'string' && length.endsWith('rpx')) return `${Number.parseFloat(length) / 2}px`
  return `${Number.parseFloat(String(length))}px`
}
