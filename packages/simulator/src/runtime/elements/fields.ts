import type { Kind, WxBase, WxElement } from './base'
import { SHADOW } from './base'

type Control = HTMLInputElement | HTMLTextAreaElement

const STYLE = `<style>${SHADOW}input,textarea{display:block;width:100%;height:100%;min-height:inherit;padding:0;margin:0;border:0;outline:0;background:none;font:inherit;line-height:inherit;color:inherit;text-align:inherit;letter-spacing:inherit;resize:none;caret-color:#07c160}
input::placeholder,textarea::placeholder{color:var(--xp-placeholder,#808080);opacity:1}</style>`

const INPUT_MODE: Record<string, string> = { number: 'numeric', digit: 'decimal', idcard: 'text', tel: 'tel' }

/** `<input>`: a real one inside, so that a keyboard, a screen reader and a test find what they know. */
export const input: Kind = (Base) => field(Base, `${STYLE}<input type=text autocomplete=off>`)

export const textarea: Kind = (Base) => field(Base, `${STYLE}<textarea></textarea>`)

function field(Base: WxBase, html: string): new () => WxElement {
  return class extends Base {
    private readonly control: Control

    constructor() {
      super()
      this.control = this.shadow(html).querySelector<Control>('input,textarea')!
      const { control } = this
      control.addEventListener('input', () => this.typed())
      control.addEventListener('focus', () => this.emit('focus', { ...this.at(), height: 0 }))
      control.addEventListener('blur', () => this.left())
      control.addEventListener('keydown', (event) => {
        const { key, isComposing } = event as KeyboardEvent
        if (
          key === 'Enter' &&
          !isComposing &&
          (control.localName === 'input' || this.get('confirm-type', 'return') !== 'return')
        ) {
          this.confirmed()
        }
      })
    }

    override get value(): string {
      return this.control.value
    }
    override set value(value: unknown) {
      this.control.value = value === undefined || value === null ? '' : String(value)
    }

    override insideOnly(name: string) {
      return name === 'placeholder' || name === 'aria-label'
    }

    override attr(name: string) {
      const { control } = this
      const value = this.get<unknown>(name, undefined)
      const text = value === undefined ? '' : String(value)
      if (name === 'value' && text !== control.value) control.value = text
      if (name === 'placeholder') control.placeholder = text
      if (name === 'placeholder-style')
        this.style.setProperty('--xp-placeholder', /color:\s*([^;]+)/.exec(text)?.[1] ?? '')
      if (name === 'placeholder-class') queueMicrotask(() => this.colourPlaceholder(text))
      if (name === 'maxlength') this.limit()
      if (name === 'disabled') control.disabled = this.on(name)
      if (name === 'password' && control.localName === 'input') {
        ;(control as HTMLInputElement).type = this.on(name) ? 'password' : 'text'
      }
      if (name === 'type') control.inputMode = INPUT_MODE[text] ?? 'text'
      if (name === 'confirm-type') control.enterKeyHint = text === 'return' ? 'enter' : text
      if (name === 'aria-label') control.setAttribute('aria-label', text)
      if (name === 'focus' || name === 'auto-focus') this.takeFocus(name)
      if (name === 'auto-height' && this.on(name)) {
        this.style.height = 'auto'
        control.style.setProperty('field-sizing', 'content')
      }
    }

    connectedCallback() {
      this.limit()
    }

    /** 140 characters unless said otherwise; -1 lifts the limit. */
    private limit() {
      const max = this.number('maxlength', 140)
      if (max >= 0) this.control.maxLength = max
      else this.control.removeAttribute('maxlength')
    }

    private takeFocus(name: string) {
      if (this.on(name)) requestAnimationFrame(() => this.control.focus())
      else if (name === 'focus') this.control.blur()
    }

    private colourPlaceholder(className: string) {
      if (!className || !this.isConnected) return
      const probe = this.view.doc.createElement('span')
      const scope = this.scope()
      probe.className = className
        .split(/\s+/)
        .map((name) => (scope ? `${scope}--${name}` : name))
        .join(' ')
      this.append(probe)
      this.style.setProperty('--xp-placeholder', this.view.win.getComputedStyle(probe).color)
      probe.remove()
    }

    private typed() {
      this.filter()
      this.emit('input', { ...this.at(), keyCode: 0 }, false)
    }

    /** What a phone's number keyboards could not have typed. */
    private filter() {
      const type = this.get('type', 'text')
      const allowed =
        type === 'number' ? /[^0-9]/g : type === 'digit' ? /[^0-9.]/g : type === 'idcard' ? /[^0-9Xx]/g : null
      if (allowed && this.control.localName === 'input') this.control.value = this.control.value.replace(allowed, '')
    }

    private left() {
      this.emit('blur', { ...this.at(), encryptedValue: '' })
      if (this.get('type', '') === 'nickname') this.emit('nicknamereview', { pass: true, timeout: false })
    }

    private confirmed() {
      this.emit('confirm', { value: this.control.value })
      if (!this.on('confirm-hold')) this.control.blur()
    }

    private at() {
      return { value: this.control.value, cursor: this.control.selectionStart ?? this.control.value.length }
    }
  }
}
