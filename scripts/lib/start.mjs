import { createProgress } from '../../config/progress/progress.mjs'
import { BOOTSTRAP_STEPS, bootstrap } from './bootstrap.mjs'
import { buildMiniProgram } from './builds.mjs'
import { passSignalsOn, run, stopping } from './children.mjs'
import { root } from './paths.mjs'

/** The demo's own steps follow ours in one numbering: fill the shop, open it. */
const DEMO_STEPS = 2
/** Installing, and the build. */
const OWN_STEPS = BOOTSTRAP_STEPS + 1

/**
 * @param {string[]} args passed on to the demo, such as `--port 5000`
 */
export async function start(args) {
  passSignalsOn()
  const total = OWN_STEPS + DEMO_STEPS
  try {
    const progress = createProgress(total)
    await bootstrap(progress)
    if (stopping()) return
    await build(progress)
  } catch (error) {
    if (!stopping()) console.error(`\n${error instanceof Error ? error.message : error}`)
    process.exitCode ||= 1
    return
  }
  if (stopping()) return
  const { code } = await run(process.execPath, ['--import', 'tsx', 'apps/demo/src/main.ts', ...args], {
    cwd: root,
    env: { ...process.env, XIAOPU_STEPS_DONE: String(OWN_STEPS), XIAOPU_STEPS_TOTAL: String(total) },
    inherit: true,
  })
  process.exitCode = code
}

/**
 * Builds the Mini Program as it would be uploaded to WeChat, unless the last build is still good.
 *
 * @param {ReturnType<typeof createProgress>} progress
 * @throws {Error} with what the build printed
 */
async function build(progress) {
  const step = progress.begin('Building the Mini Program for WeChat')
  const { ok, unchanged, output } = await buildMiniProgram('weapp', {
    onLine: (line) => step.update(line.slice(0, 60)),
  })
  if (ok) return step.done(unchanged ? 'The Mini Program is built' : 'Built the Mini Program for WeChat')
  step.fail()
  throw new Error(`${output}\n\nThe Mini Program could not be built: see above.`)
}
