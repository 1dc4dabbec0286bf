import type { Records } from './records'

type ModuleFunction = (require: (ref: string) => unknown, module: { exports: unknown }, exports: unknown) => void
export type ModuleTable = Record<string, [refs: Record<string, string>, run: ModuleFunction]>

/** CommonJS as WeChat runs it: each file once, its exports kept. */
export class Modules {
  private readonly cache = new Map<string, { exports: unknown }>()
  table: ModuleTable = {}

  has(file: string): boolean {
    return file in this.table
  }

  load(file: string): unknown {
    const known = this.cache.get(file)
    if (known) return known.exports
    const [refs, run] = this.table[file] ?? missing(file)
    const module = { exports: {} as unknown }
    this.cache.set(file, module)
    const require = (ref: string) => this.load(refs[ref] ?? missing(ref))
    run.call(undefined, require, module, module.exports)
    return module.exports
  }
}

function missing(ref: string): never {
  throw new Error(`module '${ref}' is not defined, require args is '${ref}'`)
}

/**
 * What `globalThis` means to a Mini Program: the language's own objects and nothing of the browser's. `Function('return this')`
 * gives it too; any other `new Function` is refused, as on a phone.
 */
export function logicGlobals(records: Records): {
  globalObject: Record<string, unknown>
  LogicFunction: FunctionConstructor
} {
  const globalObject: Record<string, unknown> = {}
  for (const name of LANGUAGE) {
    const value = (globalThis as Record<string, unknown>)[name]
    if (value !== undefined) globalObject[name] = value
  }
  for (const name of ['setTimeout', 'clearTimeout', 'setInterval', 'clearInterval'] as const) {
    globalObject[name] = (...args: unknown[]) => (globalThis[name] as (...all: unknown[]) => unknown)(...args)
  }
  const make = (args: unknown[]) => {
    const body = String(args.at(-1) ?? '').trim()
    if (/^return this;?$/.test(body)) return () => globalObject
    records.error(new Error('new Function is not allowed in a Mini Program'))
    throw new EvalError('Code generation from strings disallowed for this context')
  }
  const LogicFunction = new Proxy(Function, {
    apply: (_t, _this, args) => make(args),
    construct: (_t, args) => make(args),
  })
  globalObject.Function = LogicFunction
  globalObject.globalThis = globalObject
  globalObject.global = globalObject
  return { globalObject, LogicFunction }
}

const LANGUAGE =
  `Object Array String Number Boolean Symbol BigInt Date RegExp Promise Proxy Reflect Map Set WeakMap WeakSet WeakRef
  Error EvalError RangeError ReferenceError SyntaxError TypeError URIError AggregateError JSON Math Intl
  ArrayBuffer DataView Int8Array Uint8Array Uint8ClampedArray Int16Array Uint16Array Int32Array Uint32Array Float32Array
  Float64Array BigInt64Array BigUint64Array NaN Infinity parseInt parseFloat isNaN isFinite
  encodeURIComponent decodeURIComponent encodeURI decodeURI escape unescape`.split(/\s+/)
