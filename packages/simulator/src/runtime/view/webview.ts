import * as glassEasel from 'glass-easel'
import type { WxElement } from '../elements/base'
import { defineElement } from '../elements/define'
import type { Host } from '../host/host'
import { resolveCssUrls } from '../host/urls'
import type { Theme, WindowConfig } from '../types'
import baseCss from './base.page.css'
import { listenToGestures } from './gestures'
import { dragWithMouse } from './mouse-drag'

export type FrameWindow = Window & typeof globalThis

/** Bubbles through the page and its components, with a capture phase: how WeChat's touch events travel. */
const TRAVELS = { bubbles: true, composed: true, capturePhase: true }

/** One page's WebView: an iframe, and a glass-easel DOM backend bound to its document. */
export class WebView extends glassEasel.CurrentWindowBackendContext {
  readonly doc: Document
  readonly win: FrameWindow
  private readonly sheets = new Map<string, number>()

  constructor(
    frame: HTMLIFrameElement,
    readonly route: string,
    /** The page's settings; its own `page-meta` may change them while it is being made. */
    readonly config: WindowConfig,
    readonly host: Host,
  ) {
    super()
    this.doc = frame.contentDocument!
    this.doc.open()
    this.doc.write(
      `<!doctype html><meta name=viewport content="width=device-width"><base href="/~app/"><style>${baseCss}</style><body></body>`,
    )
    this.doc.close()
    this.win = frame.contentWindow as FrameWindow
    // glass-easel draws through this; the types say "Element of some backend", here DOM elements of this iframe.
    const doc = this.doc
    this.document = {
      createElement: (tag: string) => doc.createElement(defineElement(this, tag)),
      createTextNode: (text: string) => doc.createTextNode(text),
      createDocumentFragment: () => doc.createDocumentFragment(),
    } as unknown as glassEasel.CurrentWindowBackendContext['document']
    listenToGestures(this)
    dragWithMouse(this)
  }

  override getRootNode() {
    return this.doc.body as never
  }
  override getWindowWidth() {
    return this.win.innerWidth
  }
  override getWindowHeight() {
    return this.win.innerHeight
  }
  override registerStyleSheetContent() {
    // Sheets are read from the payload when a component first appears in this page.
  }
  override appendStyleSheetPath(path: string): number {
    const known = this.sheets.get(path)
    if (known !== undefined) return known
    const style = this.doc.createElement('style')
    style.textContent = resolveCssUrls(this.host.payload.css[path] ?? '')
    this.doc.head.append(style)
    this.sheets.set(path, this.sheets.size)
    return this.sheets.size - 1
  }

  // Events go straight to the glass-easel tree, in the shape WeChat gives them: see dispatch().
  override onEvent() {}
  override setListenerStats(element: unknown, type: string) {
    const own = element as WxElement
    own.listens = (own.listens ?? new Set()).add(type)
  }
  override setModelBindingStat(element: unknown, name: string, listener: ((value: unknown) => void) | null) {
    const own = element as WxElement
    own.model = { ...own.model, [name]: listener }
  }

  /** The theme and the safe area, as classes and variables that compiled WXSS refers to. */
  dress(theme: Theme, inset: { top: number; bottom: number }, background: string): void {
    const root = this.doc.documentElement
    root.classList.toggle('theme-dark', theme === 'dark')
    root.classList.toggle('theme-light', theme === 'light')
    root.style.colorScheme = theme
    root.style.background = background
    root.style.setProperty('--safe-area-inset-top', `${inset.top}px`)
    root.style.setProperty('--safe-area-inset-bottom', `${inset.bottom}px`)
    for (const side of ['left', 'right']) root.style.setProperty(`--safe-area-inset-${side}`, '0px')
  }

  /** Sends a WeChat event into the component tree from the DOM node it happened on. */
  dispatch(native: globalThis.Event, type: string, detail: unknown, extraFields: Record<string, unknown> = {}): void {
    let node = native.target as (Node & { __wxElement?: glassEasel.Element }) | null
    while (node && !node.__wxElement) node = node.parentNode
    if (!node?.__wxElement) return
    const event = new glassEasel.Event(type, detail, { ...TRAVELS, originalEvent: native, extraFields })
    glassEasel.Event.dispatchEvent(node.__wxElement, event)
    // catchtouchmove keeps what is behind a sheet from scrolling.
    if (event.defaultPrevented() && native.cancelable && native.type === 'touchmove') native.preventDefault()
  }
}
