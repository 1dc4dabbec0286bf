const { TestEnvironment } = require('jest-environment-node')
const { keepCompiled } = require('./compiled-webassembly.cjs')
const { beginFile } = require('./rsa-keys.cjs')

/**
 * Jest's environment for Node. What is dear to make and cannot be changed is made once for a worker instead of once for
 * each of its files: PGlite's compiled WebAssembly, and RSA keys.
 */
module.exports = class NodeEnvironment extends TestEnvironment {
  constructor(config, context) {
    super(config, context)
    keepCompiled(this.global.WebAssembly)
    beginFile()
  }
}
