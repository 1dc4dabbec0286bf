import type { Sql } from '@xiaopu/commerce-postgres/database'
import { and, inArray, isNull } from 'drizzle-orm'
import { merchantPictures } from './tables'

const KEY = /[0-9a-f]{32}/g

/** Whatever in a document could be the key of a picture of ours. */
export const keysIn = (document: unknown): string[] => [...new Set((JSON.stringify(document) ?? '').match(KEY) ?? [])]

/**
 * Notes that a home page that is about to be written names pictures. Before it is written: of a picture that is being thrown away at
 * the same moment either this is seen, and it stays, or it is gone when its writer is told what the page lacks.
 */
export async function wantPictures(writer: Pick<Sql, 'update'>, document: unknown, now: Date): Promise<void> {
  const keys = keysIn(document)
  if (keys.length === 0) return
  await writer
    .update(merchantPictures)
    .set({ wantedAt: now })
    .where(and(inArray(merchantPictures.source, keys), isNull(merchantPictures.goneAt)))
}
