import type { OpeningHours, StoreService } from '@xiaopu/commerce'
import { notInArray } from 'drizzle-orm'
import { inTransaction } from '../backend/transaction'
import type { Database } from '../database'
import { type LocalText, pictures as picturesTable, stores } from '../tables'
import { Cells, LOCALES, missingColumns } from './cells'
import { Duplicates } from './duplicates'
import { type FindPicture, findMedia } from './find-media'
import { type ImportProblem, Problems } from './problems'
import { readHours } from './read-hours'
import { readSheet } from './sheet'

export type StoresImport =
  | { ok: true; report: { stores: number; removed: number }; warnings: string[] }
  | { ok: false; errors: ImportProblem[] }

interface StoreInFile {
  line: number
  id: string
  name: LocalText
  city: LocalText
  address: LocalText
  latitude: number
  longitude: number
  phone: string
  picture: string | null
  hours: OpeningHours
  services: StoreService[]
}

const SERVICES = ['pickup', 'returns', 'repair', 'coffee', 'parking'] satisfies StoreService[]
const WANTED = ['id', 'latitude', 'longitude', 'phone', 'hours']
const TEXTS = ['name', 'city', 'address']
const KNOWN = new Set([
  ...WANTED,
  ...['services', 'picture'],
  ...TEXTS.flatMap((column) => [column, ...LOCALES.map((locale) => `${column}:${locale}`)]),
])

/**
 * Imports the shops from CSV (README, "The stores file"; coordinates in GCJ-02). The file is the whole list: a shop
 * it does not name is closed and removed. All or nothing, and every problem told.
 */
export async function importStores({
  database,
  csv,
  pictures = async () => null,
}: {
  database: Database
  csv: string | Buffer
  pictures?: FindPicture
}): Promise<StoresImport> {
  const problems = new Problems()
  const file = readStores(csv, problems)
  if (!file) return { ok: false, errors: problems.sorted() }
  const wanted = file.stores.flatMap(({ picture, line }) =>
    picture === null ? [] : [{ fileName: picture, line, column: 'picture' }],
  )
  const found = await findMedia('picture', wanted, pictures, problems)
  if (problems.any) return { ok: false, errors: problems.sorted() }

  const removed = await inTransaction(database.db, async (transaction) => {
    for (const { source, width, height, tone } of found.values()) {
      await transaction
        .insert(picturesTable)
        .values({ source, width, height, tone })
        .onConflictDoUpdate({ target: picturesTable.source, set: { width, height, tone } })
    }
    for (const [position, { line: _, id, picture, ...store }] of file.stores.entries()) {
      const row = { ...store, position, picture: picture === null ? null : found.get(picture)!.source }
      await transaction
        .insert(stores)
        .values({ id, ...row })
        .onConflictDoUpdate({ target: stores.id, set: row })
    }
    const kept = file.stores.map(({ id }) => id)
    return transaction.delete(stores).where(notInArray(stores.id, kept)).returning({ id: stores.id })
  })
  const warnings =
    file.unknownColumns.length > 0
      ? [`Columns that mean nothing here were passed over: ${file.unknownColumns.join(', ')}`]
      : []
  return { ok: true, report: { stores: file.stores.length, removed: removed.length }, warnings }
}

function readStores(
  csv: string | Buffer,
  problems: Problems,
): { stores: StoreInFile[]; unknownColumns: string[] } | null {
  const sheet = readSheet(csv, problems)
  if (!sheet) return null
  const columns = new Set(sheet.columns)
  const missing = missingColumns(columns, WANTED, TEXTS)
  for (const column of missing) problems.add(1, column, 'The file needs this column.')
  if (missing.length > 0) return null
  const ids = new Duplicates('id', problems)
  const read = sheet.rows.map((row) => {
    const store = readStore(new Cells(row, columns, problems))
    ids.check(store.id, row.line)
    return store
  })
  return { stores: read, unknownColumns: sheet.columns.filter((column) => !KNOWN.has(column)) }
}

function readStore(cells: Cells): StoreInFile {
  const id = cells.text('id', 64)
  if (!/^[\w.:=+-]+$/.test(id)) cells.problem('id', `"${id}" is not an id: letters, digits and _.:=+- only.`)
  const [name, city, address] = [
    cells.localText('name', 80),
    cells.localText('city', 40),
    cells.localText('address', 200),
  ]
  for (const [column, text] of Object.entries({ name, city, address })) {
    if (text.en === '') cells.problem(column, 'This is missing.')
  }
  const hours = readHours(cells.row.cell('hours'))
  if (!hours) {
    cells.problem('hours', `"${cells.row.cell('hours')}" is not written like 1-5 10:00-22:00; 6,7 09:30-22:30.`)
  }
  return {
    line: cells.line,
    id,
    name,
    city,
    address,
    latitude: cells.decimal('latitude', -90, 90),
    longitude: cells.decimal('longitude', -180, 180),
    phone: cells.text('phone', 40),
    picture: cells.text('picture', 255) || null,
    hours: hours ?? [],
    services: readServices(cells),
  }
}

function readServices(cells: Cells): StoreService[] {
  const named = cells.list('services', 20)
  const unknown = named.filter((name) => !SERVICES.some((service) => service === name))
  if (unknown.length > 0) cells.problem('services', `Not a service: ${unknown.join(', ')} (${SERVICES.join(', ')}).`)
  return SERVICES.filter((service) => named.includes(service))
}
