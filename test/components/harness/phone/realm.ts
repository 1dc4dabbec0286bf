import { readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { createContext, runInContext, Script } from 'node:vm'

/** What V8 brings and WeChat's logic layer does not have on every phone. */
const NOT_ON_A_PHONE = ['Intl', 'WebAssembly', 'SharedArrayBuffer', 'Atomics']

/** The realm's `Date` by another clock. */
const CLOCK = `(function (now) {
  const TrueDate = Date
  globalThis.Date = class Date extends TrueDate {
    constructor(...given) {
      super(...(given.length === 0 ? [now()] : given))
    }
    static now() {
      return now()
    }
  }
})`

const scripts = new Map<string, Script>()

/** Compiled once per test file; run once per app. */
function script(file: string): Script {
  const known = scripts.get(file)
  if (known) return known
  const source = readFileSync(file, 'utf8')
  // As WeChat wraps a module; on one line, so that line numbers in a stack are those of the file.
  const wrapped = new Script(`(function (require, module, exports) {${source}\n})`, { filename: file })
  scripts.set(file, wrapped)
  return wrapped
}

type ModuleFunction = (require: (path: string) => unknown, module: { exports: unknown }, exports: unknown) => void

/**
 * The logic layer's own JavaScript: ECMAScript, the globals it is given, and nothing else. There is no `window`, `document`,
 * `fetch`, `URL` or `AbortController` in it, no `eval` either: code that would die on a phone dies here.
 */
export class Realm {
  private readonly context: object
  private readonly modules = new Map<string, { exports: unknown }>()
  private readonly parse: (json: string) => unknown

  /** @param now ms: the phone's clock */
  constructor(globals: Record<string, unknown>, now: () => number = Date.now) {
    this.context = createContext({ ...globals }, { codeGeneration: { strings: false, wasm: false } })
    for (const name of NOT_ON_A_PHONE) runInContext(`delete globalThis.${name}`, this.context)
    runInContext('globalThis.global = globalThis', this.context)
    const setClock = runInContext(CLOCK, this.context) as (now: () => number) => void
    setClock(now)
    this.parse = runInContext('JSON.parse', this.context) as (json: string) => unknown
  }

  /** Runs a file of the output once, as `require` does. @param file without or with `.js` */
  require(file: string): unknown {
    const path = file.endsWith('.js') ? file : `${file}.js`
    const loaded = this.modules.get(path)
    if (loaded) return loaded.exports
    const module: { exports: unknown } = { exports: {} }
    this.modules.set(path, module)
    const define = script(path).runInContext(this.context) as ModuleFunction
    define((relative) => this.require(join(dirname(path), relative)), module, module.exports)
    return module.exports
  }

  /** A copy made of the realm's own objects: what comes over WeChat's bridge is always a copy. */
  bring<T>(value: T): T {
    return value === undefined ? value : (this.parse(JSON.stringify(value)) as T)
  }
}
