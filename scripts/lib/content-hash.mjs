import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { join, relative } from 'node:path'

/**
 * One hash of all files under the given files and folders: names and contents, in a fixed order.
 *
 * @param {string} base paths are taken, and named in the hash, from here
 * @param {string[]} paths a missing one counts as missing
 * @param {(path: string) => boolean} [leaveOut] told each path from `base`, with forward slashes
 */
export function contentHash(base, paths, leaveOut = () => false) {
  const hash = createHash('sha256')
  for (const path of paths) {
    const top = join(base, path)
    if (!existsSync(top)) hash.update(`missing ${path}\0`)
    else
      for (const file of filesUnder(base, top, leaveOut))
        hash.update(`${file}\0`).update(readFileSync(join(base, file)))
  }
  return hash.digest('hex')
}

/**
 * @param {string} base
 * @param {string} top
 * @param {(path: string) => boolean} leaveOut
 * @returns {string[]}
 */
export function filesUnder(base, top, leaveOut) {
  const path = relative(base, top).replaceAll('\\', '/')
  if (leaveOut(path)) return []
  if (!statSync(top).isDirectory()) return [path]
  return readdirSync(top)
    .sort()
    .flatMap((name) => filesUnder(base, join(top, name), leaveOut))
}
