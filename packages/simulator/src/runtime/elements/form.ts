import type { Kind, WxElement } from './base'

export interface FormElement extends WxElement {
  submit(): void
  reset(): void
}

/** `<form>`: collects every named field inside it, those of components included. */
export const form: Kind = (Base) =>
  class extends Base implements FormElement {
    submit() {
      const value: Record<string, unknown> = {}
      for (const element of this.named())
        value[element.getAttribute('name')!] = element.value ?? element.get('value', '')
      this.emit('submit', { value, formId: '' })
    }
    reset() {
      for (const element of this.named()) {
        const isChoice = /^wx-(switch|checkbox|radio)$/.test(element.localName)
        element.value = isChoice ? element.on('checked') : element.get('value', '')
      }
      this.emit('reset')
    }
    private named(): WxElement[] {
      return Array.from(this.querySelectorAll<WxElement>('[name]')).filter((element) => element.getAttribute('name'))
    }
  }
