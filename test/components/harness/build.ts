import { existsSync, realpathSync } from 'node:fs'
import { join, resolve } from 'node:path'

const storefront = resolve(import.meta.dirname, '../../../apps/storefront')

/** The compiled Mini Program: `qa` with names and line breaks kept, `release` as it is uploaded to WeChat. */
export type Output = 'qa' | 'release'

const OUTPUTS: Record<Output, { folder: string; command: string }> = {
  qa: { folder: 'dist-qa', command: 'pnpm --filter @xiaopu/storefront build:qa' },
  release: { folder: 'dist', command: 'pnpm --filter @xiaopu/storefront build:weapp' },
}

/**
 * The folder with the app.json of that output.
 * @throws {Error} with the command that makes it, when nobody has built it
 */
export function compiled(output: Output, inside = storefront): string {
  const { folder, command } = OUTPUTS[output]
  const root = join(inside, folder)
  if (!existsSync(join(root, 'app.json')))
    throw new Error(`apps/storefront/${folder} is missing. Build it first: ${command}   (npm test does so by itself)`)
  return realpathSync(root)
}
