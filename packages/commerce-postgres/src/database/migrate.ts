import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { sql } from 'drizzle-orm'
import { readMigrationFiles } from 'drizzle-orm/migrator'
import type { Database } from './database'

/** The database has been migrated by a newer program than this one. */
export class DatabaseTooNew extends Error {
  override name = 'DatabaseTooNew'
}

/**
 * Applies the migrations of `folder` (drizzle-kit's format) that `schema` has not seen yet, all in one transaction.
 * What was applied is written to `<schema>.migrations`. Any number of processes may start at once: they take turns.
 *
 * @throws DatabaseTooNew when the schema knows a migration that the folder does not
 */
export async function migrate(
  database: Database,
  { folder, schema }: { folder: string; schema: string },
): Promise<void> {
  if (!existsSync(folder)) throw new Error(`There is no migrations folder ${folder}`)
  const migrations = readMigrationFiles({ migrationsFolder: folder })
  const name = sql.identifier(schema)
  await database.exclusively(`xiaopu migrations of ${schema}`, async (db) => {
    await db.transaction(async (transaction) => {
      await transaction.execute(sql`create schema if not exists ${name}`)
      await transaction.execute(
        sql`create table if not exists ${name}."migrations" (id bigint primary key, hash text not null)`,
      )
      const { rows } = (await transaction.execute(sql`select id::text as id from ${name}."migrations"`)) as {
        rows: { id: string }[]
      }
      const applied = new Set(rows.map(({ id }) => Number(id)))
      const known = new Set(migrations.map(({ folderMillis }) => folderMillis))
      if ([...applied].some((id) => !known.has(id))) {
        throw new DatabaseTooNew(`The ${schema} tables were made by a newer version of this program: update it.`)
      }
      for (const { folderMillis, hash, sql: statements } of migrations) {
        if (applied.has(folderMillis)) continue
        for (const statement of statements) await transaction.execute(sql.raw(statement))
        await transaction.execute(sql`insert into ${name}."migrations" values (${folderMillis}, ${hash})`)
      }
    })
  })
}

/** The shop's own migrations. */
export const COMMERCE_MIGRATIONS = fileURLToPath(new URL('../../drizzle', import.meta.url))

/** Brings the shop's own tables (schema `commerce`) up to date. */
export function migrateCommerce(database: Database): Promise<void> {
  return migrate(database, { folder: COMMERCE_MIGRATIONS, schema: 'commerce' })
}
