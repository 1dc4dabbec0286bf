import type { SimulatedElement } from './simulator'

/** The role a person and a screen reader take a built-in component for, unless the page says another with `aria-role`. */
const ROLES: Record<string, string> = {
  'wx-button': 'button',
  'wx-input': 'textbox',
  'wx-textarea': 'textbox',
  'wx-image': 'img',
  'wx-switch': 'switch',
  'wx-slider': 'slider',
  'wx-navigator': 'link',
}
/** Kept by the simulator itself, or nobody's to read. */
const SKIPPED = ['class', 'style', 'id', 'animation']

/**
 * Built-in components are bare slots to the simulator: their attributes live in its own tree. Copies them onto the DOM, so that
 * whoever reads the DOM, `@testing-library/dom` above all, finds roles, labels, placeholders and pictures.
 */
export function mirror(host: Element) {
  for (const element of host.querySelectorAll<SimulatedElement>('*')) {
    const node = element.__wxElement
    if (!node) continue
    if (node.id && element.id !== node.id) element.id = node.id
    let role = ROLES[element.localName]
    for (const { name, value } of node._vt?.attrs ?? []) {
      if (SKIPPED.includes(name) || typeof value === 'object' || typeof value === 'function') continue
      const attribute = dashed(name)
      if (attribute === 'aria-role' && value) role = String(value)
      put(element, attribute, textOf(attribute, value))
    }
    put(element, 'role', role)
  }
}

/** WeChat's compiler writes `ariaLabel` for `aria-label`. */
const dashed = (name: string) => name.replace(/[A-Z]/g, (capital) => `-${capital.toLowerCase()}`)

/** `disabled: false` is an attribute that is not there; `aria-checked: false` is one that says so. */
function textOf(name: string, value: unknown): string | undefined {
  if (value === undefined || value === '') return undefined
  if (value === false && !name.startsWith('aria-')) return undefined
  return String(value)
}

function put(element: Element, name: string, text: string | undefined) {
  if (text === undefined) element.removeAttribute(name)
  else if (element.getAttribute(name) !== text) element.setAttribute(name, text)
}

/** What the page has given a built-in component under that name, lists and objects too, which no attribute of the DOM holds. */
export function givenTo<Value>(element: Element, name: string): Value {
  const attributes = (element as SimulatedElement).__wxElement?._vt?.attrs ?? []
  return attributes.find((attribute) => dashed(attribute.name) === name)?.value as Value
}
