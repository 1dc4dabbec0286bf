import { fileURLToPath } from 'node:url'
import { type Database, migrate } from '@xiaopu/commerce-postgres/database'

/** The adapter's own migrations. */
export const MAGENTO_MIGRATIONS = fileURLToPath(new URL('../../drizzle', import.meta.url))

/** Brings the adapter's own tables (schema `magento`) up to date. Any number of processes may do so at once. */
export function migrateMagento(database: Database): Promise<void> {
  return migrate(database, { folder: MAGENTO_MIGRATIONS, schema: 'magento' })
}
