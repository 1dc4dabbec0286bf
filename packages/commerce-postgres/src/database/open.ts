import type { Database } from './database'
import { openPglite } from './pglite'
import { openPostgres } from './postgres'

/**
 * Opens the shop's database: a PostgreSQL server where `url` is given, otherwise PGlite in `dataDir`, or in memory
 * where there is none. A folder is opened by one process only; `<dataDir>.lock` sees to it. In memory it starts from
 * the files of another PGlite (`startFrom`, a tar archive) instead of from nothing.
 *
 * @throws DatabaseInUse when another process has the folder
 */
export async function openDatabase(where: { url?: string; dataDir?: string; startFrom?: Blob }): Promise<Database> {
  return where.url ? openPostgres(where.url) : openPglite(where.dataDir, where.startFrom)
}
