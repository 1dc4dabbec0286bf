import type { Coupon } from '@xiaopu/commerce'
import { couponId, putCoupon } from '../backend/coupon-book'
import { inTransaction } from '../backend/transaction'
import type { Database } from '../database'
import { categories, coupons, products } from '../tables'
import { Cells, LOCALES, missingColumns } from './cells'
import { Duplicates } from './duplicates'
import { type ImportProblem, Problems } from './problems'
import { type KnownGoods, readCoupon } from './read-coupon'
import { readSheet } from './sheet'

/** `created` and `updated` count coupons by whether the shop knew the code. */
export type CouponsImport =
  | { ok: true; report: { coupons: number; created: number; updated: number }; warnings: string[] }
  | { ok: false; errors: ImportProblem[] }

const KNOWN = new Set([
  ...['code', 'amount', 'percent', 'threshold', 'categories', 'products', 'firstOrderOnly', 'stackable'],
  ...['startsAt', 'endsAt', 'usageLimit', 'perCustomer'],
  ...['name', ...LOCALES.map((locale) => `name:${locale}`)],
])

/**
 * Imports coupons from CSV (README, "The coupons file"). Coupons are known by their code in any case; those the file
 * does not name stay, and what has been used stays used. All or nothing, and every problem told.
 */
export async function importCoupons({
  database,
  csv,
  now = new Date(),
}: {
  database: Database
  csv: string | Buffer
  now?: Date
}): Promise<CouponsImport> {
  const problems = new Problems()
  const file = readCoupons(csv, await goodsOf(database), problems)
  if (!file || problems.any) return { ok: false, errors: problems.sorted() }
  const created = await inTransaction(database.db, async (transaction) => {
    const known = new Set((await transaction.select({ id: coupons.id }).from(coupons)).map(({ id }) => id))
    for (const coupon of file.coupons) await putCoupon(transaction, coupon, now)
    return file.coupons.filter(({ code }) => !known.has(couponId(code))).length
  })
  const { unknownColumns } = file
  return {
    ok: true,
    report: { coupons: file.coupons.length, created, updated: file.coupons.length - created },
    warnings:
      unknownColumns.length > 0
        ? [`Columns that mean nothing here were passed over: ${unknownColumns.join(', ')}`]
        : [],
  }
}

function readCoupons(
  csv: string | Buffer,
  goods: KnownGoods,
  problems: Problems,
): { coupons: Coupon[]; unknownColumns: string[] } | null {
  const sheet = readSheet(csv, problems)
  if (!sheet) return null
  const columns = new Set(sheet.columns)
  const missing = missingColumns(columns, ['code'], ['name'])
  for (const column of missing) problems.add(1, column, 'The file needs this column.')
  if (missing.length > 0) return null
  const codes = new Duplicates('code', problems)
  const read = sheet.rows.map((row) => {
    const coupon = readCoupon(new Cells(row, columns, problems), goods)
    codes.check(couponId(coupon.code), row.line)
    return coupon
  })
  return { coupons: read, unknownColumns: sheet.columns.filter((column) => !KNOWN.has(column)) }
}

/** What a coupon's scope may name: products by slug, categories by path in either language. */
async function goodsOf({ db }: Database): Promise<KnownGoods> {
  const slugs = await db.select({ id: products.id, slug: products.slug }).from(products)
  const tree = await db.select().from(categories)
  const byId = new Map(tree.map((category) => [category.id, category]))
  const paths = tree.flatMap(({ id, name, parentId }) => {
    const parent = parentId === null ? undefined : byId.get(parentId)
    return LOCALES.map((locale) => [parent ? `${parent.name[locale]}/${name[locale]}` : name[locale], id] as const)
  })
  return { products: new Map(slugs.map(({ id, slug }) => [slug, id])), categories: new Map(paths) }
}
