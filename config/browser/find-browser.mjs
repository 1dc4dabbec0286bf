import { accessSync, constants, readdirSync } from 'node:fs'
import { homedir } from 'node:os'
import path from 'node:path'

const ON_PATH = [
  'chromium',
  'chromium-browser',
  'google-chrome',
  'google-chrome-stable',
  'google-chrome-beta',
  'microsoft-edge',
  'microsoft-edge-stable',
  'chrome',
]

/**
 * The first browser of the Chromium family on this machine, or nothing.
 *
 * @param {import('./find-browser.d.mts').Machine} [machine]
 * @returns {string | undefined} path of its program
 */
export function findBrowser(machine = thisMachine) {
  return browserCandidates(machine)[0]
}

/**
 * Every browser found, best first: CHROMIUM_PATH, then an installed Chrome, Chromium or Edge, then what Playwright
 * downloaded earlier.
 *
 * @param {import('./find-browser.d.mts').Machine} [machine]
 * @returns {string[]}
 */
export function browserCandidates(machine = thisMachine) {
  const { env, isProgram } = machine
  // Whoever names a browser means that one: a wrong path is an error to show, not a reason to take another.
  if (env.CHROMIUM_PATH) return [env.CHROMIUM_PATH]
  const usual = [...inUsualPlaces(machine), ...onPath(machine), ...fromPlaywright(machine)]
  return [...new Set(usual)].filter(isProgram)
}

/** @param {import('./find-browser.d.mts').Machine} machine */
function inUsualPlaces({ platform, env, home }) {
  if (platform === 'darwin') {
    const apps = ['Google Chrome', 'Chromium', 'Microsoft Edge', 'Google Chrome Beta']
    return ['/Applications', `${home}/Applications`].flatMap((folder) =>
      apps.map((app) => `${folder}/${app}.app/Contents/MacOS/${app}`),
    )
  }
  if (platform === 'win32') {
    const roots = [env.PROGRAMFILES, env['PROGRAMFILES(X86)'], env.LOCALAPPDATA].filter((root) => root !== undefined)
    const programs = ['Google\\Chrome', 'Chromium', 'Microsoft\\Edge']
    return roots.flatMap((root) =>
      programs.map((program) => {
        const file = program.endsWith('Edge') ? 'msedge.exe' : 'chrome.exe'
        return `${root}\\${program}\\Application\\${file}`
      }),
    )
  }
  return ['/usr/bin/chromium', '/usr/bin/google-chrome', '/usr/bin/microsoft-edge', '/opt/google/chrome/chrome']
}

/** @param {import('./find-browser.d.mts').Machine} machine */
function onPath({ platform, env }) {
  const { delimiter, join } = pathOf(platform)
  const names = platform === 'win32' ? ['chrome.exe', 'msedge.exe', 'chromium.exe'] : ON_PATH
  const folders = (env.PATH ?? env.Path ?? '').split(delimiter).filter(Boolean)
  return names.flatMap((name) => folders.map((folder) => join(folder, name)))
}

/**
 * Playwright keeps each revision in a folder of its own: `chromium-1234/chrome-linux64/chrome`. The newest comes first,
 * and the headless shell after the full browser.
 *
 * @param {import('./find-browser.d.mts').Machine} machine
 */
function fromPlaywright(machine) {
  const { platform, listFolder } = machine
  const { join } = pathOf(platform)
  const cache = playwrightCache(machine)
  return ['chromium', 'chromium_headless_shell'].flatMap((kind) =>
    listFolder(cache)
      .filter((folder) => new RegExp(`^${kind}-\\d+$`).test(folder))
      .sort((one, other) => Number(other.split('-')[1]) - Number(one.split('-')[1]))
      .flatMap((folder) =>
        listFolder(join(cache, folder)).flatMap((build) =>
          programsIn(platform).map((program) => join(cache, folder, build, program)),
        ),
      ),
  )
}

/** @param {import('./find-browser.d.mts').Machine} machine */
function playwrightCache({ platform, env, home }) {
  const { join } = pathOf(platform)
  if (env.PLAYWRIGHT_BROWSERS_PATH) return env.PLAYWRIGHT_BROWSERS_PATH
  if (platform === 'darwin') return join(home, 'Library/Caches/ms-playwright')
  if (platform === 'win32') return join(env.LOCALAPPDATA ?? join(home, 'AppData\\Local'), 'ms-playwright')
  return join(env.XDG_CACHE_HOME ?? join(home, '.cache'), 'ms-playwright')
}

/** @param {NodeJS.Platform} platform */
function programsIn(platform) {
  if (platform === 'win32') return ['chrome.exe', 'chrome-headless-shell.exe', 'headless_shell.exe']
  if (platform !== 'darwin') return ['chrome', 'chrome-headless-shell', 'headless_shell']
  const apps = ['Google Chrome for Testing', 'Chromium'].map((app) => `${app}.app/Contents/MacOS/${app}`)
  return [...apps, 'chrome-headless-shell', 'headless_shell']
}

/** @param {NodeJS.Platform} platform */
const pathOf = (platform) => (platform === 'win32' ? path.win32 : path.posix)

/** @type {import('./find-browser.d.mts').Machine} */
export const thisMachine = {
  platform: process.platform,
  env: process.env,
  home: homedir(),
  isProgram(file) {
    try {
      accessSync(file, constants.X_OK)
      return true
    } catch {
      return false
    }
  },
  listFolder(folder) {
    try {
      return readdirSync(folder)
    } catch {
      return []
    }
  },
}
