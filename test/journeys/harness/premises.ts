import { execFile } from 'node:child_process'
import { cp, mkdtemp } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { compiledShop, ROOT } from './compiled'

const SEED_LIMIT_MS = 5 * 60_000

/** What every test file starts from: the goods, and the Mini Program as it was when the run began. */
export interface Premises {
  folder: string
  /** A seeded data folder. */
  data: string
  /** The compiled Mini Program; whoever builds it anew meanwhile disturbs nobody. */
  program: string
}

const premisesIn = (folder: string): Premises => ({
  folder,
  data: join(folder, 'data'),
  program: join(folder, 'program'),
})

/**
 * Fills a shop with the demo's goods in a new temporary folder and closes it again. In a process of its own, which takes
 * the memory of importing photographs with it.
 * @throws when the Mini Program is not built
 */
export async function preparePremises(): Promise<Premises> {
  const built = compiledShop()
  const premises = premisesIn(await mkdtemp(join(tmpdir(), 'xiaopu-premises-')))
  await cp(built, premises.program, { recursive: true })
  const seed = join(import.meta.dirname, 'seed.ts')
  await promisify(execFile)(process.execPath, ['--import', 'tsx', seed, premises.data, premises.program], {
    cwd: ROOT,
    timeout: SEED_LIMIT_MS,
  })
  return premises
}

/** The name under which the test files find the folder. */
const VARIABLE = 'XIAOPU_PREMISES'

export const announcePremises = ({ folder }: Premises): void => {
  process.env[VARIABLE] = folder
}

/** Those prepared for this run. @throws outside of one */
export function announcedPremises(): Premises {
  const folder = process.env[VARIABLE]
  if (!folder) throw new Error('No shop was prepared: run the journeys through Jest, project "journeys".')
  return premisesIn(folder)
}

/** Not its keys and not what its WeChat remembers: each shop makes its own. */
const OWN = new Set(['keys.json', 'wechat.json', 'database.lock'])

export const copyGoods = ({ data }: Premises, dataDir: string): Promise<void> =>
  cp(data, dataDir, { recursive: true, filter: (path) => !OWN.has(path.slice(data.length + 1)) })
