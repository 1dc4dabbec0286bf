import { checkNode } from './lib/check-node.mjs'

// `node scripts/build.mjs [weapp|qa]`: builds the Mini Program; an unchanged tree is not built again.
checkNode()
const { BUILDS, buildMiniProgram } = await import('./lib/builds.mjs')
const { passSignalsOn } = await import('./lib/children.mjs')
const { bringPnpm, pnpmIsHere } = await import('./lib/pnpm.mjs')

const [name = 'weapp'] = process.argv.slice(2)
if (name === 'weapp' || name === 'qa') {
  passSignalsOn()
  if (!pnpmIsHere()) await bringPnpm()
  const { ok, unchanged } = await buildMiniProgram(name, { inherit: true })
  if (unchanged) console.log(`${BUILDS[name].output} is up to date`)
  process.exitCode ||= ok ? 0 : 1
} else {
  console.error(`There is no build "${name}": choose weapp or qa.`)
  process.exitCode = 1
}
