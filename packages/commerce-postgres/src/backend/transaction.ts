import type { Sql } from '../database/database'
import { codeOf } from '../database/errors'

/** Serialization failure and deadlock: the transaction did nothing and may simply be run again. */
const TRANSIENT = new Set(['40001', '40P01'])
const ATTEMPTS = 4

/** A transaction that is run again when the database asks for it: `work` must do nothing but SQL. */
export async function inTransaction<Result>(db: Sql, work: (transaction: Sql) => Promise<Result>): Promise<Result> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await db.transaction(work)
    } catch (error) {
      if (attempt === ATTEMPTS || !TRANSIENT.has(codeOf(error) ?? '')) throw error
    }
  }
}
