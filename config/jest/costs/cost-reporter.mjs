import { writeFileSync } from 'node:fs'
import { relative } from 'node:path'
import { costTable } from './cost-table.mjs'

/** A run of fewer files needs no table. */
const WORTH_A_TABLE = 4

/** Where Jest's results go to a file, what each test file cost lies beside them. @param {string} resultsFile */
export const costsFile = (resultsFile) => resultsFile.replace(/(?:\.json)?$/, '.costs.json')

/**
 * What is read of a file's result.
 * @typedef {object} Result
 * @property {{ own: number, children: number }} [cost] by measured-runner.cjs
 * @property {{ start: number, end: number }} perfStats
 * @property {number} numPassingTests
 * @property {number} numFailingTests
 */

/** Says what each test file cost: beside Jest's results, where they are written down, and otherwise on standard error. */
export default class CostReporter {
  /** @param {{ outputFile?: string }} globalConfig */
  constructor({ outputFile }) {
    this.outputFile = outputFile
    /** @type {import('./cost-table.mjs').FileCost[]} */
    this.files = []
  }

  /**
   * @param {{ path: string, context: { config: { rootDir: string, displayName?: { name: string } } } }} test
   * @param {Result} result
   */
  onTestFileResult({ path, context }, { cost = { own: 0, children: 0 }, perfStats, numPassingTests, numFailingTests }) {
    this.files.push({
      file: relative(context.config.rootDir, path).replaceAll('\\', '/'),
      project: context.config.displayName?.name ?? '',
      tests: numPassingTests + numFailingTests,
      processor: Math.round(cost.own + cost.children),
      wall: perfStats.end - perfStats.start,
    })
  }

  onRunComplete() {
    if (this.outputFile) writeFileSync(costsFile(this.outputFile), JSON.stringify(this.files))
    else if (this.files.length >= WORTH_A_TABLE) console.error(`\n${costTable(this.files)}`)
  }
}
