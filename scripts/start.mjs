import { checkNode } from './lib/check-node.mjs'

// `npm start`: install what is missing, then hand over to the demo, which builds, seeds, starts and prints the address.
checkNode()
const { start } = await import('./lib/start.mjs')
await start(process.argv.slice(2))
