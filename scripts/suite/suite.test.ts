import { EventEmitter, once } from 'node:events'
import { costTable } from '../../config/jest/costs/cost-table.mjs'
import type { JestResults } from './counts.mjs'
import { countTests, readResults, sentence } from './counts.mjs'
import { databasesUsed } from './databases.mjs'
import type { Step } from './plan.mjs'
import { planEverything } from './plan.mjs'
import { runPlan } from './run-plan.mjs'
import { closingTable } from './table.mjs'

const step = (name: string, ok = true, more: Partial<Step> = {}): Step => ({ name, run: async () => ({ ok }), ...more })
const silent = () => undefined

describe('the steps of npm test', () => {
  test('a failing check does not keep the tests from running', async () => {
    const outcomes = await runPlan([[[step('lint', false), step('unit tests')]]], silent)
    expect(outcomes.map(({ name, result }) => [name, result])).toEqual([
      ['lint', 'failed'],
      ['unit tests', 'passed'],
    ])
  })

  test('a failed build keeps back just the tests that look at it, and says so', async () => {
    const second = [
      step('components', true, { needs: ['build qa'] }),
      step('journeys', true, { needs: ['build weapp'] }),
    ]
    const outcomes = await runPlan(
      [[[step('unit tests')], [step('build qa', false), step('build weapp')]], [second]],
      silent,
    )
    const components = outcomes.find(({ name }) => name === 'components')
    expect(components).toMatchObject({ result: 'not run', why: 'not run: it needs build qa' })
    expect(outcomes.find(({ name }) => name === 'journeys')?.result).toBe('passed')
  })

  test('an unchanged build is as good as a new one', async () => {
    const build = step('build weapp', true, { run: async () => ({ ok: true, unchanged: true }) })
    const outcomes = await runPlan([[[build]], [[step('journeys', true, { needs: ['build weapp'] })]]], silent)
    expect(outcomes.map(({ result }) => result)).toEqual(['unchanged', 'passed'])
  })

  test('two lanes run side by side', async () => {
    const bell = new EventEmitter()
    const waits = step('waits', true, { run: () => once(bell, 'ring').then(() => ({ ok: true })) })
    const rings = step('rings', true, { run: async () => ({ ok: bell.emit('ring') }) })
    const outcomes = await runPlan([[[waits], [rings]]], silent)
    expect(outcomes.map(({ name, beside }) => [name, beside])).toEqual([
      ['waits', false],
      ['rings', true],
    ])
  })

  test('what a quiet step printed is shown when it fails', async () => {
    const lines: string[] = []
    const build = step('build', false, { quiet: true, run: async () => ({ ok: false, output: 'Module not found' }) })
    await runPlan([[[build]]], (line) => lines.push(line))
    expect(lines).toContain('Module not found')
  })

  test('without a browser only the journeys are kept back', () => {
    const steps = planEverything({ missing: 'Install Chromium.' }).flat(2)
    expect(steps.filter(({ missing }) => missing).map(({ name }) => name)).toEqual(['journeys'])
  })
})

describe('the closing lines', () => {
  const results = (counts: Partial<JestResults>): JestResults => ({
    numPassedTests: 0,
    numFailedTests: 0,
    numPendingTests: 0,
    numTodoTests: 0,
    numRuntimeErrorTestSuites: 0,
    testResults: [],
    ...counts,
  })

  test('tests of all runs are counted together', () => {
    const tests = countTests([results({ numPassedTests: 5 }), results({ numPassedTests: 2, numPendingTests: 1 })])
    expect(sentence(tests)).toBe('7 passed, 0 failed, 1 skipped')
  })

  test('nothing skipped is not mentioned', () => {
    expect(sentence({ passed: 812, failed: 0, skipped: 0 })).toBe('812 passed, 0 failed')
  })

  test('a file that could not be loaded is a failure', () => {
    expect(countTests([results({ numPassedTests: 5, numRuntimeErrorTestSuites: 1 })])).toMatchObject({ failed: 1 })
  })

  test('a Jest that died without results is a failure', () => {
    const outcome = {
      name: 'unit',
      result: 'failed',
      ms: 1,
      why: '',
      beside: false,
      resultsFile: '/nowhere.json',
    } as const
    expect(countTests(readResults([outcome]))).toEqual({ passed: 0, failed: 1, skipped: 0 })
  })

  test('the table says where the time went', () => {
    const table = closingTable(
      [
        { name: 'lint', result: 'passed', ms: 2_100, why: '', beside: false },
        { name: 'build qa', result: 'unchanged', ms: 40, why: '', beside: true },
        { name: 'journeys', result: 'not run', ms: 0, why: 'no browser', beside: false },
      ],
      { setUp: 3_000, total: 65_000 },
    )
    expect(table.split('\n').map((line) => line.trim().split(/\s{2,}/))).toEqual([
      ['step', 'result', 'time'],
      ['set-up', '3.0 s'],
      ['lint', 'passed', '2.1 s'],
      ['build qa', 'unchanged', '0.0 s', 'beside the others'],
      ['journeys', 'not run'],
      ['everything', '1 min 05 s'],
    ])
  })

  test('the dearest files come first, and what each kind of test took comes after them', () => {
    const cost = (file: string, project: string, processor: number, wall: number) => ({
      ...{ file, project, processor, wall },
      tests: 3,
    })
    const table = costTable(
      [
        cost('cheap.test.ts', 'gateway', 100, 200),
        cost('waits.test.ts', 'journeys', 4_000, 90_000),
        cost('dear.test.ts', 'gateway', 12_000, 6_000),
      ],
      2,
    )
    expect(table.split('\n').map((line) => line.trim().split(/\s{2,}/))).toEqual([
      ['processor', 'clock', 'tests'],
      ['12 s', '6.0 s', '3', 'dear.test.ts'],
      ['4.0 s', '1 min 30 s', '3', 'waits.test.ts'],
      ['12 s', '6.2 s', '6', 'all of gateway (files: 2)'],
      ['4.0 s', '1 min 30 s', '3', 'all of journeys (files: 1)'],
    ])
  })

  const conformance = (...titles: string[]) =>
    results({
      testResults: titles.map((title) => ({
        name: '/repo/packages/commerce-postgres/src/conformance.test.ts',
        assertionResults: [{ ancestorTitles: [title], status: 'passed' }],
      })),
    })

  test('the databases of the conformance suite are those it ran on', async () => {
    const ask = async () => '15'
    await expect(databasesUsed([conformance('on PGlite')], ask)).resolves.toBe('PGlite')
    await expect(databasesUsed([conformance('on PGlite', 'on PostgreSQL')], ask)).resolves.toBe(
      'PGlite and PostgreSQL 15',
    )
    await expect(databasesUsed([results({})], ask)).resolves.toBeUndefined()
  })
})
