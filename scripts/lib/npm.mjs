import { basename } from 'node:path'
import { run } from './children.mjs'

/** What of a person's npm settings says how the registry is reached; pnpm must be told, it does not read all of npm's files. */
const REACHING_THE_REGISTRY = ['registry', 'proxy', 'https-proxy', 'noproxy', 'cafile', 'ca', 'strict-ssl']

/**
 * Runs the npm that started us (or the one on PATH), quietly.
 * @param {string[]} args
 * @param {import('./children.mjs').RunOptions} [options]
 */
export function npm(args, options) {
  const cli = process.env.npm_execpath
  // pnpm and yarn set the same variable to themselves.
  if (cli && basename(cli) === 'npm-cli.js') return run(process.execPath, [cli, ...args], options)
  if (process.platform === 'win32') return run('cmd.exe', ['/d', '/s', '/c', 'npm', ...args], options)
  return run('npm', args, options)
}

/**
 * Environment that gives pnpm the person's registry, proxy and certificates: `pnpm_config_*` for pnpm 11 and later,
 * `npm_config_*` for earlier ones. Variables the person set themselves win.
 * @returns {Promise<NodeJS.ProcessEnv>}
 */
export async function registrySettings() {
  const { code, output } = await npm(['config', 'list', '--json'])
  if (code !== 0) return {}
  return toEnvironment(parseJson(output))
}

/**
 * @param {Record<string, unknown>} config as `npm config list --json` prints it
 * @returns {NodeJS.ProcessEnv}
 */
export function toEnvironment(config) {
  /** @type {NodeJS.ProcessEnv} */
  const env = {}
  for (const key of REACHING_THE_REGISTRY) {
    const value = Array.isArray(config[key]) ? config[key].join(',') : config[key]
    if (value === null || value === undefined || value === '' || value === true) continue
    const name = key === 'proxy' ? 'http_proxy' : key.replaceAll('-', '_')
    env[`pnpm_config_${name}`] = String(value)
    env[`npm_config_${key.replaceAll('-', '_')}`] = String(value)
  }
  return env
}

/**
 * npm may print warnings around the object.
 * @param {string} output
 */
function parseJson(output) {
  try {
    return JSON.parse(output.slice(output.indexOf('{'), output.lastIndexOf('}') + 1))
  } catch {
    return {}
  }
}
