import { checkNode } from './lib/check-node.mjs'

// `npm test`: every check and every test. `npm test -- packages/wechat` runs just the Jest tests whose path matches.
checkNode()
const { test } = await import('./suite/test.mjs')
await test(process.argv.slice(2))
