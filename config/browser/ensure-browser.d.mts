import type { Machine } from './find-browser.d.mts'

/** What getting a browser needs from outside, so that a test can be any machine. */
export interface Workbench {
  machine: Machine
  /** Runs a program to its end; never rejects, answers 127 for one that is not there. Time limit in ms. */
  run(
    program: string,
    args: string[],
    options?: { timeout?: number; env?: NodeJS.ProcessEnv },
  ): Promise<{ code: number; output: string }>
  /** playwright-core's cli.js, when it is installed. */
  playwrightCli?: string
  /** True when packages can be installed with apt-get. */
  isRootOnDebian: boolean
  /** Says what is going on, for a progress line. */
  say(what: string): void
}

/** No browser, and none could be got; the message says what to install on this system. */
export class NoBrowser extends Error {}

/**
 * A browser of the Chromium family that runs: an installed one; else Playwright's download; else, as root on Debian or
 * Ubuntu, the distribution's package. Sees to a font with Chinese glyphs on the way; its absence is only a warning.
 *
 * @throws {NoBrowser}
 */
export function ensureBrowser(bench: Workbench): Promise<{ path: string; version: string; warnings: string[] }>
