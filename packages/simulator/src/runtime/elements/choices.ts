import type { Kind, WxBase, WxElement } from './base'

interface Choice extends WxElement {
  checked: boolean
}
interface Group extends WxElement {
  picked(): void
}

const LOOK = {
  checkbox: `i{display:inline-block;width:22px;height:22px;margin-right:5px;border:1px solid #d1d1d1;border-radius:3px;background:#fff;vertical-align:middle;text-align:center;font:normal 18px/22px sans-serif;color:var(--xp-mark,#07c160)}:host([aria-checked=true]) i::before{content:"✓"}`,
  radio: `i{display:inline-block;width:22px;height:22px;margin-right:5px;border:1px solid #d1d1d1;border-radius:50%;background:#fff;vertical-align:middle;text-align:center;font:normal 15px/22px sans-serif;color:#fff}:host([aria-checked=true]) i{background:var(--xp-mark,#07c160);border-color:var(--xp-mark,#07c160)}:host([aria-checked=true]) i::before{content:"✓"}`,
  switch: `i{display:inline-block;position:relative;width:52px;height:32px;border-radius:16px;background:#dfdfdf;vertical-align:middle;transition:background .1s}i::before{content:"";position:absolute;top:1px;left:1px;width:30px;height:30px;border-radius:50%;background:#fff;box-shadow:0 1px 3px rgba(0,0,0,.4);transition:transform .15s}:host([aria-checked=true]) i{background:var(--xp-mark,#04be02)}:host([aria-checked=true]) i::before{transform:translateX(20px)}`,
}

export const checkbox: Kind = (Base) => choice(Base, 'checkbox', (box) => box.group<Group>('checkbox-group')?.picked())

export const radio: Kind = (Base) =>
  choice(Base, 'radio', (dot) => {
    const group = dot.group<Group>('radio-group')
    for (const other of group?.querySelectorAll<Choice>('wx-radio') ?? []) if (other !== dot) other.checked = false
    group?.picked()
  })

export const switchKind: Kind = (Base) =>
  choice(Base, 'switch', (own) => own.emit('change', { value: own.checked }, true))

export const checkboxGroup: Kind = (Base) => group(Base, 'group', 'wx-checkbox', true)
export const radioGroup: Kind = (Base) => group(Base, 'radiogroup', 'wx-radio', false)

function choice(Base: WxBase, role: keyof typeof LOOK, changed: (own: Choice) => void): new () => WxElement {
  return class extends Base implements Choice {
    private isChecked = false

    constructor() {
      super()
      this.shadow(
        `<style>:host{display:inline-block}*{box-sizing:border-box}${LOOK[role]}</style><i aria-hidden=true></i><slot></slot>`,
      )
      this.addEventListener('click', () => this.toggle())
      this.addEventListener('keydown', (event) => {
        if (event.key !== ' ' && event.key !== 'Enter') return
        event.preventDefault()
        this.click()
      })
    }

    get checked() {
      return this.isChecked
    }
    set checked(value: boolean) {
      this.isChecked = value
      this.mark('aria-checked', String(value))
    }
    override get value() {
      return this.isChecked
    }
    override set value(value: unknown) {
      this.checked = Boolean(value)
    }

    connectedCallback() {
      if (!this.hasAttribute('role')) this.mark('role', role)
      this.tabIndex = 0
      this.checked = this.isChecked
    }

    override attr(name: string) {
      if (name === 'checked') this.checked = this.on(name)
      if (name === 'disabled') this.mark('aria-disabled', String(this.on(name)))
      if (name === 'color') this.style.setProperty('--xp-mark', this.get('color', ''))
    }

    private toggle() {
      if (this.on('disabled') || (role === 'radio' && this.isChecked)) return
      this.checked = !this.isChecked
      this.model?.checked?.(this.isChecked)
      changed(this)
    }
  }
}

function group(Base: WxBase, role: string, selector: string, many: boolean): new () => WxElement {
  return class extends Base implements Group {
    connectedCallback() {
      if (!this.hasAttribute('role')) this.mark('role', role)
    }
    override get value(): unknown {
      const choices = Array.from(this.querySelectorAll<Choice>(selector))
      const values = choices.filter((one) => one.checked).map((one) => one.get('value', ''))
      return many ? values : (values[0] ?? '')
    }
    override set value(value: unknown) {
      const wanted = Array.isArray(value) ? value : [value]
      for (const one of this.querySelectorAll<Choice>(selector)) one.checked = wanted.includes(one.get('value', ''))
    }
    picked() {
      this.emit('change', { value: this.value }, true)
    }
  }
}
