import { createHash } from 'node:crypto'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { InstallFailed } from './advice.mjs'
import { countPackages, followInstall } from './install-progress.mjs'
import { registrySettings } from './npm.mjs'
import { root } from './paths.mjs'
import { PNPM, pnpm } from './pnpm.mjs'

/**
 * What an install is made from, as one hash: lockfile, workspace file, every workspace's package.json, and the platform
 * (native parts differ).
 * @param {string} repository
 */
export function installHash(repository) {
  const hash = createHash('sha256').update(`${PNPM} ${process.platform}-${process.arch} ${process.versions.modules}`)
  const lockfile = readFileSync(join(repository, 'pnpm-lock.yaml'), 'utf8')
  hash.update(lockfile).update(readFileSync(join(repository, 'pnpm-workspace.yaml')))
  for (const workspace of workspacesIn(lockfile)) {
    const manifest = join(repository, workspace, 'package.json')
    hash.update(workspace).update(existsSync(manifest) ? readFileSync(manifest) : 'gone')
  }
  return hash.digest('hex')
}

/**
 * The workspaces a lockfile was made for: "." , "apps/gateway" …
 * @param {string} lockfile
 */
export function workspacesIn(lockfile) {
  const importers = lockfile.slice(lockfile.indexOf('\nimporters:'), lockfile.indexOf('\npackages:'))
  return [...importers.matchAll(/^ {2}(\S+):$/gm)].map(([, folder]) => String(folder))
}

/**
 * True when the last install was made from the very same files.
 * @param {string} [repository]
 */
export function packagesAreCurrent(repository = root) {
  const stamp = stampFile(repository)
  return existsSync(stamp) && readFileSync(stamp, 'utf8') === installHash(repository)
}

/**
 * `pnpm install --frozen-lockfile`, telling how far it is.
 * @param {import('../../config/progress/progress.mjs').Step} step
 * @returns {Promise<number>} how many packages are in place
 * @throws {InstallFailed}
 */
export async function installPackages(step) {
  const install = followInstall(countPackages(readFileSync(join(root, 'pnpm-lock.yaml'), 'utf8')))
  const settings = await registrySettings()
  const { code } = await pnpm(['install', '--frozen-lockfile', '--reporter=ndjson'], {
    // CI=true: pnpm must not stop to ask whether it may replace a node_modules that another tool made.
    env: { ...settings, ...process.env, CI: 'true' },
    onLine(line) {
      install.read(line)
      const { imported, expected } = install.now
      if (imported) step.update(`${thousands(imported)} of ~${thousands(expected)}`, imported / expected)
    },
  })
  if (code !== 0) throw new InstallFailed('Installing the packages failed.', install.complaints)
  writeFileSync(stampFile(root), installHash(root))
  return install.now.imported
}

/** @param {string} repository */
const stampFile = (repository) => join(repository, 'node_modules', '.xiaopu-install')

/** @param {number} count */
export const thousands = (count) => count.toLocaleString('en-US')
