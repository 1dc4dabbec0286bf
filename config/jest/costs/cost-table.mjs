import { seconds } from '../../progress/progress.mjs'

/**
 * What a test file cost, ms.
 * @typedef {object} FileCost
 * @property {string} file relative to the repository
 * @property {string} project
 * @property {number} tests
 * @property {number} processor of Jest's worker and the programs it started
 * @property {number} wall on the clock; far more than `processor` where a quiet machine had nothing to do: it waited
 */

/**
 * The dearest files by processor time, which a busy machine does not change much, and what each project took.
 *
 * @param {FileCost[]} files
 * @param {number} [count] how many files
 */
export function costTable(files, count = 12) {
  const dearest = [...files].sort((one, other) => other.processor - one.processor).slice(0, count)
  const rows = [
    ['processor', 'clock', 'tests', ''],
    ...dearest.map((cost) => row(cost, cost.file)),
    ...projects(files).map((cost) => row(cost, `all of ${cost.project} (files: ${cost.files})`)),
  ]
  const widths = [0, 1, 2].map((column) => Math.max(...rows.map((cells) => cells[column]?.length ?? 0)))
  return rows
    .map(([processor = '', clock = '', tests = '', name = '']) =>
      `  ${processor.padStart(widths[0] ?? 0)}  ${clock.padStart(widths[1] ?? 0)}  ${tests.padStart(widths[2] ?? 0)}  ${name}`.trimEnd(),
    )
    .join('\n')
}

/** @param {Pick<FileCost, 'processor' | 'wall' | 'tests'>} cost @param {string} name */
const row = ({ processor, wall, tests }, name) => [seconds(processor), seconds(wall), String(tests), name]

/** @param {FileCost[]} files */
function projects(files) {
  /** @type {Map<string, FileCost & { files: number }>} */
  const sums = new Map()
  for (const { project, tests, processor, wall } of files) {
    const sum = sums.get(project) ?? { project, file: '', files: 0, tests: 0, processor: 0, wall: 0 }
    sum.files += 1
    sum.tests += tests
    sum.processor += processor
    sum.wall += wall
    sums.set(project, sum)
  }
  return [...sums.values()].sort((one, other) => other.processor - one.processor)
}
