import type { Sql } from '@xiaopu/commerce-postgres/database'
import { readDocument } from './findings'
import { createHomeVersions } from './versions'

export type HomeImport = { ok: true; blocks: number } | { ok: false; errors: string[] }

/** Whoever runs the command has no name here. */
const BY = { id: 'import', name: 'npm run shop -- home' }

/** Publishes a home page document (JSON text) as a new version. */
export async function importHome(db: Sql, json: string, now: Date): Promise<HomeImport> {
  let content: unknown
  try {
    content = JSON.parse(json)
  } catch (error) {
    return { ok: false, errors: [`The file is no JSON: ${(error as Error).message}`] }
  }
  const read = readDocument(content)
  if ('problems' in read) return { ok: false, errors: read.problems.map(({ path, message }) => `${path}: ${message}`) }
  const versions = createHomeVersions(db, () => now)
  await versions.publish({ document: read.document, basedOn: await versions.newest(), by: BY, visibleFrom: null })
  return { ok: true, blocks: read.document.blocks.length }
}
