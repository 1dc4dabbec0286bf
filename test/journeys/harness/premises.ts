import { execFile } from 'node:child_process'
import { cp, mkdtemp } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import type { DemoCommerce } from '@xiaopu/demo'
import { compiledShop, ROOT } from './compiled'

const SEED_LIMIT_MS = 5 * 60_000

/** What every test file starts from: the goods, and the Mini Program as it was when the run began. */
export interface Premises {
  folder: string
  /** A seeded data folder; in it, in its folder `magento`, that of a shop on a Magento. */
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
 * Fills a shop with the demo's goods on each back end, in a new temporary folder, and closes them again. In processes of
 * their own, which take the memory of importing photographs with them.
 * @throws when the Mini Program is not built
 */
export async function preparePremises(): Promise<Premises> {
  const built = compiledShop()
  const premises = premisesIn(await mkdtemp(join(tmpdir(), 'xiaopu-premises-')))
  await cp(built, premises.program, { recursive: true })
  const seed = join(import.meta.dirname, 'seed.ts')
  const fill = (commerce: DemoCommerce) =>
    promisify(execFile)(process.execPath, ['--import', 'tsx', seed, premises.data, premises.program, commerce], {
      cwd: ROOT,
      timeout: SEED_LIMIT_MS,
    })
  await Promise.all([fill('postgres'), fill('magento')])
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
/** Where a shop on a Magento is, in the data folder of the one on PostgreSQL. */
const MAGENTO = 'magento'

export function copyGoods({ data }: Premises, dataDir: string, commerce: DemoCommerce = 'postgres'): Promise<void> {
  const [from, to] = commerce === 'magento' ? [join(data, MAGENTO), join(dataDir, MAGENTO)] : [data, dataDir]
  const isOurs = (name: string) => OWN.has(name) || (commerce === 'postgres' && name === MAGENTO)
  return cp(from, to, { recursive: true, filter: (path) => !isOurs(path.slice(from.length + 1)) })
}
