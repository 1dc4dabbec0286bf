import { readFile, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { type Database, DatabaseInUse, DatabaseTooNew, openDatabase } from '@xiaopu/commerce-postgres'
import type { ImportProblem } from '@xiaopu/commerce-postgres/import'
import { migrateAll } from '../database/migrate'
import {
  type ImportTarget,
  importCatalogueInto,
  importCouponsInto,
  importHomeInto,
  importStoreStockInto,
  importStoresInto,
} from '../import/import-into'
import { type Command, readArguments, USAGE, UsageError } from './arguments'
import { progressReport } from './progress'
import type { Terminal } from './terminal'

/** A sentence for the person at the terminal; nothing was changed. */
class Complaint extends Error {}

export type OpenShop = (url: string | undefined, dataDir: string) => Promise<Database>

/**
 * Runs one `npm run shop` command. Resolves with the exit code: 0 done, 1 nothing was changed.
 *
 * @param open brings the shop's database; it is closed afterwards
 */
export async function runShop(argv: string[], terminal: Terminal, open: OpenShop = openShop): Promise<number> {
  try {
    const command = readArguments(argv)
    if (command.name === 'help') {
      terminal.out(USAGE)
      return 0
    }
    checkOwner(command, terminal)
    const text = await readInput(command)
    const database = await open(terminal.env.DATABASE_URL || undefined, join(dataDirOf(terminal), 'database'))
    try {
      await migrateAll(database)
      const mediaDir = join(dataDirOf(terminal), 'media')
      return await run(command, text, { database, mediaDir }, terminal)
    } finally {
      await database.close()
    }
  } catch (error) {
    const isSentence = error instanceof Complaint || error instanceof DatabaseInUse || error instanceof DatabaseTooNew
    if (error instanceof UsageError) terminal.err(`${error.message}\n\n${USAGE}`)
    else if (isSentence) terminal.err(error.message)
    else throw error
    return 1
  }
}

type FileCommand = Exclude<Command, { name: 'help' }>

const OWNED = {
  import: 'Goods, prices and stock',
  stores: 'Stores',
  'store-stock': 'What lies in the stores',
  coupons: 'Coupons',
}

/** What Magento owns is read from Magento: imported here, nobody would ever see it. @throws Complaint unless wanted anyway */
function checkOwner(command: FileCommand, { env, err }: Terminal): void {
  if (env.COMMERCE !== 'magento' || command.name === 'home') return
  const warning = `${OWNED[command.name]} are Magento's here (COMMERCE=magento): no shopper sees what is imported into this database.`
  if (!command.anyway) throw new Complaint(`${warning} Change them in Magento; --anyway imports all the same.`)
  err(warning)
}

async function readInput(command: FileCommand): Promise<Buffer> {
  if ('imagesDir' in command && command.imagesDir !== undefined) {
    const folder = await stat(command.imagesDir).catch(() => null)
    if (!folder?.isDirectory()) throw new Complaint(`There is no folder ${command.imagesDir}.`)
  }
  try {
    return await readFile(command.file)
  } catch {
    throw new Complaint(`The file ${command.file} cannot be read.`)
  }
}

const dataDirOf = ({ env }: Terminal) => env.DATA_DIR || '.xiaopu/data'

/** @throws Complaint: a running shop has it open; DatabaseTooNew */
async function openShop(url: string | undefined, dataDir: string): Promise<Database> {
  try {
    return await openDatabase({ url, dataDir })
  } catch (error) {
    if (!(error instanceof DatabaseInUse)) throw error
    throw new Complaint(
      `The shop is running (process ${error.pid}) and has its database open. Stop it, then run this again. ` +
        `With DATABASE_URL a running shop can be imported into.`,
    )
  }
}

async function run(command: FileCommand, text: Buffer, target: ImportTarget, terminal: Terminal): Promise<number> {
  switch (command.name) {
    case 'import': {
      const progress = progressReport(terminal)
      const { imagesDir, overwriteStock } = command
      const result = await importCatalogueInto(target, { csv: text, imagesDir, overwriteStock }, progress.show).finally(
        progress.end,
      )
      if (!result.ok) return complain(command.file, result.errors, terminal)
      const { products, skus, categories, pictures, videos, created, updated, unchanged } = result.report
      for (const warning of result.warnings) terminal.err(warning)
      terminal.out(
        `${products} products (${created} new, ${updated} changed, ${unchanged} as before), ${skus} SKUs, ${categories} categories, ${pictures} pictures${videos > 0 ? `, ${videos} films` : ''}.`,
      )
      return 0
    }
    case 'stores': {
      const result = await importStoresInto(target, { csv: text, imagesDir: command.imagesDir })
      if (!result.ok) return complain(command.file, result.errors, terminal)
      for (const warning of result.warnings) terminal.err(warning)
      terminal.out(`${result.report.stores} stores, ${result.report.removed} removed.`)
      return 0
    }
    case 'store-stock': {
      const result = await importStoreStockInto(target, { csv: text })
      if (!result.ok) return complain(command.file, result.errors, terminal)
      for (const warning of result.warnings) terminal.err(warning)
      terminal.out(`${result.report.counts} counts in ${result.report.stores} stores.`)
      return 0
    }
    case 'coupons': {
      const result = await importCouponsInto(target, { csv: text })
      if (!result.ok) return complain(command.file, result.errors, terminal)
      for (const warning of result.warnings) terminal.err(warning)
      const { coupons, created, updated } = result.report
      terminal.out(`${coupons} coupons (${created} new, ${updated} known).`)
      return 0
    }
    case 'home': {
      const result = await importHomeInto(target, text.toString('utf8'))
      if (result.ok) {
        terminal.out(`The home page has ${result.blocks} blocks.`)
        return 0
      }
      for (const error of result.errors) terminal.err(`${command.file}: ${error}`)
      terminal.err('The home page stays as it was.')
      return 1
    }
  }
}

/** `file:line column: message`, as editors understand it. */
function complain(file: string, errors: ImportProblem[], { err }: Terminal): number {
  for (const { line, column, message } of errors) err(`${file}:${line}${column ? ` ${column}` : ''}: ${message}`)
  err(`${errors.length} ${errors.length === 1 ? 'problem' : 'problems'}. Nothing was imported.`)
  return 1
}
