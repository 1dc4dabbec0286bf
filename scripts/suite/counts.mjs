import { existsSync, readFileSync } from 'node:fs'
import { costsFile } from '../../config/jest/costs/cost-reporter.mjs'

/**
 * What is read of the JSON that Jest writes.
 * @typedef {object} JestResults
 * @property {number} numPassedTests
 * @property {number} numFailedTests
 * @property {number} numPendingTests
 * @property {number} numTodoTests
 * @property {number} numRuntimeErrorTestSuites files that could not even be loaded
 * @property {{ name: string, assertionResults: { ancestorTitles: string[], status: string }[] }[]} testResults
 */

/**
 * The results of every Jest step that ran; a step that ended without writing any is a failure with no tests.
 *
 * @param {import('./run-plan.mjs').Outcome[]} outcomes
 * @returns {(JestResults | undefined)[]}
 */
export function readResults(outcomes) {
  return outcomes
    .flatMap(({ resultsFile }) => (resultsFile ? [resultsFile] : []))
    .map((file) => (existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : undefined))
}

/**
 * What every test file cost, of all Jest steps that ran to their end.
 *
 * @param {import('./run-plan.mjs').Outcome[]} outcomes
 * @returns {import('../../config/jest/costs/cost-table.mjs').FileCost[]}
 */
export function readCosts(outcomes) {
  return outcomes
    .flatMap(({ resultsFile }) => (resultsFile ? [costsFile(resultsFile)] : []))
    .flatMap((file) => (existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : []))
}

/**
 * Tests of all runs together. A file that could not be loaded, or a run that wrote nothing, is one failure.
 * @param {(JestResults | undefined)[]} runs
 */
export function countTests(runs) {
  const tests = { passed: 0, failed: 0, skipped: 0 }
  for (const run of runs) {
    tests.passed += run?.numPassedTests ?? 0
    tests.failed += run ? run.numFailedTests + run.numRuntimeErrorTestSuites : 1
    tests.skipped += run ? run.numPendingTests + run.numTodoTests : 0
  }
  return tests
}

/**
 * The closing line: "812 passed, 0 failed", and what was skipped when something was.
 * @param {{ passed: number, failed: number, skipped: number }} tests
 */
export function sentence({ passed, failed, skipped }) {
  return `${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`
}
