import { existsSync } from 'node:fs'
import { join, resolve } from 'node:path'

export const ROOT = resolve(import.meta.dirname, '../../..')

/**
 * The folder whose files would be uploaded to WeChat.
 * @throws with the command that makes it, when nobody has built it
 */
export function compiledShop(folder = join(ROOT, 'apps/storefront/dist')): string {
  if (existsSync(join(folder, 'app.json'))) return folder
  throw new Error('The Mini Program is not built. Run: node scripts/build.mjs weapp   (npm test does so by itself)')
}
