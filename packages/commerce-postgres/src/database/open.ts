import type { Database } from './database'
import { openPglite } from './pglite'
import { openPostgres } from './postgres'

/**
 * Opens the shop's database: a PostgreSQL server where `url` is given, otherwise PGlite in `dataDir`, or in memory
 * where there is none. A folder is opened by one process only; `<dataDir>.lock` sees to it.
 *
 * @throws DatabaseInUse when another process has the folder
 */
export async function openDatabase(where: { url?: string; dataDir?: string }): Promise<Database> {
  return where.url ? openPostgres(where.url) : openPglite(where.dataDir)
}
