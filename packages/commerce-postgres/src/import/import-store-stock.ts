import { sql } from 'drizzle-orm'
import { inTransaction } from '../backend/transaction'
import type { Database } from '../database'
import { skus, storeStock, stores } from '../tables'
import { Cells, missingColumns } from './cells'
import { Duplicates } from './duplicates'
import { type ImportProblem, Problems } from './problems'
import { readSheet } from './sheet'

export type StoreStockImport =
  | { ok: true; report: { counts: number; stores: number }; warnings: string[] }
  | { ok: false; errors: ImportProblem[] }

const COLUMNS = ['store', 'sku', 'onHand']

/**
 * Imports what lies on the shelves of the stores from CSV (README, "The store stock file"). What the file does not name
 * stays as it was counted; a count below what unpaid orders hold becomes that. All or nothing, and every problem told.
 */
export async function importStoreStock({
  database,
  csv,
}: {
  database: Database
  csv: string | Buffer
}): Promise<StoreStockImport> {
  const problems = new Problems()
  const file = await readStoreStock(csv, database, problems)
  if (!file || problems.any) return { ok: false, errors: problems.sorted() }
  await inTransaction(database.db, async (transaction) => {
    for (const { storeId, skuId, onHand } of file.counts) {
      await transaction
        .insert(storeStock)
        .values({ storeId, skuId, onHand })
        .onConflictDoUpdate({
          target: [storeStock.storeId, storeStock.skuId],
          set: { onHand: sql`greatest(${onHand}::int, ${storeStock.reserved})` },
        })
    }
  })
  const { unknownColumns } = file
  return {
    ok: true,
    report: { counts: file.counts.length, stores: new Set(file.counts.map(({ storeId }) => storeId)).size },
    warnings:
      unknownColumns.length > 0
        ? [`Columns that mean nothing here were passed over: ${unknownColumns.join(', ')}`]
        : [],
  }
}

async function readStoreStock(csv: string | Buffer, { db }: Database, problems: Problems) {
  const sheet = readSheet(csv, problems)
  if (!sheet) return null
  const columns = new Set(sheet.columns)
  const missing = missingColumns(columns, COLUMNS, [])
  for (const column of missing) problems.add(1, column, 'The file needs this column.')
  if (missing.length > 0) return null
  const storeIds = new Set((await db.select({ id: stores.id }).from(stores)).map(({ id }) => id))
  const skuIds = new Map(
    (await db.select({ id: skus.id, code: skus.code }).from(skus)).map(({ id, code }) => [code, id]),
  )
  const places = new Duplicates('sku', problems)
  const counts = sheet.rows.map((row) => {
    const cells = new Cells(row, columns, problems)
    const [storeId, code] = [cells.text('store', 64), cells.text('sku', 64)]
    if (!storeIds.has(storeId)) cells.problem('store', `There is no store "${storeId}": import the stores first.`)
    const skuId = skuIds.get(code)
    if (skuId === undefined) cells.problem('sku', `There is no SKU "${code}": import the catalogue first.`)
    places.check(`${storeId} ${code}`, row.line)
    return { storeId, skuId: skuId ?? '', onHand: cells.count('onHand') }
  })
  return { counts, unknownColumns: sheet.columns.filter((column) => !COLUMNS.includes(column)) }
}
