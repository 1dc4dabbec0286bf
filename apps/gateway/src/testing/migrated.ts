import { COMMERCE_MIGRATIONS, type Database } from '@xiaopu/commerce-postgres/database'
import { openInMemory } from '@xiaopu/commerce-postgres/testing'
import { GATEWAY_MIGRATIONS, migrateAll } from '../database/migrate'

/** A database of a test's own with all tables in it, and nothing in them. */
export const openMigrated = (): Promise<Database> =>
  openInMemory({ from: [COMMERCE_MIGRATIONS, GATEWAY_MIGRATIONS], prepare: (database) => migrateAll(database) })
