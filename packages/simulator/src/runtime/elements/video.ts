import type { Kind, WxElement } from './base'

/** What `wx.createVideoContext` can do with it. */
export interface VideoElement extends WxElement {
  play(): void
  pause(): void
  stop(): void
  seek(seconds: number): void
}

/** Told to a page's window when it is hidden: whatever plays there stops. */
export const PAGE_HIDDEN = 'xiaopu:pagehidden'

// A browser's controls keep every touch of the film to themselves; above them, a finger can go on to swipe or scroll.
const SHADOW_HTML = `<style>:host{display:inline-block;position:relative;overflow:hidden;width:300px;height:225px;background:#000}
video{display:block;width:100%;height:100%}.touch{position:absolute;inset:0 0 72px}</style><video playsinline preload=none></video><div class=touch></div><slot></slot>`

/** `<video>`: the browser plays it and draws its controls; events and reasons as WeChat tells them. */
export const video: Kind = (Base, win) =>
  class extends Base implements VideoElement {
    private readonly film: HTMLVideoElement
    private plays = false
    private readonly hide = () => this.on('auto-pause-if-navigate') && this.pause()

    constructor() {
      super()
      this.film = this.shadow(SHADOW_HTML).querySelector('video')!
      const { film } = this
      // Not `play`, which a browser tells before there is anything to see; and not again after each wait for more of it.
      film.onplaying = () => {
        if (!this.plays) this.emit('play')
        this.plays = true
      }
      film.onpause = () => {
        if (this.plays && !film.ended) this.emit('pause')
        this.plays = false
      }
      film.onended = () => {
        this.plays = false
        this.emit('ended')
      }
      film.onwaiting = () => this.emit('waiting')
      film.ontimeupdate = () => this.emit('timeupdate', { currentTime: film.currentTime, duration: film.duration })
      film.onloadedmetadata = () => {
        film.currentTime = this.number('initial-time', 0)
        const { videoWidth: width, videoHeight: height, duration } = film
        this.emit('loadedmetadata', { width, height, duration })
      }
      film.onerror = () => this.fail('MEDIA_ERR_SRC_NOT_SUPPORTED')
    }

    connectedCallback() {
      win.addEventListener(PAGE_HIDDEN, this.hide)
      this.load()
    }
    disconnectedCallback() {
      win.removeEventListener(PAGE_HIDDEN, this.hide)
      this.film.pause()
    }

    override on(name: string): boolean {
      // Three of them are on unless the page says otherwise.
      const fallback = ['controls', 'auto-pause-if-navigate', 'show-center-play-btn'].includes(name)
      return this.get<unknown>(name, undefined) === undefined ? fallback : super.on(name)
    }

    override attr(name: string) {
      if (name === 'src') this.load()
      if (name === 'controls') this.film.controls = this.on('controls')
      if (name === 'muted') this.film.muted = this.on('muted')
      if (name === 'loop') this.film.loop = this.on('loop')
      if (name === 'poster') this.film.poster = this.url(this.get('poster', ''))
      if (name === 'object-fit') this.film.style.objectFit = this.get('object-fit', 'contain')
    }

    play() {
      if (this.view.host.device.network === 'none') return this.fail('MEDIA_ERR_NETWORK')
      // A browser that may not play with sound before a tap, or cannot play it at all, says so here.
      this.film.play().catch((reason: Error) => {
        if (reason.name === 'NotSupportedError') return
        this.view.host.records.log('warn', [`video not played: ${reason.message}`])
      })
    }
    pause() {
      this.film.pause()
    }
    stop() {
      this.film.pause()
      this.film.currentTime = 0
    }
    seek(seconds: number) {
      this.film.currentTime = seconds
    }

    private load() {
      if (!this.isConnected) return
      const src = this.get('src', '')
      this.film.controls = this.on('controls')
      if (src === '') return this.film.removeAttribute('src')
      this.film.src = this.url(src)
      if (this.on('autoplay')) this.play()
    }

    private fail(errMsg: string) {
      this.view.host.records.log('warn', [`video not played: ${this.get('src', '')} ${errMsg}`])
      queueMicrotask(() => this.emit('error', { errMsg }))
    }
  }
