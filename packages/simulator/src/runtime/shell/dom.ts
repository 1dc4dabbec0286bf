type Child = Node | string | null | undefined | false
type Props = Record<string, unknown>

/**
 * Makes an element: `h('button', { class: 'primary', onclick: pay }, '支付')`. Props starting with `on` are listeners; `true`
 * writes an empty attribute, `false` and `undefined` none.
 */
export function h<K extends keyof HTMLElementTagNameMap>(
  tag: K,
  props?: Props | null,
  ...children: Child[]
): HTMLElementTagNameMap[K]
export function h(tag: string, props: Props | null = {}, ...children: Child[]): HTMLElement {
  const element = document.createElement(tag)
  for (const [name, value] of Object.entries(props ?? {})) {
    if (name.startsWith('on') && typeof value === 'function')
      element.addEventListener(name.slice(2), value as EventListener)
    else if (value === true) element.setAttribute(name, '')
    else if (value !== false && value !== undefined && value !== null) element.setAttribute(name, String(value))
  }
  element.append(...children.filter((child): child is Node | string => Boolean(child) || child === ''))
  return element
}

/** Fen as ¥0.00. */
export function yuan(fen: number): string {
  return `¥${(fen / 100).toFixed(2)}`
}
