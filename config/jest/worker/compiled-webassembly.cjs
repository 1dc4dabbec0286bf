const { createHash } = require('node:crypto')

/** What is smaller is compiled in no time. Bytes. */
const WORTH_KEEPING = 1_000_000
/** @type {Map<string, Promise<WebAssembly.Module>>} by a hash of the bytes */
const compiled = new Map()

/**
 * Lets a test file's `WebAssembly.instantiate` take a large module compiled for an earlier file: the nine megabytes of PGlite,
 * and what V8 has made faster of them since. Modules hold no state; each instance has a memory of its own.
 */
exports.keepCompiled = (webAssembly) => {
  const instantiate = webAssembly.instantiate
  webAssembly.instantiate = async (source, imports) => {
    if (!(source.byteLength >= WORTH_KEEPING)) return instantiate(source, imports)
    const bytes = ArrayBuffer.isView(source) ? source : new Uint8Array(source)
    const key = createHash('sha1').update(bytes).digest('hex')
    if (!compiled.has(key)) compiled.set(key, WebAssembly.compile(source))
    // Each file has globals of its own, and PGlite asks whether it is an `instanceof` theirs.
    const module = Object.setPrototypeOf(await compiled.get(key), webAssembly.Module.prototype)
    return { module, instance: await instantiate(module, imports) }
  }
}
