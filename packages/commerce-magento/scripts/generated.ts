import { readFileSync } from 'node:fs'
import { join } from 'node:path'

const ROOT = join(import.meta.dirname, '..')

/** Files that are made from the `.graphql` files. */
export const GENERATED = {
  subset: join(ROOT, 'schema/magento-subset.graphql'),
  newer: join(ROOT, 'schema/newer.graphql'),
  documents: join(ROOT, 'src/operations/documents.ts'),
}

/** The written-down schema: what we use of every Magento, and what of newer ones beyond that. */
export const readSubset = () => ({
  subset: readFileSync(GENERATED.subset, 'utf8'),
  newer: readFileSync(GENERATED.newer, 'utf8'),
})
