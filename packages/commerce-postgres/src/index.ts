export { type CommerceRules, createPostgresCommerce, DEFAULT_RULES } from './backend'
export { type Database, DatabaseInUse, DatabaseTooNew, migrate, migrateCommerce, openDatabase } from './database'
export * from './import'
