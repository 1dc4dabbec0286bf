import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { root } from './paths.mjs'

const installed = join(root, 'node_modules')

/** The file Node runs for each of the repository's tools: no shell, no PATH, the same on every system. */
export const tool = {
  biome: () => join(installed, '@biomejs/biome/bin/biome'),
  depcruise: () => join(installed, 'dependency-cruiser/bin/dependency-cruise.mjs'),
  jest: () => join(installed, 'jest/bin/jest.js'),
  tsc: () => join(installed, 'typescript/bin/tsc'),
  /** playwright-core belongs to the test workspace; undefined when it is not installed. */
  playwright() {
    const cli = join(root, 'test/node_modules/playwright-core/cli.js')
    return existsSync(cli) ? cli : undefined
  },
}
