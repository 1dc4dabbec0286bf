import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

/** Adobe's published schemas lie outside the repository; without them the written-down subset has to do. */
const DEFAULT_FOLDER = join(import.meta.dirname, '../../../../shared/facts/magento')

export const SCHEMA_NAMES = ['opensource', 'commerce'].flatMap((edition) =>
  ['2.4.7', '2.4.8', '2.4.9'].map((version) => `${edition}-${version}`),
)

/** The folder of true schemas: `MAGENTO_SCHEMAS`, or the default where it is there; null: none. */
export function trueSchemasFolder(): string | null {
  const folder = process.env.MAGENTO_SCHEMAS ?? DEFAULT_FOLDER
  if (existsSync(folder)) return folder
  if (process.env.MAGENTO_SCHEMAS) throw new Error(`MAGENTO_SCHEMAS names no folder: ${folder}`)
  return null
}

export const readTrueSchema = (folder: string, name: string): string =>
  readFileSync(join(folder, `${name}.graphql`), 'utf8')

/** Whether a Magento (`opensource-2.4.8`) has what came with `since` (`2.4.8`, `2.4.9 commerce`). */
export function hasSince(name: string, since: string | null): boolean {
  if (since === null) return true
  const [version, edition] = since.split(' ')
  const [itsEdition, itsVersion] = name.split('-') as [string, string]
  return itsVersion >= version! && (edition === undefined || edition === itsEdition)
}
