import { h } from './dom'

export interface WheelOptions {
  title: string
  columns: string[][]
  value: number[]
  /** A wheel turned; gives the columns as they are now, or null when they stay. */
  onColumn(column: number, index: number): string[][] | null
}

export interface MomentOptions {
  type: 'date' | 'month' | 'time'
  value: string
  start: string
  end: string
}

/** A picker's wheels, as list boxes: a mouse, a finger and a keyboard can all turn them. */
export function wheelSheet(
  { title, columns, value, onColumn }: WheelOptions,
  done: (value: number[] | null) => void,
): HTMLElement {
  const wheels = columns.map((column, i) => {
    const wheel = h('select', { size: 5, 'aria-label': `第 ${i + 1} 列` })
    fill(wheel, column, value[i] ?? 0)
    wheel.onchange = () => {
      const next = onColumn(i, wheel.selectedIndex)
      next?.forEach((options, j) => {
        if (j > i) fill(wheels[j]!, options, 0)
      })
    }
    return wheel
  })
  return sheet(title, h('div', { class: 'wheels' }, ...wheels), done, () =>
    wheels.map((wheel) => Math.max(0, wheel.selectedIndex)),
  )
}

/** Date, month and time by the browser's own field. */
export function momentSheet(
  { type, value, start, end }: MomentOptions,
  done: (value: string | null) => void,
): HTMLElement {
  const field = h('input', { type, value, min: start, max: end, 'aria-label': '选择' })
  return sheet('', h('div', { class: 'moment' }, field), done, () => field.value)
}

function sheet<T>(title: string, body: HTMLElement, done: (value: T | null) => void, read: () => T): HTMLElement {
  return h(
    'section',
    { class: 'sheet wheel', role: 'dialog', 'aria-modal': 'true', 'aria-label': title || '选择器' },
    h(
      'header',
      {},
      h('button', { onclick: () => done(null) }, '取消'),
      h('h2', {}, title),
      h('button', { class: 'yes', onclick: () => done(read()) }, '确定'),
    ),
    body,
  )
}

function fill(wheel: HTMLSelectElement, options: string[], selected: number): void {
  wheel.replaceChildren(...options.map((text) => h('option', {}, text)))
  wheel.selectedIndex = Math.min(selected, options.length - 1)
}
