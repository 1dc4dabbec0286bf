import type * as glassEasel from 'glass-easel'

// glass-easel's marks for a listener that is a WXS function rather than a method of the component.
const WXS_FUNCTION = [1, 2]
/** The style segment for styles that WXS sets and a re-render must not remove. */
const TRANSIENT_STYLE = 2

type Elem = glassEasel.Component<Record<string, unknown>, Record<string, never>, Record<string, never>>
type Listener = (...args: unknown[]) => unknown

const descriptors = new WeakMap<object, ComponentDescriptor>()

function describe(elem: Elem | null | undefined): ComponentDescriptor | null {
  if (!elem) return null
  const known = descriptors.get(elem) ?? new ComponentDescriptor(elem)
  descriptors.set(elem, known)
  return known
}

/** What WXS gets in event and `change:` handlers in place of the component itself. */
class ComponentDescriptor {
  private readonly state = {}
  constructor(private readonly elem: Elem) {}

  private get dom(): HTMLElement {
    return this.elem.getBackendElement() as unknown as HTMLElement
  }
  private get tree(): { querySelector(s: string): unknown; querySelectorAll(s: string): unknown[] } {
    return (this.elem.getShadowRoot?.() ?? this.elem.ownerShadowRoot) as never
  }
  selectComponent(selector: string) {
    return describe(this.tree.querySelector(selector) as Elem)
  }
  selectAllComponents(selector: string) {
    return this.tree.querySelectorAll(selector).map((elem) => describe(elem as Elem))
  }
  setStyle(style: string | Record<string, string>) {
    const text =
      typeof style === 'string'
        ? style
        : Object.entries(style)
            .map(([name, value]) => `${name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}:${value}`)
            .join(';')
    this.elem.setNodeStyle(text, TRANSIENT_STYLE as never)
    return this
  }
  addClass(name: string) {
    this.elem.toggleNodeClass?.(name, true)
    return this
  }
  removeClass(name: string) {
    this.elem.toggleNodeClass?.(name, false)
    return this
  }
  hasClass(name: string) {
    return this.elem.class.split(/\s+/).includes(name)
  }
  getDataset() {
    return this.elem.dataset
  }
  getState() {
    return this.state
  }
  callMethod(name: string, ...args: unknown[]) {
    ;(this.elem.getMethodCaller?.() as unknown as Record<string, Listener> | undefined)?.[name]?.(...args)
  }
  triggerEvent(name: string, detail: unknown, options: never) {
    this.elem.triggerEvent(name, detail, options)
  }
  requestAnimationFrame(run: FrameRequestCallback) {
    requestAnimationFrame(run)
  }
  setTimeout(run: () => void, ms: number) {
    return setTimeout(run, ms)
  }
  clearTimeout(id: number) {
    clearTimeout(id)
  }
  getComputedStyle(names: string[]) {
    const style = getComputedStyle(this.dom)
    return Object.fromEntries(names.map((name) => [name, style.getPropertyValue(name)]))
  }
  getBoundingClientRect() {
    return this.dom.getBoundingClientRect()
  }
}

interface WxsEvent {
  touches: unknown
  changedTouches: unknown
  detail: unknown
  type: string
  timeStamp: number
  target: unknown
  currentTarget: { _$?: Elem } & Elem
}

/** Installs what compiled WXS refers to: its own functions, and the wrappers of change and event listeners. */
export function installWxs(): void {
  Object.assign(window, {
    getRegExp: (pattern: string, flags?: string) => new RegExp(pattern, flags),
    getDate: (...args: []) => new Date(...args),
    wxsChange: (listener: Listener) => (value: unknown, old: unknown, host: Elem, elem: Elem) =>
      listener(value, old, describe(host), describe(elem)),
    wxsEvent: (caller: { _$: Elem }, event: WxsEvent, listener: Listener, path?: number[]) => {
      if (!WXS_FUNCTION.includes(path?.[0] ?? 0)) return listener.call(caller, event)
      const { touches, changedTouches, detail, type, timeStamp, target, currentTarget } = event
      const instance = describe(currentTarget._$ ?? currentTarget)
      const own = { touches, changedTouches, detail, type, timeStamp, target, currentTarget, instance }
      return listener.call(caller, own, describe(caller._$))
    },
  })
}
