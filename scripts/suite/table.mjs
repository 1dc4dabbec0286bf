import { seconds } from '../../config/progress/progress.mjs'

/**
 * Where the time went.
 *
 * @param {import('./run-plan.mjs').Outcome[]} outcomes
 * @param {{ setUp: number, total: number }} time ms: installing and finding a browser; everything together
 */
export function closingTable(outcomes, { setUp, total }) {
  const rows = [
    ['step', 'result', 'time', ''],
    ['set-up', '', seconds(setUp), ''],
    ...outcomes.map(({ name, result, ms, beside }) => [
      name,
      result,
      result === 'not run' ? '' : seconds(ms),
      beside ? 'beside the others' : '',
    ]),
    ['everything', '', seconds(total), ''],
  ]
  const width = (/** @type {number} */ column) => Math.max(...rows.map((row) => row[column]?.length ?? 0))
  const widths = [0, 1, 2].map(width)
  return rows
    .map(([name = '', result = '', time = '', note = '']) =>
      `  ${name.padEnd(widths[0] ?? 0)}  ${result.padEnd(widths[1] ?? 0)}  ${time.padStart(widths[2] ?? 0)}  ${note}`.trimEnd(),
    )
    .join('\n')
}
