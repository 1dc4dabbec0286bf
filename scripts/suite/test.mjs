import { costTable } from '../../config/jest/costs/cost-table.mjs'
import { createProgress } from '../../config/progress/progress.mjs'
import { BOOTSTRAP_STEPS, bootstrap } from '../lib/bootstrap.mjs'
import { passSignalsOn, stopping } from '../lib/children.mjs'
import { getBrowser } from './browser.mjs'
import { countTests, readCosts, readResults, sentence } from './counts.mjs'
import { databasesUsed } from './databases.mjs'
import { planEverything, planMatching } from './plan.mjs'
import { runPlan } from './run-plan.mjs'
import { closingTable } from './table.mjs'

/**
 * Installs what is missing, gets a browser, runs the checks and tests, and says how it went. The exit code is 1 when
 * anything failed; the closing line counts tests.
 *
 * @param {string[]} args Jest's own: paths or flags that pick tests; none for everything
 */
export async function test(args) {
  passSignalsOn()
  const startedAt = Date.now()
  const progress = createProgress(BOOTSTRAP_STEPS + 1)
  try {
    await bootstrap(progress)
  } catch (error) {
    if (!stopping()) console.error(`\n${error instanceof Error ? error.message : error}`)
    process.exitCode ||= 1
    return
  }
  const browser = await getBrowser(progress)
  const setUp = Date.now() - startedAt
  const outcomes = await runPlan(args.length > 0 ? await planMatching(args, browser) : planEverything(browser))
  if (stopping()) return

  const results = readResults(outcomes)
  const tests = countTests(results)
  const failed = outcomes.filter((outcome) => outcome.result !== 'passed' && outcome.result !== 'unchanged')
  console.log(`\n${closingTable(outcomes, { setUp, total: Date.now() - startedAt })}\n`)
  const costs = readCosts(outcomes)
  if (costs.length > 0) console.log(`The dearest test files:\n${costTable(costs)}\n`)
  const databases = await databasesUsed(results)
  if (databases) console.log(`The commerce conformance suite ran on ${databases}.`)
  for (const { name, why } of failed) console.log(`${name}: ${why}`)
  if (tests.passed + tests.failed === 0) console.log('No test ran.')
  if (failed.length > 0 || tests.failed > 0 || tests.passed === 0) process.exitCode = 1
  console.log(sentence(tests))
}
