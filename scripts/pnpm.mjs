import { checkNode } from './lib/check-node.mjs'

// The pinned pnpm, for whoever has none: `node scripts/pnpm.mjs add -D something`.
checkNode()
const { bringPnpm, pnpm, pnpmIsHere } = await import('./lib/pnpm.mjs')
const { passSignalsOn } = await import('./lib/children.mjs')
passSignalsOn()
if (!pnpmIsHere()) await bringPnpm()
process.exitCode = (await pnpm(process.argv.slice(2), { cwd: process.cwd(), inherit: true })).code
