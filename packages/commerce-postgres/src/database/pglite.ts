import { mkdirSync } from 'node:fs'
import { dirname, resolve } from 'node:path'
import { PGlite, type PGliteOptions } from '@electric-sql/pglite'
import { pg_trgm } from '@electric-sql/pglite/contrib/pg_trgm'
import { drizzle } from 'drizzle-orm/pglite'
import type { Database, RawResult, Sql } from './database'
import { lockFolder } from './folder-lock'

/** PostgreSQL in this process, in a folder or in memory. It has one session: transactions wait for each other. */
export async function openPglite(dataDir: string | undefined, startFrom?: Blob): Promise<Database> {
  const folder = dataDir === undefined ? undefined : resolve(dataDir)
  if (folder) mkdirSync(dirname(folder), { recursive: true })
  const unlock = folder ? lockFolder(folder) : () => {}
  try {
    return databaseOf(await createClient({ dataDir: folder, loadDataDir: startFrom }), unlock)
  } catch (error) {
    unlock()
    throw error
  }
}

/** A PGlite with what the shop's tables need. */
export const createClient = (options: Pick<PGliteOptions, 'dataDir' | 'loadDataDir'>) =>
  PGlite.create({ ...options, extensions: { pg_trgm } })

export function databaseOf(client: PGlite, unlock = () => {}): Database {
  const db: Sql = drizzle(client)
  // One session, one process (the folder lock): whoever waits, waits in this process.
  const queues = new Map<string, Promise<unknown>>()
  return {
    kind: 'pglite',
    db,
    async execute(text, values): Promise<RawResult> {
      if (values && values.length > 0) return client.query(text, values)
      // `query` takes a single statement only; `exec` takes scripts, and answers for each statement.
      return (await client.exec(text)).at(-1) ?? { rows: [] }
    },
    exclusively(name, work) {
      const before = queues.get(name) ?? Promise.resolve()
      const mine = before.then(() => work(db))
      queues.set(
        name,
        mine.catch(() => {}),
      )
      return mine
    },
    async version() {
      const { rows } = await client.query<{ version: string }>('select version()')
      return rows[0]!.version
    },
    async close() {
      if (!client.closed) await client.close()
      unlock()
    },
  }
}
