import { buildShop } from './build'
import { grouped, markdownTable } from './markdown'
import { MAIN_BUDGET, PLATFORM_LIMIT, weighPackages } from './packages'

/** `pnpm size`: what each package of the Mini Program weighs. Exit code 1 when one is over its budget. */
const packages = await weighPackages(buildShop())
const kilobytes = (bytes: number) => `${grouped(bytes / 1024)} KB`
const budgetOf = (name: string) => (name === 'main' ? MAIN_BUDGET : PLATFORM_LIMIT)

const rows = packages.map(({ name, raw, compiled }) => [
  name,
  grouped(raw),
  grouped(compiled),
  kilobytes(budgetOf(name)),
  `${Math.round((100 * compiled) / budgetOf(name))} %`,
])
const sum = (pick: 'raw' | 'compiled') => grouped(packages.reduce((all, one) => all + one[pick], 0))
rows.push(['together', sum('raw'), sum('compiled'), '', ''])

console.log(
  markdownTable(['package', 'built, bytes', 'compiled, bytes', 'budget', 'used'], rows, [
    'left',
    'right',
    'right',
    'right',
    'right',
  ]),
)
console.log(`
compiled: what WeChat's own compiler (miniprogram-ci, offline) would upload.
budget: ${kilobytes(MAIN_BUDGET)} for the main package is ours; ${kilobytes(PLATFORM_LIMIT)} for any package is WeChat's.`)

const heavy = packages.filter(({ name, compiled }) => compiled > budgetOf(name))
for (const { name, compiled } of heavy) {
  console.error(`\n${name} is ${kilobytes(compiled - budgetOf(name))} over its budget of ${kilobytes(budgetOf(name))}.`)
}
if (heavy.length > 0) process.exitCode = 1
