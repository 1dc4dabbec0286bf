import type * as glassEasel from 'glass-easel'
import { inlineStyle, resolveUrl } from '../host/urls'
import type { FrameWindow, WebView } from '../view/webview'
import { type AnimationData, animate } from './animate'

/** What every built-in component is: a custom element that glass-easel draws into and that speaks WeChat's events. */
export interface WxElement extends HTMLElement {
  readonly view: WebView
  __wxElement?: glassEasel.Element
  /** Listeners of `model:` two-way bindings, by attribute. */
  model?: Record<string, ((value: unknown) => void) | null>
  /** Event types somebody listens to on this very element. */
  listens?: Set<string>
  /** What a form collects from it. */
  value?: unknown
  get(name: string, fallback: string): string
  get<T = unknown>(name: string, fallback: T): T
  /** A boolean attribute, by WeChat's reading: `"false"` and `""` are off. */
  on(name: string): boolean
  number(name: string, fallback: number): number
  /** Attributes that stand on a control inside instead, such as a field's placeholder. */
  insideOnly(name: string): boolean
  /** Called after an attribute changed, with its name. */
  attr(name: string): void
  /** Sets an attribute of the element's own, such as its role, which the template did not write. */
  mark(name: string, value: string): void
  emit(type: string, detail?: Record<string, unknown>, bubbles?: boolean): void
  shadow(html: string): ShadowRoot
  group<T extends WxElement = WxElement>(...tags: string[]): T | null
  /** Class prefix of the component whose template this element stands in. */
  scope(): string
  /** Path of the component whose template this element stands in: relative addresses start there. */
  writtenIn(): string
  url(src: string): string
}

export type WxBase = new () => WxElement
export type Kind = (Base: WxBase, win: FrameWindow) => new () => WxElement

export const SHADOW = ':host{display:block}*{box-sizing:border-box}'

export function isWxElement(node: Element): node is WxElement {
  return typeof (node as WxElement).get === 'function' && '__wxElement' in node
}

const isOn = (value: unknown) =>
  value !== undefined && value !== null && value !== false && value !== 'false' && value !== ''

/** The base class of one iframe's elements: custom elements belong to the window that defines them. */
export function elementBase(view: WebView): WxBase {
  return class extends view.win.HTMLElement implements WxElement {
    declare __wxElement?: glassEasel.Element
    declare model?: WxElement['model']
    declare value?: unknown

    get view() {
      return view
    }
    attr(_name: string): void {}
    insideOnly(_name: string): boolean {
      return false
    }
    // glass-easel keeps the raw values; DOM attributes are only their strings.
    get(name: string, fallback: string): string
    get<T>(name: string, fallback: T): T
    get(name: string, fallback: unknown): unknown {
      const value = (this.__wxElement as { getAttribute?(name: string): unknown } | undefined)?.getAttribute?.(name)
      return value === undefined || value === null ? fallback : value
    }
    on(name: string): boolean {
      return isOn(this.get(name, undefined))
    }
    number(name: string, fallback: number): number {
      const value = Number.parseFloat(String(this.get<unknown>(name, '')))
      return Number.isNaN(value) ? fallback : value
    }
    override setAttribute(name: string, given: string): void {
      // A boolean comes as an empty string; to a screen reader, `true` is a word.
      const value = given === '' && name.startsWith('aria-') && this.get<unknown>(name, null) === true ? 'true' : given
      if (name === 'style') super.setAttribute(name, inlineStyle(value))
      else if (this.__wxElement && value === '' && this.get<unknown>(name, null) === null) super.removeAttribute(name)
      else if (!this.insideOnly(name)) super.setAttribute(name === 'aria-role' ? 'role' : name, value)
      if (name === 'animation') animate(this, this.get<AnimationData | string>(name, ''))
      this.attr(name)
    }
    mark(name: string, value: string): void {
      super.setAttribute(name, value)
    }
    override removeAttribute(name: string): void {
      super.removeAttribute(name)
      this.attr(name)
    }
    emit(type: string, detail: Record<string, unknown> = {}, bubbles = false): void {
      if (this.model && 'value' in detail) {
        for (const listener of Object.values(this.model)) listener?.(detail.value)
      }
      this.__wxElement?.triggerEvent(type, detail, { bubbles, composed: bubbles })
    }
    shadow(html: string): ShadowRoot {
      const root = this.attachShadow({ mode: 'open' })
      root.innerHTML = html
      return root
    }
    group<T extends WxElement>(...tags: string[]): T | null {
      return this.closest<T>(tags.map((tag) => `wx-${tag}`).join())
    }
    scope(): string {
      return this.hostNode()?.getBackendElement()?.getAttribute('wx-host') ?? ''
    }
    writtenIn(): string {
      return this.hostNode()?.is ?? view.route
    }
    url(src: string): string {
      return resolveUrl(src, this.writtenIn())
    }
    private hostNode() {
      return this.__wxElement?.ownerShadowRoot?.getHostNode() as unknown as
        | { is: string; getBackendElement(): Element | null }
        | undefined
    }
  }
}
