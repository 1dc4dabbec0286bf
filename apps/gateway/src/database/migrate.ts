import { fileURLToPath } from 'node:url'
import { migrateMagento } from '@xiaopu/commerce-magento'
import { type Database, migrate, migrateCommerce } from '@xiaopu/commerce-postgres/database'

export const GATEWAY_MIGRATIONS = fileURLToPath(new URL('../../drizzle', import.meta.url))

/**
 * Brings the tables of the shop and of the gateway up to date, and with `magento` those of its adapter. Safe to run by
 * many processes at once.
 */
export async function migrateAll(database: Database, { magento = false } = {}): Promise<void> {
  await migrateCommerce(database)
  await migrate(database, { folder: GATEWAY_MIGRATIONS, schema: 'gateway' })
  if (magento) await migrateMagento(database)
}
