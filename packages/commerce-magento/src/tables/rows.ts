import type { Sql } from '@xiaopu/commerce-postgres/database'
import type { SQL } from 'drizzle-orm'

/** Rows of a statement in SQL, as the driver gives them: timestamps are text, `bigint` may be text. */
export async function rowsOf<Row>(db: Sql, statement: SQL): Promise<Row[]> {
  const result = (await db.execute(statement)) as unknown as { rows: Row[] }
  return result.rows
}
