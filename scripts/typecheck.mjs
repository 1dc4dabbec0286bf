import { checkNode } from './lib/check-node.mjs'

// `pnpm typecheck [folder…]`: the TypeScript compiler on every workspace, two at a time.
checkNode()
const { typecheck } = await import('./lib/typecheck.mjs')
const { passSignalsOn } = await import('./lib/children.mjs')
passSignalsOn()
const ok = await typecheck({ only: process.argv.slice(2) })
process.exitCode ||= ok ? 0 : 1
