import { basename, join } from 'node:path'
import type { Database } from '@xiaopu/commerce-postgres'
import {
  type CatalogImport,
  type CouponsImport,
  type FindPicture,
  type FindVideo,
  type ImportProgress,
  importCatalog,
  importCoupons,
  importStoreStock,
  importStores,
  type StoreStockImport,
  type StoresImport,
} from '@xiaopu/commerce-postgres/import'
import { type HomeImport, importHome } from '../modules/home/import-home'
import { NoPicture, pictureImporter } from '../modules/media/import-picture'
import { videoImporter } from '../modules/media/import-video'
import { folderStorage } from '../modules/media/storage'
import { folderVideos } from '../modules/media/video-storage'

/** Where an import writes: a database that has been brought up to date, and the folder pictures are served from. */
export interface ImportTarget {
  database: Database
  mediaDir: string
}

interface CsvSource {
  csv: string | Buffer
  /** Where the pictures and films are that the file names; without it none is found. */
  imagesDir?: string | string[]
}

export type { CatalogImport, CouponsImport, HomeImport, ImportProgress, StoreStockImport, StoresImport }

/**
 * Imports a catalogue with its pictures: all of it or nothing. Needs no running gateway, and no gateway may have the
 * embedded database open elsewhere.
 */
export function importCatalogueInto(
  target: ImportTarget,
  source: CsvSource & { overwriteStock?: boolean; now?: Date },
  onProgress?: (progress: ImportProgress) => void,
): Promise<CatalogImport> {
  const { csv, imagesDir, overwriteStock, now } = source
  const pictures = picturesIn(imagesDir, target.mediaDir)
  const videos = videosIn(imagesDir, target.mediaDir)
  return importCatalog({ database: target.database, csv, pictures, videos, onProgress, overwriteStock, now })
}

/** Imports the list of stores; a store the file does not name is removed. */
export function importStoresInto(target: ImportTarget, { csv, imagesDir }: CsvSource): Promise<StoresImport> {
  return importStores({ database: target.database, csv, pictures: picturesIn(imagesDir, target.mediaDir) })
}

/** Imports what lies in the stores; goods and stores come first. */
export function importStoreStockInto(
  { database }: Pick<ImportTarget, 'database'>,
  { csv }: Pick<CsvSource, 'csv'>,
): Promise<StoreStockImport> {
  return importStoreStock({ database, csv })
}

/** Imports coupons; one the file does not name stays, and what has been used stays used. The goods come first. */
export function importCouponsInto(
  { database }: Pick<ImportTarget, 'database'>,
  { csv, now }: Pick<CsvSource, 'csv'> & { now?: Date },
): Promise<CouponsImport> {
  return importCoupons({ database, csv, now })
}

/** Publishes a home page document (JSON text). */
export function importHomeInto(
  { database }: Pick<ImportTarget, 'database'>,
  json: string,
  now = new Date(),
): Promise<HomeImport> {
  return importHome(database.db, json, now)
}

/** Pictures by file name, in the first folder that has it; a name that points elsewhere finds nothing. */
function picturesIn(folders: CsvSource['imagesDir'], mediaDir: string): FindPicture {
  const importPicture = pictureImporter(folderStorage(mediaDir))
  return firstOf(folders, async (file) => {
    try {
      return await importPicture(file)
    } catch (error) {
      if (error instanceof NoPicture && error.missing) return null
      throw error
    }
  })
}

/** Films in the same way. */
const videosIn = (folders: CsvSource['imagesDir'], mediaDir: string): FindVideo =>
  firstOf(folders, videoImporter(folderVideos(mediaDir)))

function firstOf<Found>(folders: CsvSource['imagesDir'] = [], find: (file: string) => Promise<Found | null>) {
  return async (fileName: string): Promise<Found | null> => {
    if (basename(fileName) !== fileName) return null
    for (const folder of [folders].flat()) {
      const found = await find(join(folder, fileName))
      if (found) return found
    }
    return null
  }
}
