import { readFileSync } from 'node:fs'
import { ensureBrowser } from '../../config/browser/ensure-browser.mjs'
import { thisMachine } from '../../config/browser/find-browser.mjs'
import { run } from '../lib/children.mjs'
import { tool } from '../lib/tools.mjs'

/**
 * Makes sure of a browser and names it to the tests as CHROMIUM_PATH. Without one the other tests still run.
 *
 * @param {ReturnType<typeof import('../../config/progress/progress.mjs').createProgress>} progress
 * @returns {Promise<{ missing?: string }>} `missing`: what to install, when there is none
 */
export async function getBrowser(progress) {
  const step = progress.begin('Browser')
  try {
    const { path, version, warnings } = await ensureBrowser({
      machine: thisMachine,
      run,
      playwrightCli: tool.playwright(),
      isRootOnDebian: isRootOnDebian(),
      say: (what) => step.update(what),
    })
    process.env.CHROMIUM_PATH = path
    step.done(`Browser: ${version}, ${path}`)
    for (const warning of warnings) console.warn(warning)
    return {}
  } catch (error) {
    const missing = error instanceof Error ? error.message : String(error)
    step.fail('No browser')
    console.error(missing)
    return { missing }
  }
}

function isRootOnDebian() {
  if (process.getuid?.() !== 0) return false
  try {
    return /^ID(?:_LIKE)?=.*\b(?:debian|ubuntu)\b/m.test(readFileSync('/etc/os-release', 'utf8'))
  } catch {
    return false
  }
}
