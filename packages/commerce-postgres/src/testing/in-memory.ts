import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { PGlite } from '@electric-sql/pglite'
import { type Database, openDatabase } from '../database'

/** Initialising a PostgreSQL takes most of a second, copying an initialised one a third of that; tests open hundreds. */
export async function openInMemory(): Promise<Database> {
  return openDatabase({ startFrom: await emptyCluster() })
}

/** The files of a PostgreSQL nobody has written to, made by the first test that needs them. */
async function emptyCluster(): Promise<Blob> {
  const archive = archivePath()
  if (!existsSync(archive)) await makeEmptyCluster(archive)
  // Not openAsBlob: another test's rename would make that one unreadable.
  return new Blob([readFileSync(archive)])
}

function archivePath(): string {
  const root = dirname(createRequire(import.meta.url).resolve('@electric-sql/pglite'))
  const { version } = JSON.parse(readFileSync(join(root, '../package.json'), 'utf8')) as { version: string }
  return join(import.meta.dirname, '../../node_modules/.cache', `empty-cluster-${version}.tar`)
}

/** Several tests may do this at once: each writes a file of its own, and the last rename wins. */
async function makeEmptyCluster(archive: string): Promise<void> {
  const client = await PGlite.create()
  const files = await client.dumpDataDir('none')
  await client.close()
  const own = `${archive}.${process.pid}`
  mkdirSync(dirname(archive), { recursive: true })
  try {
    writeFileSync(own, Buffer.from(await files.arrayBuffer()))
    renameSync(own, archive)
  } finally {
    rmSync(own, { force: true })
  }
}
