import type { Kind, WxElement } from './base'

const CHOICES = 'wx-checkbox,wx-radio,wx-switch'
const CONTROLS = `${CHOICES},wx-button,wx-input,wx-textarea`

let labels = 0

/** `<label>`: a tap on it is a tap on its control, by `for` or inside, and its text is the control's name. */
export const label: Kind = (Base, win) =>
  class extends Base {
    private readonly observer = new win.MutationObserver(() => this.nameControl())

    connectedCallback() {
      this.onclick = (event) => this.tapControl(event.target as Element)
      this.observer.observe(this, { childList: true, subtree: true, characterData: true })
      queueMicrotask(() => this.nameControl())
    }
    disconnectedCallback() {
      this.observer.disconnect()
    }

    private get control(): WxElement | null {
      const id = this.get('for', '')
      return id ? (this.view.doc.getElementById(id) as WxElement | null) : this.querySelector<WxElement>(CONTROLS)
    }

    private tapControl(target: Element) {
      if (target.closest(CONTROLS)) return
      const { control } = this
      const field = control?.shadowRoot?.querySelector<HTMLElement>('input,textarea')
      if (field) field.focus()
      else control?.click()
    }

    private nameControl() {
      const { control } = this
      if (!control || control.hasAttribute('aria-label')) return
      if (control.matches(CHOICES)) {
        if (!this.id) this.mark('id', `xp-label-${++labels}`)
        control.mark('aria-labelledby', this.id)
      }
      const field = control.shadowRoot?.querySelector('input,textarea')
      const text = this.textContent?.trim()
      if (field && text && !field.hasAttribute('aria-label')) field.setAttribute('aria-label', text)
    }
  }
