import { createHash } from 'node:crypto'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { createPostgresCommerce, type Database } from '@xiaopu/commerce-postgres'
import {
  importCatalogueInto,
  importCouponsInto,
  importHomeInto,
  importStoreStockInto,
  importStoresInto,
} from '@xiaopu/gateway'
import {
  datedHome,
  demoCatalogueCsv,
  demoCouponsCsv,
  demoHomeJson,
  demoReviews,
  demoStoreStockCsv,
  demoStoresCsv,
  FILMS,
  photographedGoods,
} from './catalogue'
import { seedReviews } from './reviews'

export interface SeedReport {
  /** False when the shop had its goods from an earlier start. */
  seeded: boolean
  products: number
}

export interface SeedOptions {
  database: Database
  /** Pictures go into its `media` folder, and a note of what was seeded beside it. */
  dataDir: string
  onProgress?: (detail: string, fraction: number) => void
}

/**
 * Fills a new shop with the demo's goods, stores, coupons and home page, through the very import a merchant uses, and
 * with what buyers wrote. A shop that has
 * goods is left alone, unless they are an older version of the demo's own.
 * @throws when the demo's own tables are refused: each problem by line and column
 */
export async function seedShop({ database, dataDir, onProgress = () => {} }: SeedOptions): Promise<SeedReport> {
  const [catalogue, stores, shelves, coupons, home, reviews] = await Promise.all([
    demoCatalogueCsv(),
    demoStoresCsv(),
    demoStoreStockCsv(),
    demoCouponsCsv(),
    demoHomeJson(),
    demoReviews(),
  ])
  const tables = [catalogue, stores, shelves, coupons, home, JSON.stringify(reviews)]
  const version = createHash('sha256').update(tables.join('\0')).digest('hex')
  const note = join(dataDir, 'seeded.json')
  const before = existsSync(note) ? (JSON.parse(readFileSync(note, 'utf8')) as { version: string }).version : null
  const products = await countProducts(database)
  if (products > 0 && (before === null || before === version)) return { seeded: false, products }

  const target = { database, mediaDir: join(dataDir, 'media') }
  const imagesDir = [photographedGoods().images, FILMS]
  const imported = await importCatalogueInto(
    target,
    { csv: Buffer.from(catalogue), imagesDir },
    ({ phase, done, total }) => onProgress(`${done} of ${total} ${phase}`, total === 0 ? 1 : done / total),
  )
  if (!imported.ok) throw refusal('catalogue', imported.errors)
  const opened = await importStoresInto(target, { csv: Buffer.from(stores), imagesDir })
  if (!opened.ok) throw refusal('stores', opened.errors)
  const counted = await importStoreStockInto(target, { csv: Buffer.from(shelves) })
  if (!counted.ok) throw refusal('store stock', counted.errors)
  const issued = await importCouponsInto(target, { csv: Buffer.from(coupons) })
  if (!issued.ok) throw refusal('coupons', issued.errors)
  const composed = await importHomeInto(target, datedHome(home, new Date()))
  if (!composed.ok) throw new Error(`The demo's home page was refused:\n${composed.errors.join('\n')}`)
  onProgress('what buyers say', 1)
  await seedReviews(database, reviews)
  writeFileSync(note, `${JSON.stringify({ version })}\n`)
  return { seeded: true, products: imported.report.products }
}

async function countProducts(database: Database): Promise<number> {
  const { catalog } = createPostgresCommerce({ database })
  const categories = await catalog.categories({ locale: 'zh-CN' })
  return categories.reduce((sum, { productCount }) => sum + productCount, 0)
}

const refusal = (what: string, errors: { line: number; column?: string | null; message: string }[]) =>
  new Error(
    `The demo's ${what} was refused:\n${errors.map(({ line, column, message }) => `line ${line} ${column ?? ''}: ${message}`).join('\n')}`,
  )
