import type { Kind } from './base'
import type { FormElement } from './form'
import { openTypes } from './open-type'

/** `<button>`: role, keyboard, form-type and open-type. A disabled one is seen but does not tap. */
export const button: Kind = (Base) =>
  class extends Base {
    connectedCallback() {
      if (!this.hasAttribute('role')) this.mark('role', 'button')
      this.tabIndex = this.on('disabled') ? -1 : 0
      this.onclick = () => {
        if (!this.on('disabled')) this.act()
      }
      this.onkeydown = (event) => {
        if (event.key !== 'Enter' && event.key !== ' ') return
        event.preventDefault()
        this.click()
      }
      this.attr('loading')
    }

    override attr(name: string) {
      if (name === 'disabled' || name === 'loading') {
        const off = this.on('disabled')
        // A mark of its own: WeChat greys what is `disabled`, not what a page calls so for a screen reader.
        this.toggleAttribute('xp-disabled', off)
        if (off) this.mark('aria-disabled', 'true')
        else if (this.hasAttribute('aria-disabled') && !this.on('aria-disabled')) this.removeAttribute('aria-disabled')
        this.tabIndex = this.on('disabled') ? -1 : 0
      }
    }

    private act() {
      const type = this.get('form-type', '')
      const form = type ? this.group<FormElement>('form') : null
      // The tap comes first; WeChat submits after it.
      if (type === 'submit') queueMicrotask(() => form?.submit())
      if (type === 'reset') queueMicrotask(() => form?.reset())
      for (const open of String(this.get('open-type', '')).split('|')) {
        if (open) openTypes(this, open)
      }
    }
  }
