import type { Kind } from './base'

const FIT: Record<string, string> = {
  scaleToFill: 'fill',
  aspectFit: 'contain',
  aspectFill: 'cover',
  widthFix: 'fill',
  heightFix: 'fill',
}
const POSITION: Record<string, string> = {
  top: '50% 0',
  bottom: '50% 100%',
  center: '50% 50%',
  left: '0 50%',
  right: '100% 50%',
  'top left': '0 0',
  'top right': '100% 0',
  'bottom left': '0 100%',
  'bottom right': '100% 100%',
}

/** `<image>` and `<cover-image>`: thirteen modes, lazy-load, load and error. */
export const image: Kind = (Base) =>
  class extends Base {
    private readonly img: HTMLImageElement

    constructor() {
      super()
      const root = this.shadow(
        '<style>:host{display:inline-block}img{display:block;width:100%;height:100%}</style><img alt="">',
      )
      this.img = root.querySelector('img')!
      this.img.draggable = false
      this.img.onload = () => this.emit('load', { width: this.img.naturalWidth, height: this.img.naturalHeight })
      this.img.onerror = () => {
        const src = this.get('src', '')
        this.img.style.visibility = 'hidden'
        this.view.host.records.log('warn', [`picture not loaded: ${src}`])
        this.emit('error', { errMsg: `GET ${src} net::ERR_FAILED` })
      }
    }

    override attr(name: string) {
      if (name === 'src') this.load(String(this.get<unknown>('src', '')))
      if (name === 'mode' || name === 'style') this.fit(this.get('mode', 'scaleToFill'))
      if (name === 'lazy-load') this.img.loading = this.on('lazy-load') ? 'lazy' : 'eager'
      if (name === 'aria-label') this.describe()
    }

    private load(src: string) {
      this.img.style.visibility = src ? '' : 'hidden'
      if (!src) this.img.removeAttribute('src')
      else if (this.view.host.device.network === 'none' && /^https?:/.test(src)) {
        this.img.style.visibility = 'hidden'
        queueMicrotask(() => this.emit('error', { errMsg: `GET ${src} net::ERR_INTERNET_DISCONNECTED` }))
      } else this.img.src = this.url(src)
    }

    private fit(mode: string) {
      this.img.style.objectFit = FIT[mode] ?? 'none'
      this.img.style.objectPosition = POSITION[mode] ?? ''
      if (mode === 'widthFix') {
        this.style.height = 'auto'
        this.img.style.height = 'auto'
      }
      if (mode === 'heightFix') {
        this.style.width = 'auto'
        this.img.style.width = 'auto'
      }
    }

    /** The name goes on the component, as a picture; without one it is decoration. */
    private describe() {
      if (this.get('aria-label', '') && !this.hasAttribute('role')) this.mark('role', 'img')
    }
  }
