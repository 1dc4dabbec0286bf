import type { Kind } from './base'

interface Marker {
  id: number
  latitude: number
  longitude: number
  title?: string
  label?: { content?: string }
  callout?: { content?: string }
}

/** `<map>`: a schematic. The markers stand where they are relative to the centre; streets and tiles are not drawn. */
export const map: Kind = (Base) =>
  class extends Base {
    private readonly root =
      this.shadow(`<style>:host{display:block;position:relative;overflow:hidden;background:#e9efe6}
      .grid{position:absolute;inset:0;background:linear-gradient(#fff 2px,transparent 2px) 0 0/100% 48px,linear-gradient(90deg,#fff 2px,transparent 2px) 0 0/64px 100%}
      button{position:absolute;transform:translate(-50%,-100%);border:0;background:none;font:600 12px sans-serif;color:#333;text-shadow:0 0 3px #fff;padding:0;max-width:45%}
      button::before{content:"";display:block;width:14px;height:14px;margin:0 auto 3px;border-radius:50% 50% 50% 0;background:#d9503f;transform:rotate(-45deg)}
      small{position:absolute;right:6px;bottom:4px;font:10px sans-serif;color:#6b7768}</style><div class=grid></div><div class=markers></div><small>示意图</small><slot></slot>`)

    connectedCallback() {
      this.mark('role', 'region')
      if (!this.hasAttribute('aria-label')) this.mark('aria-label', '地图')
      this.onclick = () =>
        this.emit('tap', { latitude: this.number('latitude', 0), longitude: this.number('longitude', 0) })
    }
    override attr(name: string) {
      if (!['markers', 'latitude', 'longitude', 'scale'].includes(name)) return
      const markers = this.get<Marker[]>('markers', [])
      const layer = this.root.querySelector('.markers')!
      layer.replaceChildren()
      if (!Array.isArray(markers)) return
      // Web Mercator: 256 px hold the world at scale 0, and each step doubles them.
      const pixels = (256 * 2 ** this.number('scale', 16)) / 360
      for (const marker of markers) {
        const pin = this.view.doc.createElement('button')
        const x = (marker.longitude - this.number('longitude', 0)) * pixels
        const y = (this.number('latitude', 0) - marker.latitude) * pixels
        pin.style.left = `calc(50% + ${x}px)`
        pin.style.top = `calc(50% + ${y}px)`
        pin.textContent = marker.callout?.content ?? marker.label?.content ?? marker.title ?? ''
        pin.onclick = (event) => {
          event.stopPropagation()
          this.emit('markertap', { markerId: marker.id })
        }
        layer.append(pin)
      }
    }
  }
