export type { Database, RawResult, Sql } from './database'
export { DatabaseInUse } from './folder-lock'
export { COMMERCE_MIGRATIONS, DatabaseTooNew, migrate, migrateCommerce } from './migrate'
export { openDatabase } from './open'
