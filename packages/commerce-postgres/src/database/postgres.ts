import { drizzle } from 'drizzle-orm/node-postgres'
import pg from 'pg'
import type { Database, Sql } from './database'

/** How long to wait for a connection before the back end counts as unavailable, ms. */
const CONNECT_TIMEOUT = 5_000
/** No statement of a shop takes this long, ms; one that does must not hold its locks for ever. */
const STATEMENT_TIMEOUT = 30_000

/** A pool of connections to a PostgreSQL server. Nothing is connected yet when it returns. */
export function openPostgres(url: string): Database {
  const pool = new pg.Pool({
    connectionString: url,
    connectionTimeoutMillis: CONNECT_TIMEOUT,
    statement_timeout: STATEMENT_TIMEOUT,
    application_name: 'xiaopu',
  })
  // A connection that breaks while idle is replaced by the next query; without a listener it would end the process.
  pool.on('error', () => {})
  const db: Sql = drizzle(pool)
  let closing: Promise<void> | undefined
  return {
    kind: 'postgres',
    db,
    async execute(text, values) {
      return pool.query(text, values)
    },
    async exclusively(name, work) {
      // An advisory lock belongs to its session, so that one connection is kept for all of it.
      const client = await pool.connect()
      try {
        // Waiting for the lock, or altering a large table, may take longer than any statement of the shop.
        await client.query('set statement_timeout = 0')
        await client.query('select pg_advisory_lock(hashtextextended($1, 0))', [name])
        return await work(drizzle(client))
      } finally {
        // Closing the connection gives back the lock, whatever state the work left it in.
        client.release(true)
      }
    },
    async version() {
      const { rows } = await pool.query<{ version: string }>('select version()')
      return rows[0]!.version
    },
    async close() {
      closing ??= pool.end()
      await closing
    },
  }
}
