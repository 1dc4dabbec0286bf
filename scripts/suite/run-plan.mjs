import { seconds } from '../../config/progress/progress.mjs'
import { stopping } from '../lib/children.mjs'

/**
 * @typedef {object} Outcome
 * @property {string} name
 * @property {'passed' | 'unchanged' | 'failed' | 'not run'} result
 * @property {number} ms
 * @property {string} why one sentence, when it did not pass
 * @property {boolean} beside it ran beside other steps
 * @property {string} [resultsFile]
 */

/**
 * Runs a plan. A step that fails does not stop the ones that do not need it.
 *
 * @param {import('./plan.mjs').Plan} plan
 * @param {(line: string) => void} [print]
 * @returns {Promise<Outcome[]>} in the order of the plan
 */
export async function runPlan(plan, print = console.log) {
  /** @type {Outcome[]} */
  const outcomes = []
  for (const stage of plan) {
    const lanes = await Promise.all(
      stage.map(async (lane, index) => {
        /** @type {Outcome[]} */
        const own = []
        for (const step of lane) {
          if (stopping()) break
          own.push(await runStep(step, [...outcomes, ...own], { beside: index > 0, print }))
        }
        return own
      }),
    )
    outcomes.push(...lanes.flat())
  }
  return outcomes
}

/**
 * @param {import('./plan.mjs').Step} step
 * @param {Outcome[]} before
 * @param {{ beside: boolean, print: (line: string) => void }} options
 * @returns {Promise<Outcome>}
 */
async function runStep({ name, needs = [], missing, quiet, run, resultsFile }, before, { beside, print }) {
  const lacking = needs.filter((need) => !before.some((outcome) => outcome.name === need && hasPassed(outcome)))
  const reason = missing ?? (lacking.length > 0 ? `it needs ${lacking.join(' and ')}` : undefined)
  if (reason) return { name, result: 'not run', ms: 0, why: `not run: ${reason}`, beside }

  print(`\n▶ ${name}`)
  const startedAt = Date.now()
  const { ok, unchanged, output } = await run()
  const ms = Date.now() - startedAt
  if (!ok && quiet && output) print(output)
  print(`${ok ? '✔' : '✖'} ${name}${unchanged ? ': unchanged, not built again' : ''} (${seconds(ms)})`)
  const result = ok ? (unchanged ? 'unchanged' : 'passed') : 'failed'
  return { name, result, ms, why: ok ? '' : 'failed, see above', beside, resultsFile }
}

/** @param {Outcome} outcome */
const hasPassed = ({ result }) => result === 'passed' || result === 'unchanged'
