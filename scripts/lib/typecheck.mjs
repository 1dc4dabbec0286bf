import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { seconds } from '../../config/progress/progress.mjs'
import { atMost } from './at-most.mjs'
import { run, stopping } from './children.mjs'
import { workspacesIn } from './install.mjs'
import { root } from './paths.mjs'
import { tool } from './tools.mjs'

/** The compiler keeps a core busy. */
const AT_ONCE = 2
/** What runs in a browser knows the DOM; the rest of its workspace must not. */
const PARTS = ['packages/simulator/src/runtime', 'apps/demo/src/desk/page']

/**
 * Every workspace that has a tsconfig.json, the scripts, and parts of a workspace that run elsewhere and so have a
 * tsconfig.json of their own.
 * @param {string} repository
 */
export function checkedFolders(repository) {
  const lockfile = readFileSync(join(repository, 'pnpm-lock.yaml'), 'utf8')
  const folders = [...workspacesIn(lockfile).filter((folder) => folder !== '.'), 'scripts', ...PARTS]
  return folders.filter((folder) => existsSync(join(repository, folder, 'tsconfig.json')))
}

/**
 * Runs the compiler on each of them and prints all errors, workspace by workspace.
 *
 * @param {{ repository?: string, only?: string[], print?: (line: string) => void }} [options] `only`: folders to check
 * @returns {Promise<boolean>} true when there was no error
 */
export async function typecheck({ repository = root, only = [], print = console.log } = {}) {
  const wanted = only.map((folder) => folder.replace(/\/$/, ''))
  const folders = checkedFolders(repository).filter((folder) => wanted.length === 0 || wanted.includes(folder))
  const outcomes = await atMost(AT_ONCE, folders, async (folder) => {
    if (stopping()) return false
    const startedAt = Date.now()
    const args = [tool.tsc(), '-p', join(folder, 'tsconfig.json'), '--pretty', String(process.stdout.isTTY ?? false)]
    const { code, output } = await run(process.execPath, args, { cwd: repository })
    print(`${code === 0 ? '✔' : '✖'} ${folder} (${seconds(Date.now() - startedAt)})`)
    if (code !== 0) print(output)
    return code === 0
  })
  return outcomes.every(Boolean) && folders.length > 0
}
