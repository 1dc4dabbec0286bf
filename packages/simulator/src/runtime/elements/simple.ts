import { type Kind, SHADOW } from './base'

const GLYPHS: Record<string, [text: string, colour: string]> = {
  success: ['✓', '#07c160'],
  success_no_circle: ['✓', '#07c160'],
  info: ['i', '#10aeff'],
  warn: ['!', '#fa5151'],
  waiting: ['◷', '#10aeff'],
  cancel: ['✕', '#fa5151'],
  download: ['↓', '#07c160'],
  search: ['⌕', '#b2b2b2'],
  clear: ['✕', '#b2b2b2'],
}

export const icon: Kind = (Base) =>
  class extends Base {
    override attr() {
      const type = this.get('type', '')
      const size = this.number('size', 23)
      const [text, colour] = GLYPHS[type] ?? ['', '']
      const ring = !['success_no_circle', 'search'].includes(type)
      const own = this.get('color', colour)
      this.textContent = text
      Object.assign(this.style, {
        width: `${size}px`,
        height: `${size}px`,
        font: `600 ${size * (ring ? 0.62 : 0.95)}px/${size}px sans-serif`,
        textAlign: 'center',
        borderRadius: '50%',
        color: ring ? '#fff' : own,
        background: ring ? own : 'none',
      })
      this.mark('aria-hidden', 'true')
    }
  }

export const progress: Kind = (Base) =>
  class extends Base {
    private readonly root = this.shadow(
      `<style>${SHADOW}:host{display:flex;align-items:center}div{flex:1;background:#ebebeb;overflow:hidden}b{display:block;height:6px;background:#09bb07}span{margin-left:12px;font-size:16px}</style><div><b></b></div>`,
    )
    connectedCallback() {
      this.mark('role', 'progressbar')
      this.mark('aria-valuemin', '0')
      this.mark('aria-valuemax', '100')
    }
    override attr() {
      const bar = this.root.querySelector('b')!
      const percent = Math.max(0, Math.min(100, this.number('percent', 0)))
      bar.style.width = `${percent}%`
      bar.style.height = `${this.number('stroke-width', 6)}px`
      bar.style.background = this.get('activeColor', this.get('active-color', this.get('color', '#09bb07')))
      this.root.querySelector('span')?.remove()
      if (this.on('show-info')) {
        const info = this.view.doc.createElement('span')
        info.textContent = `${percent}%`
        this.root.append(info)
      }
      this.mark('aria-valuenow', String(percent))
    }
  }

export const slider: Kind = (Base) =>
  class extends Base {
    private readonly input = this.shadow(
      `<style>${SHADOW}:host{display:block}label{display:flex;align-items:center;gap:12px}input{flex:1;min-width:0;accent-color:var(--xp-mark,#1aad19)}</style><label><input type=range><output hidden></output></label>`,
    ).querySelector('input')!

    constructor() {
      super()
      this.input.oninput = () => {
        this.show()
        this.emit('changing', { value: Number(this.input.value) })
      }
      this.input.onchange = () => this.emit('change', { value: Number(this.input.value) })
    }
    override insideOnly(name: string) {
      return name === 'aria-label'
    }
    override get value() {
      return Number(this.input.value)
    }
    override set value(value: unknown) {
      this.input.value = String(value)
    }
    override attr(name: string) {
      if (name === 'min' || name === 'max' || name === 'step' || name === 'value') {
        this.input.min = String(this.number('min', 0))
        this.input.max = String(this.number('max', 100))
        this.input.step = String(this.number('step', 1))
        this.input.value = String(this.number('value', 0))
      }
      if (name === 'disabled') this.input.disabled = this.on(name)
      if (name === 'activeColor' || name === 'active-color') this.style.setProperty('--xp-mark', this.get(name, ''))
      if (name === 'aria-label') this.input.setAttribute('aria-label', this.get(name, ''))
      this.show()
    }
    private show() {
      const output = this.input.nextElementSibling as HTMLOutputElement
      output.hidden = !this.on('show-value')
      output.value = this.input.value
    }
  }
