import { existsSync, readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import type { MagentoProfile } from '../options'

/** Where the published schemas are: MAGENTO_SCHEMAS, or the folder beside the repository that a checkout may have. */
export const SCHEMAS =
  process.env.MAGENTO_SCHEMAS ?? resolve(import.meta.dirname, '../../../../../shared/facts/magento')

export interface PublishedSchema {
  name: string
  profile: MagentoProfile
  sdl: string
}
/** The schemas that are there; none where the folder is not given. */
export const PUBLISHED_SCHEMAS: PublishedSchema[] = (['opensource', 'commerce'] as const).flatMap((edition) =>
  (['2.4.7', '2.4.8', '2.4.9'] as const).flatMap((version) => {
    const path = resolve(SCHEMAS, `${edition}-${version}.graphql`)
    if (!existsSync(path)) return []
    return [{ name: `${edition} ${version}`, profile: { version, edition }, sdl: readFileSync(path, 'utf8') }]
  }),
)

/** Says in the test's output that nothing was checked, rather than nothing. */
export function describeWithSchemas(name: string, tests: () => void): void {
  if (PUBLISHED_SCHEMAS.length > 0) describe(name, tests)
  else describe(name, () => test.skip(`not run: no schemas in ${SCHEMAS} (set MAGENTO_SCHEMAS)`, () => {}))
}
