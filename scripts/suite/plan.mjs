import { buildMiniProgram } from '../lib/builds.mjs'
import { run } from '../lib/children.mjs'
import { root } from '../lib/paths.mjs'
import { tool } from '../lib/tools.mjs'
import { typecheck } from '../lib/typecheck.mjs'
import { jestStep, listTests } from './jest.mjs'

/**
 * @typedef {object} Step
 * @property {string} name
 * @property {string[]} [needs] steps that must have passed
 * @property {string} [missing] why it cannot run on this machine
 * @property {string} [resultsFile] Jest's results, when it is a Jest step
 * @property {boolean} [quiet] it prints only when it fails: it runs beside another step
 * @property {() => Promise<{ ok: boolean, unchanged?: boolean, output?: string }>} run
 *
 * @typedef {Step[]} Lane steps that run one after another
 * @typedef {Lane[][]} Plan stages one after another; the lanes of a stage run side by side
 */

/** @type {Step} */
const lint = {
  name: 'lint',
  async run() {
    const biome = await run(process.execPath, [tool.biome(), 'check', '.'], { cwd: root, inherit: true })
    const rules = [tool.depcruise(), '-c', 'config/dependency-cruiser.cjs', 'apps', 'packages', 'test']
    const imports = await run(process.execPath, rules, { cwd: root, inherit: true })
    return { ok: biome.code === 0 && imports.code === 0 }
  },
}

/** @type {Step} */
const types = { name: 'typecheck', run: async () => ({ ok: await typecheck() }) }

/** @type {Step} */
const buildQa = { name: 'build qa', quiet: true, run: () => buildMiniProgram('qa') }

/** @type {Step} */
const buildWeapp = { name: 'build weapp', quiet: true, run: () => buildMiniProgram('weapp') }

/**
 * Everything. The builds run beside the checks and unit tests, so that both cores of a small machine have work.
 *
 * @param {{ missing?: string }} browser
 * @returns {Plan}
 */
export function planEverything(browser) {
  const units = jestStep('unit tests', { projects: ['workspace', 'packages', 'gateway', 'storefront'] })
  const components = jestStep('component tests', { projects: ['components'] })
  const journeys = jestStep('journeys', { projects: ['journeys'], waits: true })
  return [
    [
      [lint, types, units],
      [buildQa, buildWeapp],
    ],
    [
      [
        // The pages are opened once as uploaded, too.
        { ...components, needs: [buildQa.name, buildWeapp.name] },
        { ...journeys, needs: [buildWeapp.name], missing: browser.missing },
      ],
    ],
  ]
}

/**
 * Just the Jest tests that match, with the builds they look at.
 *
 * @param {string[]} args Jest's own
 * @param {{ missing?: string }} browser
 * @returns {Promise<Plan>}
 */
export async function planMatching(args, browser) {
  const files = await listTests(args)
  const inFolder = (/** @type {string} */ folder) => files.some((file) => file.startsWith(`test/${folder}/`))
  const looksAtPages = inFolder('components') || inFolder('journeys')
  const builds = [...(inFolder('components') ? [buildQa] : []), ...(looksAtPages ? [buildWeapp] : [])]
  const step = jestStep('matching tests', { args })
  return [
    [builds],
    [
      [
        {
          ...step,
          needs: builds.map(({ name }) => name),
          missing: inFolder('journeys') ? browser.missing : undefined,
        },
      ],
    ],
  ]
}
