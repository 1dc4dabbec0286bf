/** The part of playwright-core's LaunchOptions that is set here. */
export interface BrowserLaunchOptions {
  executablePath: string
  headless: boolean
  args: string[]
}

/**
 * What playwright-core's `chromium.launch()` is given, everywhere in this repository: headless, quiet, without Chromium's
 * sandbox only when run as root.
 *
 * @param executablePath the browser to run; the first one found when left out
 * @throws when there is no browser
 */
export function browserLaunchOptions(executablePath?: string): BrowserLaunchOptions
