import type { Database } from '../database'

/** By database and tables: what has to be emptied, in that order. */
const orders = new WeakMap<Database, Map<string, string>>()

/**
 * Empties tables and all that refer to them, as `truncate … cascade` would. On tables with a few rows that costs a fifth:
 * PostgreSQL makes new files for each truncated table and each of its indexes.
 *
 * @param tables with their schema: `commerce.orders`
 */
export async function emptied(database: Database, tables: readonly string[]): Promise<void> {
  const known = orders.get(database) ?? new Map<string, string>()
  orders.set(database, known)
  const key = tables.join()
  if (!known.has(key)) known.set(key, await deletions(database, tables))
  await database.execute(known.get(key)!)
}

/** These tables and all that refer to them; who refers comes before whom it refers to. */
export async function withDependents(database: Database, tables: readonly string[]): Promise<string[]> {
  const { rows } = await database.execute(
    `with recursive below as (
       select name::regclass::oid as id, 0 as depth from unnest($1::text[]) as name
       union
       select fk.conrelid, depth + 1 from below join pg_constraint fk on fk.confrelid = below.id
         where fk.contype = 'f' and fk.conrelid <> fk.confrelid and depth < 20)
     select id::regclass::text as name from below group by id order by max(depth) desc`,
    [tables],
  )
  return (rows as { name: string }[]).map(({ name }) => name)
}

/** Statements of one script are one transaction. */
async function deletions(database: Database, tables: readonly string[]): Promise<string> {
  return (await withDependents(database, tables)).map((name) => `delete from ${name}`).join('; ')
}
