import { findBrowser } from './find-browser.mjs'

/** No sand for a test to run into: no GPU, no QUIC, no first-run pages, no calls home. */
const QUIET = [
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
]

/**
 * What playwright-core's `chromium.launch()` is given, everywhere in this repository.
 *
 * @param {string} [executablePath] the browser to run; the first one found when left out
 * @returns {import('./browser-launch-options.d.mts').BrowserLaunchOptions}
 * @throws when there is no browser
 */
export function browserLaunchOptions(executablePath = findBrowser()) {
  if (!executablePath)
    throw new Error('No Chrome, Chromium or Edge was found: run "npm test", which gets one, or set CHROMIUM_PATH.')
  // Chromium refuses to run its sandbox as root, as in a container; for everyone else the sandbox stays on.
  const asRoot = process.getuid?.() === 0 ? ['--no-sandbox'] : []
  return { executablePath, headless: true, args: [...asRoot, ...QUIET] }
}
