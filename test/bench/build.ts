import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { compiledShop, ROOT } from '../journeys/harness/compiled'

/** The Mini Program as it would be uploaded, built from the sources as they are now; an unchanged tree is not built again. */
export function buildShop(): string {
  const { status } = spawnSync(process.execPath, [join(ROOT, 'scripts/build.mjs'), 'weapp'], {
    cwd: ROOT,
    // Standard output is for the numbers.
    stdio: ['ignore', 2, 2],
  })
  if (status !== 0) throw new Error('The Mini Program could not be built.')
  return compiledShop()
}
