import type { Kind } from './base'

/** `<page-meta>`: the page's own settings, written in its template. */
export const pageMeta: Kind = (Base, win) =>
  class extends Base {
    override attr(name: string) {
      const value = this.get<unknown>(name, undefined)
      if (value === undefined) return
      const { documentElement, body } = this.view.doc
      if (name === 'background-color') documentElement.style.background = String(value)
      if (name === 'page-style') body.style.cssText += `;${String(value)}`
      if (name === 'root-font-size') documentElement.style.fontSize = String(value)
      if (name === 'page-font-size') body.style.fontSize = String(value)
      if (name === 'root-background-color') documentElement.style.background = String(value)
      if (name === 'scroll-top') win.scrollTo({ top: Number.parseFloat(String(value)), behavior: 'instant' })
    }
  }

/** `<navigation-bar>` inside page-meta: title and colours of the native bar. */
export const navigationBar: Kind = (Base) =>
  class extends Base {
    override attr(name: string) {
      const value = this.get<unknown>(name, undefined)
      if (value === undefined) return
      const { config, host } = this.view
      if (name === 'title') config.navigationBarTitleText = String(value)
      if (name === 'background-color') config.navigationBarBackgroundColor = String(value)
      if (name === 'front-color') config.navigationBarTextStyle = value === '#000000' ? 'black' : 'white'
      host.pages.settingsChanged(this.view)
    }
  }
