import { browserCandidates } from './find-browser.mjs'

/** Playwright's download is some 100 MB: three minutes, then it is given up, in ms. */
const DOWNLOAD_LIMIT = 3 * 60_000
/** apt fetches the browser and its fonts, in ms. */
const APT_LIMIT = 10 * 60_000
const ANSWER_LIMIT = 20_000

/** No browser, and none could be got; the message says what to install. */
export class NoBrowser extends Error {
  /** @param {string} message */
  constructor(message) {
    super(message)
    this.name = 'NoBrowser'
  }
}

/**
 * A browser of the Chromium family that runs: an installed one; else Playwright's download; else, as root on Debian or
 * Ubuntu, the distribution's package.
 *
 * @param {import('./ensure-browser.d.mts').Workbench} bench
 * @returns {Promise<{ path: string, version: string, warnings: string[] }>}
 * @throws {NoBrowser} saying exactly what to install on this system
 */
export async function ensureBrowser(bench) {
  const browser =
    (await firstThatRuns(bench)) ?? (await fromPlaywright(bench)) ?? (await fromDebian(bench)) ?? giveUp(bench)
  return { ...browser, warnings: await ensureChineseGlyphs(bench) }
}

/** @param {import('./ensure-browser.d.mts').Workbench} bench */
async function firstThatRuns({ machine, run }) {
  for (const path of browserCandidates(machine)) {
    // Chrome on Windows opens a window instead of printing its version.
    if (machine.platform === 'win32') return { path, version: 'browser' }
    const { code, output } = await run(path, ['--version'], { timeout: ANSWER_LIMIT })
    // Ubuntu's chromium package may be a shell script that only says "install the snap".
    const version = /\b[\w ]*(?:Chrom|Edge)[\w ]* \d+(?:\.\d+)+/.exec(output)?.[0]
    if (code === 0 && version) return { path, version: version.trim() }
  }
  return undefined
}

/** @param {import('./ensure-browser.d.mts').Workbench} bench */
async function fromPlaywright(bench) {
  if (bench.machine.env.CHROMIUM_PATH || !bench.playwrightCli) return undefined
  bench.say('downloading Chromium through Playwright')
  await bench.run(process.execPath, [bench.playwrightCli, 'install', 'chromium', '--only-shell'], {
    timeout: DOWNLOAD_LIMIT,
  })
  return firstThatRuns(bench)
}

/** @param {import('./ensure-browser.d.mts').Workbench} bench */
async function fromDebian(bench) {
  if (bench.machine.env.CHROMIUM_PATH || !bench.isRootOnDebian) return undefined
  bench.say('installing the chromium package')
  await aptInstall(bench, ['chromium', 'fonts-noto-cjk'])
  return firstThatRuns(bench)
}

/**
 * @param {import('./ensure-browser.d.mts').Workbench} bench
 * @returns {never}
 */
function giveUp({ machine }) {
  const { platform, env } = machine
  if (env.CHROMIUM_PATH)
    throw new NoBrowser(`CHROMIUM_PATH is ${env.CHROMIUM_PATH}, and no Chrome, Chromium or Edge answers there.`)
  const how =
    platform === 'darwin'
      ? 'Install Google Chrome (google.com/chrome), or run: brew install --cask google-chrome'
      : platform === 'win32'
        ? 'Install Google Chrome (google.com/chrome), or run: winget install Google.Chrome'
        : 'Install one: on Debian "sudo apt-get install chromium fonts-noto-cjk", on Fedora "sudo dnf install chromium google-noto-sans-cjk-fonts", on Arch "sudo pacman -S chromium noto-fonts-cjk", on Ubuntu Google Chrome from google.com/chrome.'
  throw new NoBrowser(
    `The journeys need a Chrome, Chromium or Edge, none was found, and Playwright's download did not work.\n${how}\nOr set CHROMIUM_PATH to the program, and run the same command again.`,
  )
}

/**
 * Chinese text in a screenshot needs a font with Chinese glyphs; without one the tests still hold, so this only warns.
 *
 * @param {import('./ensure-browser.d.mts').Workbench} bench
 * @returns {Promise<string[]>}
 */
async function ensureChineseGlyphs(bench) {
  if (bench.machine.platform !== 'linux') return []
  const hasGlyphs = async () =>
    (await bench.run('fc-list', [':lang=zh'], { timeout: ANSWER_LIMIT })).output.trim() !== ''
  if (await hasGlyphs()) return []
  if (bench.isRootOnDebian) {
    bench.say('installing a Chinese font')
    await aptInstall(bench, ['fontconfig', 'fonts-wqy-zenhei'])
    if (await hasGlyphs()) return []
  }
  return [
    'No font with Chinese glyphs: screenshots will show boxes. Install fonts-noto-cjk (Debian, Ubuntu) or noto-fonts-cjk.',
  ]
}

/**
 * @param {import('./ensure-browser.d.mts').Workbench} bench
 * @param {string[]} packages
 */
async function aptInstall({ run, machine }, packages) {
  const env = { ...machine.env, DEBIAN_FRONTEND: 'noninteractive' }
  await run('apt-get', ['update'], { timeout: APT_LIMIT, env })
  return run('apt-get', ['install', '-y', '--no-install-recommends', ...packages], { timeout: APT_LIMIT, env })
}
