import type { PgDatabase, PgQueryResultHKT } from 'drizzle-orm/pg-core'

/** Drizzle over either driver: the type both of them share. A transaction is one, too. */
export type Sql = PgDatabase<PgQueryResultHKT>

/** Rows of a statement in raw SQL, as drivers give them: timestamps are text, `bigint` may be text. */
export interface RawResult {
  // biome-ignore lint/suspicious/noExplicitAny: raw rows are whatever the statement says; pg-boss reads them so.
  rows: any[]
}

/** One PostgreSQL, in this process (PGlite) or on a server. */
export interface Database {
  readonly kind: 'pglite' | 'postgres'
  readonly db: Sql
  /**
   * Raw SQL with `$1` placeholders. Without values, the text may hold several statements (on PGlite only the last
   * one's rows come back). Made for libraries that bring their own SQL, pg-boss for one.
   */
  execute(text: string, values?: unknown[]): Promise<RawResult>
  /**
   * Runs `work` while no other process does so under the same name. `work` must use the `db` it is given: it is the
   * session that holds the lock.
   */
  exclusively<Result>(name: string, work: (db: Sql) => Promise<Result>): Promise<Result>
  /** As the server says it: `PostgreSQL 18.6 …`. */
  version(): Promise<string>
  close(): Promise<void>
}
