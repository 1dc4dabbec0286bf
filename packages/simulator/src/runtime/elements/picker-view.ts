import type { Kind, WxElement } from './base'

interface PickerView extends WxElement {
  moved(): void
}
interface Column extends WxElement {
  index: number
  go(index: number): void
}

/** `<picker-view>` with `<picker-view-column>`s: wheels inside the page. */
export const pickerView: Kind = (Base) =>
  class extends Base implements PickerView {
    private readonly root = this.shadow(
      `<style>:host{display:block;position:relative;overflow:hidden}.row{display:flex;height:100%}.mark{position:absolute;left:0;right:0;top:50%;height:34px;transform:translateY(-50%);border:solid rgba(0,0,0,.1);border-width:1px 0;pointer-events:none}</style><div class=row><slot></slot></div><div class=mark></div>`,
    )
    private get columns() {
      return Array.from(this.querySelectorAll<Column>('wx-picker-view-column'))
    }
    connectedCallback() {
      queueMicrotask(() => this.attr('value'))
    }
    override attr(name: string) {
      if (name === 'indicator-style')
        this.root.querySelector<HTMLElement>('.mark')!.style.cssText += this.get('indicator-style', '')
      if (name !== 'value') return
      const value = this.get<number[]>('value', [])
      requestAnimationFrame(() => {
        for (const [i, column] of this.columns.entries()) column.go(Number(value[i] ?? 0))
      })
    }
    moved() {
      this.emit('change', { value: this.columns.map((column) => column.index) })
    }
  }

export const pickerViewColumn: Kind = (Base, win) =>
  class extends Base implements Column {
    private readonly box = this.shadow(
      `<style>:host{display:block;flex:1;height:100%;overflow:hidden}div{height:100%;overflow-y:auto;scrollbar-width:none;scroll-snap-type:y mandatory;text-align:center}::slotted(*){display:block;height:34px;line-height:34px;scroll-snap-align:center}.pad{height:calc(50% - 17px)}</style><div class=box><div class=pad></div><slot></slot><div class=pad></div></div>`,
    ).querySelector<HTMLElement>('.box')!
    index = 0
    private timer = 0

    constructor() {
      super()
      this.box.addEventListener('scroll', () => {
        win.clearTimeout(this.timer)
        this.timer = win.setTimeout(() => {
          const index = Math.max(0, Math.min(this.children.length - 1, Math.round(this.box.scrollTop / this.row())))
          if (index === this.index) return
          this.index = index
          this.group<PickerView>('picker-view')?.moved()
        }, 120)
      })
    }
    go(index: number) {
      this.index = index
      this.box.scrollTop = index * this.row()
    }
    private row() {
      return (this.firstElementChild as HTMLElement | null)?.offsetHeight || 34
    }
  }
