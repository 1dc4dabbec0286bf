import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { InstallFailed } from './advice.mjs'
import { run } from './children.mjs'
import { npm } from './npm.mjs'
import { root, workshop } from './paths.mjs'

/** The one place that pins pnpm. It is a native program … */
export const PNPM = '12.21.0'
/** … so where that program cannot run (an old C library, a rare processor) the last pnpm written in JavaScript serves: same lockfile. */
export const PNPM_IN_JAVASCRIPT = '10.34.8'

/** What npm says when that version cannot be had here, whatever the network does. */
const NOT_FOR_THIS_MACHINE = /E404|ETARGET|EBADPLATFORM|EBADENGINE/

const tools = join(workshop, 'tools')
const noteFile = join(tools, 'pnpm.json')
const home = join(tools, 'node_modules', 'pnpm')

/** The file that Node runs to be pnpm. */
const entry = () => ['pnpm.mjs', 'pnpm.cjs'].map((name) => join(home, 'bin', name)).find((file) => existsSync(file))

/** True when the pinned pnpm (or its stand-in) was found to run on this machine before; asks neither network nor program. */
export function pnpmIsHere() {
  const version = installedVersion()
  const note = existsSync(noteFile) ? readFileSync(noteFile, 'utf8') : ''
  return version !== undefined && note === describe(version)
}

/**
 * Brings pnpm from the npm registry into `.xiaopu/tools`, with the person's own npm settings.
 * @returns {Promise<string>} its version
 * @throws {InstallFailed}
 */
export async function bringPnpm() {
  let problem = ''
  for (const version of [PNPM, PNPM_IN_JAVASCRIPT]) {
    const installed = installedVersion() === version ? { code: 0, output: '' } : await npmInstall(version)
    if (installed.code !== 0) {
      problem = installed.output
      if (NOT_FOR_THIS_MACHINE.test(problem)) continue
      // A network that is down is down for the other version too.
      break
    }
    const tried = await pnpm(['--version'])
    if (tried.code === 0 && tried.output.includes(version)) {
      writeFileSync(noteFile, describe(version))
      return version
    }
    problem = tried.output
  }
  throw new InstallFailed(`pnpm ${PNPM} could not be brought from the npm registry.`, problem)
}

/** @param {string} version */
function npmInstall(version) {
  mkdirSync(tools, { recursive: true })
  const flags = ['--prefix', tools, '--no-save', '--no-audit', '--no-fund', '--no-package-lock', '--loglevel=error']
  return npm(['install', ...flags, `pnpm@${version}`], { cwd: tools })
}

/**
 * Runs the pinned pnpm in the repository.
 * @param {string[]} args
 * @param {import('./children.mjs').RunOptions} [options]
 */
export function pnpm(args, options = {}) {
  const file = entry()
  if (!file) throw new Error('pnpm is not here yet: bringPnpm() comes first')
  return run(process.execPath, [file, ...args], { cwd: root, ...options })
}

function installedVersion() {
  const manifest = join(home, 'package.json')
  return existsSync(manifest) ? JSON.parse(readFileSync(manifest, 'utf8')).version : undefined
}

/**
 * The note says which pin it answers, on which kind of machine.
 * @param {string} version
 */
const describe = (version) =>
  JSON.stringify({ pinned: PNPM, installed: version, on: `${process.platform}-${process.arch}` })
