import vm from 'node:vm'
import { transformSync } from 'esbuild'
import type { Project } from './project'

interface Module {
  code: string
  /** What each `require()` in it means. */
  refs: Record<string, string>
}

/** What a Mini Program's scripts are given. The runtime passes these in this order. */
export const PROVIDED = [
  'wx',
  'App',
  'Page',
  'Component',
  'Behavior',
  'getApp',
  'getCurrentPages',
  'global',
  'globalThis',
  'Function',
  'console',
]

/**
 * Browser globals that WeChat's logic layer lacks. They become parameters nobody passes, so code that reaches for one
 * finds `undefined` here as it would on a phone.
 */
export const HIDDEN =
  `window document self frames parent top opener location navigator history screen visualViewport external
  localStorage sessionStorage indexedDB caches cookieStore navigation customElements performance crypto
  fetch Headers Request Response XMLHttpRequest WebSocket EventSource Worker SharedWorker MessageChannel MessagePort
  BroadcastChannel AbortController AbortSignal Event EventTarget CustomEvent MessageEvent ErrorEvent DOMException
  URL URLSearchParams URLPattern TextEncoder TextDecoder Blob File FileReader FileList FormData
  ReadableStream WritableStream TransformStream CompressionStream DecompressionStream
  structuredClone queueMicrotask requestAnimationFrame cancelAnimationFrame requestIdleCallback cancelIdleCallback
  atob btoa Image Audio Option Node Element HTMLElement SVGElement Document DocumentFragment ShadowRoot DOMParser
  XMLSerializer MutationObserver IntersectionObserver ResizeObserver PerformanceObserver matchMedia getComputedStyle
  getSelection Notification WebAssembly alert confirm prompt print open close stop focus blur postMessage
  addEventListener removeEventListener dispatchEvent createImageBitmap OffscreenCanvas scheduler trustedTypes
  innerWidth innerHeight outerWidth outerHeight devicePixelRatio scrollX scrollY scrollTo scrollBy xiaopu`
    .split(/\s+/)
    .filter(Boolean)

/** Collects a Mini Program's scripts by following `require` from each entry. */
export class ModuleCollector {
  readonly modules = new Map<string, Module>()

  constructor(private readonly project: Project) {}

  add(file: string): void {
    if (this.modules.has(file)) return
    let code = this.project.read(file)
    if (isEsModule(code)) code = transformSync(code, { format: 'cjs', target: 'es2020' }).code
    const module: Module = { code, refs: {} }
    this.modules.set(file, module)
    for (const [, ref] of code.matchAll(/\brequire\(\s*["']([^"']+)["']\s*\)/g)) {
      const target = this.project.script(file, ref!)
      if (!target) {
        this.project.warn(`${file}: cannot resolve require('${ref}')`)
        continue
      }
      module.refs[ref!] = target
      this.add(target)
    }
  }

  /** One JavaScript expression: a function of the provided and hidden names that returns every module by its path. */
  toScript(): string {
    const entries = [...this.modules].map(
      ([file, { code, refs }]) =>
        `${JSON.stringify(file)}:[${JSON.stringify(refs)},function(require,module,exports){${code}\n}]`,
    )
    return `function(${[...PROVIDED, ...HIDDEN].join(',')}){return{\n${entries.join(',\n')}\n}}`
  }
}

/** WeChat's tools turn `import`/`export` into CommonJS before the upload; a native project in the source form needs it here. */
function isEsModule(code: string): boolean {
  try {
    new vm.Script(`(function(){${code}\n})`)
    return false
  } catch {
    return true
  }
}
