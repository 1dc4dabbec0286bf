import { createRequire } from 'node:module'

/** A node of WeChat's component framework. */
export interface ExparserNode {
  id: string
  _vt?: { attrs?: { name: string; value: unknown }[] }
}
/** An element of the page as jsdom shows it. */
export type SimulatedElement = Element & { __wxElement?: ExparserNode }

/** What `Page` and `Component` of the app end up as. */
export interface PageInstance {
  route: string
  options: Record<string, string>
  setData(change: object, done?: () => void): void
  [hook: string]: unknown
}

export interface Rendered {
  readonly dom: Element
  readonly instance: PageInstance
  attach(parent: Element): void
  detach(): void
}

interface Exparser {
  Event: {
    create(name: string, detail: object, options: object): unknown
    dispatchEvent(target: ExparserNode, event: unknown): void
  }
  globalOptions: { throwGlobalError: boolean }
}
interface MiniprogramSimulate {
  load(path: string, tagName: string, options: object): string
  render(id: string): Rendered
}

const here = createRequire(import.meta.url)
const simulate = here('miniprogram-simulate') as MiniprogramSimulate
const insideSimulate = createRequire(here.resolve('miniprogram-simulate'))
const insideComponents = createRequire(insideSimulate.resolve('j-component'))
const exparser = insideComponents('miniprogram-exparser') as Exparser

/** The one seam inside miniprogram-simulate: who runs a component's script. Jest's own `require` cannot run a file twice. */
const seam = insideSimulate('./src/utils') as { runJs(path: string): void }

type Define = (definition: object) => void
const globals = globalThis as { Component?: Define; wx?: unknown; Behavior?: unknown }
const register = globals.Component as Define
// The simulator offers them to everybody; the app gets its own.
globals.Component = undefined
globals.wx = undefined
globals.Behavior = undefined

// What throws in a handler should be heard of, not only printed.
exparser.globalOptions.throwGlobalError = true

/** Announces what the script that is running defines; only while `loadPage` is at work. */
export const defineComponent: Define = (definition) => register(definition)

/**
 * Compiles a page and its components with WeChat's own compiler and has its scripts run.
 * @param path without extension
 * @returns the id to render
 */
export function loadPage(root: string, path: string, run: (path: string) => void): string {
  const before = seam.runJs
  seam.runJs = run
  try {
    return simulate.load(path, 'page', {
      rootPath: root,
      compiler: 'official',
      compilerOptions: { maxBuffer: 1 << 28 },
    })
  } finally {
    seam.runJs = before
  }
}

export const renderPage = (id: string): Rendered => simulate.render(id)

const BUBBLES = ['tap', 'longpress', 'longtap', 'touchstart', 'touchmove', 'touchend', 'touchcancel']

/** Lets an event of WeChat happen on an element. Only touches bubble, as in WeChat. */
export function dispatch(element: Element, name: string, detail: object) {
  const node = (element as SimulatedElement).__wxElement
  if (!node) throw new Error(`<${element.localName}> is no element of the page`)
  const bubbles = BUBBLES.includes(name)
  const extraFields = { touches: [], changedTouches: [] }
  exparser.Event.dispatchEvent(
    node,
    exparser.Event.create(name, detail, { bubbles, capturePhase: true, composed: true, extraFields }),
  )
}
