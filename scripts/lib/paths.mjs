import { dirname, join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'

/** The repository, wherever it was cloned. */
export const root = resolve(dirname(fileURLToPath(import.meta.url)), '../..')

/** What the two commands make for themselves and may make again: tools, build stamps, results, logs. Never committed. */
export const workshop = join(root, '.xiaopu')
