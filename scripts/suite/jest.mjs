import { mkdirSync, rmSync } from 'node:fs'
import { availableParallelism } from 'node:os'
import { join, relative } from 'node:path'
import { costsFile } from '../../config/jest/costs/cost-reporter.mjs'
import { run } from '../lib/children.mjs'
import { root, workshop } from '../lib/paths.mjs'
import { tool } from '../lib/tools.mjs'

const results = join(workshop, 'results')
const config = ['-c', 'config/jest/jest.config.cjs']
/** PGlite brings its WebAssembly by dynamic import, which Jest allows only with this flag. */
const dynamicImport = ['--experimental-vm-modules', '--disable-warning=ExperimentalWarning']

/**
 * A run of Jest whose results are also written down, for counting.
 *
 * @param {string} name
 * @param {{ projects?: string[], args?: string[], waits?: boolean }} options `waits`: its tests wait for a browser a third of
 *   the time, so that one more of them than there are cores keeps all busy
 * @returns {import('./plan.mjs').Step}
 */
export function jestStep(name, { projects = [], args = [], waits = false }) {
  const workers = availableParallelism() + (waits ? 1 : 0)
  const resultsFile = join(results, `${name.replaceAll(' ', '-')}.json`)
  const select = projects.length > 0 ? ['--selectProjects', ...projects] : []
  const options = [...select, '--json', `--outputFile=${resultsFile}`, `--maxWorkers=${workers}`, ...args]
  return {
    name,
    resultsFile,
    async run() {
      mkdirSync(results, { recursive: true })
      for (const file of [resultsFile, costsFile(resultsFile)]) rmSync(file, { force: true })
      const { code } = await run(process.execPath, [...dynamicImport, tool.jest(), ...config, ...options], {
        cwd: root,
        inherit: true,
      })
      return { ok: code === 0 }
    },
  }
}

/**
 * The test files Jest would run, relative to the repository.
 * @param {string[]} args
 * @returns {Promise<string[]>}
 */
export async function listTests(args) {
  const { output } = await run(process.execPath, [...dynamicImport, tool.jest(), ...config, '--listTests', ...args], {
    cwd: root,
  })
  return output
    .split('\n')
    .filter((line) => line.startsWith(root))
    .map((file) => relative(root, file).replaceAll('\\', '/'))
}
