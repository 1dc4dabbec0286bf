/** What the search looks at, so that a test can be any machine. */
export interface Machine {
  platform: NodeJS.Platform
  env: NodeJS.ProcessEnv
  /** The user's home folder. */
  home: string
  /** True for a file that can be run. */
  isProgram(file: string): boolean
  /** Names in a folder; none when it does not exist. */
  listFolder(folder: string): string[]
}

/** The machine this runs on. */
export const thisMachine: Machine

/**
 * The first browser of the Chromium family on this machine, or nothing: CHROMIUM_PATH, then an installed Chrome,
 * Chromium or Edge, then what Playwright downloaded earlier.
 */
export function findBrowser(machine?: Machine): string | undefined

/** Every browser found, best first. */
export function browserCandidates(machine?: Machine): string[]
