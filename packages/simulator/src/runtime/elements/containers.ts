import type { Kind } from './base'

/** `<root-portal>`: its content is laid out as if it stood alone, but stays in its place: an ancestor that clips or transforms still does. */
export const rootPortal: Kind = (Base) =>
  class extends Base {
    connectedCallback() {
      this.attr('enable')
    }
    override attr(name: string) {
      if (name !== 'enable') return
      const enabled = this.get<unknown>('enable', true)
      this.style.display = enabled === false || enabled === 'false' ? 'block' : 'contents'
    }
  }

/** `<page-container>`: a half-screen sheet over the page, closed by its overlay or the page's back button. */
export const pageContainer: Kind = (Base) =>
  class extends Base {
    private readonly root =
      this.shadow(`<style>:host{display:block}.mask,.sheet{position:fixed;left:0;right:0;z-index:100}.mask{top:0;bottom:0;background:rgba(0,0,0,.5)}
      .sheet{bottom:0;max-height:100%;overflow:auto;background:#fff}.round{border-radius:16px 16px 0 0}.top{top:0;bottom:auto}.right{top:0;left:auto;width:100%}[hidden]{display:none}</style>
      <div class=mask hidden></div><div class=sheet hidden><slot></slot></div>`)
    private shown = false

    constructor() {
      super()
      this.root.querySelector<HTMLElement>('.mask')!.onclick = () => {
        this.emit('clickoverlay')
        if (this.get<unknown>('close-on-slide-down', false) !== true) this.leave()
      }
    }
    override attr(name: string) {
      const sheet = this.root.querySelector<HTMLElement>('.sheet')!
      if (name === 'round' || name === 'position') {
        sheet.className = `sheet ${this.on('round') ? 'round' : ''} ${this.get('position', 'bottom')}`
      }
      if (name === 'show' && this.on('show') !== this.shown) this.set(this.on('show'))
    }
    private set(shown: boolean) {
      this.shown = shown
      const overlay = this.get<unknown>('overlay', true) !== false
      this.root.querySelector<HTMLElement>('.mask')!.hidden = !shown || !overlay
      this.root.querySelector<HTMLElement>('.sheet')!.hidden = !shown
      for (const phase of shown ? ['beforeenter', 'enter', 'afterenter'] : ['beforeleave', 'leave', 'afterleave'])
        this.emit(phase)
    }
    private leave() {
      if (this.shown) this.set(false)
    }
  }

/** `<match-media>`: its content is there while the page's size matches. */
export const matchMedia: Kind = (Base, win) =>
  class extends Base {
    private readonly check = () => this.attr()
    connectedCallback() {
      win.addEventListener('resize', this.check)
      this.check()
    }
    disconnectedCallback() {
      win.removeEventListener('resize', this.check)
    }
    override attr() {
      const { innerWidth: width, innerHeight: height } = win
      const orientation = this.get('orientation', '')
      const fits =
        width >= this.number('min-width', 0) &&
        width <= this.number('max-width', Number.POSITIVE_INFINITY) &&
        height >= this.number('min-height', 0) &&
        height <= this.number('max-height', Number.POSITIVE_INFINITY) &&
        (!orientation || orientation === (width > height ? 'landscape' : 'portrait'))
      this.hidden = !fits
    }
  }
