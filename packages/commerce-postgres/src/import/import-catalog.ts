import { inTransaction } from '../backend/transaction'
import type { Database } from '../database'
import { type CatalogFile, readCatalogFile } from './catalog-file'
import { type FindPicture, type FindVideo, findMedia, type MediaWanted } from './find-media'
import { type ImportProblem, Problems } from './problems'
import { checkRelated } from './related'
import { type WriteOptions, writeCatalog } from './write-catalog'

/** How far an import is: pictures are found and made ready, then products are written. */
export interface ImportProgress {
  phase: 'pictures' | 'products'
  done: number
  total: number
}

/** `created`, `updated` and `unchanged` count products; `skus`, `categories`, `pictures` and `videos` are those the file names. */
export interface CatalogReport {
  products: number
  skus: number
  categories: number
  pictures: number
  videos: number
  created: number
  updated: number
  unchanged: number
}
export type CatalogImport =
  | { ok: true; report: CatalogReport; warnings: string[] }
  | { ok: false; errors: ImportProblem[] }

/**
 * Imports a catalogue from CSV: the columns of Vendure's product import, and ours beside them (README, "The catalogue
 * file"). The whole file is checked first and every problem told; then all of it is written in one transaction, or
 * nothing.
 *
 * It may be run again and again: products are known by slug, SKUs by code. A SKU that a product of the file no longer
 * has goes off sale; products the file does not name stay as they are. Stock comes from the file for new SKUs only,
 * unless `overwriteStock` says otherwise, and never falls below what unpaid orders hold.
 */
export async function importCatalog({
  database,
  csv,
  pictures,
  videos = async () => null,
  onProgress = () => {},
  overwriteStock = false,
  now = new Date(),
}: {
  database: Database
  csv: string | Buffer
  pictures: FindPicture
  videos?: FindVideo
  onProgress?: (progress: ImportProgress) => void
  overwriteStock?: boolean
  now?: Date
}): Promise<CatalogImport> {
  const problems = new Problems()
  const file = readCatalogFile(csv, problems)
  if (!file) return { ok: false, errors: problems.sorted() }
  const found = {
    pictures: await findMedia('picture', picturesOf(file), pictures, problems, (done, total) =>
      onProgress({ phase: 'pictures', done, total }),
    ),
    videos: await findMedia('video', videosOf(file), videos, problems),
  }
  await checkRelated(database.db, file, problems)
  if (problems.any) return { ok: false, errors: problems.sorted() }

  const options: WriteOptions = {
    overwriteStock,
    now,
    onProgress: (done, total) => onProgress({ phase: 'products', done, total }),
  }
  const written = await inTransaction(database.db, (transaction) => writeCatalog(transaction, file, found, options))
  return {
    ok: true,
    report: {
      products: file.products.length,
      skus: file.products.reduce((sum, { skus }) => sum + skus.length, 0),
      categories: file.categories.length,
      pictures: found.pictures.size,
      videos: found.videos.size,
      ...written,
    },
    warnings: warningsOf(file),
  }
}

function picturesOf(file: CatalogFile): MediaWanted[] {
  return file.products.flatMap((product) => [
    ...product.pictures.map((fileName) => ({ fileName, line: product.line, column: 'assets' })),
    ...(product.video?.poster ? [{ fileName: product.video.poster, line: product.line, column: 'video' }] : []),
    ...product.skus.flatMap(({ picture, line }) =>
      picture === null ? [] : [{ fileName: picture, line, column: 'variantAssets' }],
    ),
  ])
}

function videosOf({ products }: CatalogFile): MediaWanted[] {
  return products.flatMap(({ video, line }) => (video ? [{ fileName: video.film, line, column: 'video' }] : []))
}

function warningsOf({ unknownColumns }: CatalogFile): string[] {
  if (unknownColumns.length === 0) return []
  return [`Columns that mean nothing here were passed over: ${unknownColumns.join(', ')}`]
}
