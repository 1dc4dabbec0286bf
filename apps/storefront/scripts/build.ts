/**
 * Builds the Mini Program for WeChat: `dist/`, or `dist-qa/` (release code, not minified) with `--qa`; `--watch` keeps building.
 *
 * Runs Taro's CLI in a child process with its global plug-ins off: no prompt, no network, nothing read from the home folder.
 */
import { spawn } from 'node:child_process'
import { createRequire } from 'node:module'
import { resolve } from 'node:path'

const storefront = resolve(import.meta.dirname, '..')
const cli = createRequire(import.meta.url).resolve('@tarojs/cli/bin/taro')
const flags = process.argv.slice(2)

const taro = spawn(
  process.execPath,
  [
    // Taro only strips types from files under config/; the palette and the brand are TypeScript too.
    ...['--import', 'tsx', cli, 'build', '--type', 'weapp', '--disable-global-config', '--no-check'],
    ...(flags.includes('--watch') ? ['--watch'] : []),
  ],
  {
    cwd: storefront,
    stdio: 'inherit',
    env: {
      ...process.env,
      NODE_ENV: flags.includes('--watch') ? 'development' : 'production',
      XIAOPU_BUILD: flags.includes('--qa') ? 'qa' : 'release',
    },
  },
)
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => taro.kill(signal))
taro.on('exit', (code) => process.exit(code ?? 1))
