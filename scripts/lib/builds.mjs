import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { contentHash } from './content-hash.mjs'
import { root, workshop } from './paths.mjs'
import { pnpm } from './pnpm.mjs'

/**
 * The builds of the Mini Program: `weapp` is what is uploaded to WeChat, `qa` the same with names and line breaks kept,
 * for the component tests.
 */
export const BUILDS = {
  weapp: { script: 'build:weapp', output: 'apps/storefront/dist' },
  qa: { script: 'build:qa', output: 'apps/storefront/dist-qa' },
}

/** Everything a build is made from. */
const INPUTS = [
  'apps/storefront',
  'packages/api-client/src',
  'packages/contract/src',
  'config/brand',
  'config/tsconfig.base.json',
  'pnpm-lock.yaml',
]
const NOT_AN_INPUT = /(?:^|\/)(?:node_modules|dist|dist-qa|\.swc)$|\.test\.tsx?$/
/** The one setting from outside that ends up in the bundle. */
const SETTINGS = ['XIAOPU_API_ORIGIN']

/**
 * Builds the Mini Program unless the last build was made from the same files and is still as it was written.
 *
 * @param {keyof typeof BUILDS} name
 * @param {{ onLine?: (line: string) => void, inherit?: boolean }} [options]
 * @returns {Promise<{ ok: boolean, unchanged: boolean, output: string }>} `output` is what the build printed
 */
export async function buildMiniProgram(name, options = {}) {
  const { script, output } = BUILDS[name]
  const stampFile = join(workshop, 'builds', `${name}.json`)
  const inputs = inputHash()
  const stamp = existsSync(stampFile) ? JSON.parse(readFileSync(stampFile, 'utf8')) : {}
  if (existsSync(join(root, output)) && stamp.inputs === inputs && stamp.output === contentHash(root, [output])) {
    return { ok: true, unchanged: true, output: '' }
  }
  const built = await pnpm(['--filter', '@xiaopu/storefront', 'run', script], options)
  const ok = built.code === 0 && existsSync(join(root, output))
  if (ok) {
    mkdirSync(join(workshop, 'builds'), { recursive: true })
    writeFileSync(stampFile, JSON.stringify({ inputs, output: contentHash(root, [output]) }))
  }
  return { ok, unchanged: false, output: built.output }
}

function inputHash() {
  const files = contentHash(root, INPUTS, (path) => NOT_AN_INPUT.test(path))
  return [files, ...SETTINGS.map((setting) => `${setting}=${process.env[setting] ?? ''}`)].join(' ')
}
