import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { type Database, openDatabase } from '../database'
import { createClient, databaseOf } from '../database/pglite'
import { leanArchive } from './lean-archive'

/** What is done to an empty database once, and then copied. */
export interface Preparation {
  /** Folders of files all of it follows from: another byte in them, and it is done anew. */
  from: string[]
  prepare(database: Database): Promise<void>
}

/**
 * A database of a test's own. Initialising a PostgreSQL takes most of a second and its tables as long again; copying one
 * that is ready, a sixth of that. Tests open hundreds.
 */
export async function openInMemory(preparation?: Preparation): Promise<Database> {
  return openDatabase({ startFrom: await prepared(preparation) })
}

/** The files of a PostgreSQL nobody has written to but `preparation`, made by the first test that needs them. */
async function prepared(preparation?: Preparation): Promise<Blob> {
  const archive = archivePath(preparation?.from)
  if (!existsSync(archive)) await makeArchive(archive, preparation)
  return new Archive(readFileSync(archive))
}

/**
 * Gives its bytes as they are; a Blob's own way through a stream copies them twice. Not openAsBlob: another test's rename
 * would make that one unreadable.
 */
class Archive extends Blob {
  constructor(private readonly files: Buffer<ArrayBuffer>) {
    super([])
  }
  override async arrayBuffer(): Promise<ArrayBuffer> {
    const { buffer, byteOffset, byteLength } = this.files
    return byteLength === buffer.byteLength ? buffer : buffer.slice(byteOffset, byteOffset + byteLength)
  }
}

function archivePath(folders: string[] = []): string {
  const root = dirname(createRequire(import.meta.url).resolve('@electric-sql/pglite'))
  const made = ['in-memory.ts', 'lean-archive.ts'].map((file) => join(import.meta.dirname, file))
  const hash = createHash('sha256').update(readFileSync(join(root, '../package.json')))
  for (const file of made) hash.update(readFileSync(file))
  for (const file of folders.flatMap(filesOf)) hash.update(file).update(readFileSync(file))
  return join(import.meta.dirname, '../../node_modules/.cache', `cluster-${hash.digest('hex').slice(0, 16)}.tar`)
}

const filesOf = (folder: string): string[] =>
  readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map(({ name }) => join(folder, name))
    .sort()

/** Several tests may do this at once: each writes a file of its own, and the last rename wins. */
async function makeArchive(archive: string, preparation?: Preparation): Promise<void> {
  const client = await createClient({ loadDataDir: preparation && (await prepared()) })
  await preparation?.prepare(databaseOf(client))
  const files = await client.dumpDataDir('none')
  await client.close()
  const own = `${archive}.${process.pid}`
  mkdirSync(dirname(archive), { recursive: true })
  try {
    writeFileSync(own, leanArchive(Buffer.from(await files.arrayBuffer())))
    renameSync(own, archive)
  } finally {
    rmSync(own, { force: true })
  }
}
