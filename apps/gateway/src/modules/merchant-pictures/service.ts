import { randomBytes } from 'node:crypto'
import type { Picture as StoredPicture } from '@xiaopu/commerce'
import type { Sql } from '@xiaopu/commerce-postgres/database'
import type { MerchantPicture, StaffMember } from '@xiaopu/contract'
import { and, desc, eq, inArray, isNotNull, isNull, lt, not, sql } from 'drizzle-orm'
import { after, type Clock } from '../../clock'
import { homeDraft, homeVersions } from '../home/tables'
import type { PictureView } from '../media/picture-view'
import type { MediaStorage } from '../media/storage'
import { decodePicture } from '../uploads/decode-picture'
import { merchantPictures } from './tables'
import { keysIn } from './want-pictures'

interface Needs {
  db: Sql
  storage: MediaStorage
  picture: PictureView
  clock: Clock
  /** Home pages that are written in the shop system, unchecked; throws while it is away. */
  elsewhere?(): Promise<unknown[]>
}

/** What no home page names is thrown away so long after it was sent, or last written into one, ms. */
const KEEP_UNUSED = 30 * 24 * 60 * 60_000
const SHOWN = 100
const BATCH = 100

/** A version that was published stays for ever and can be had back: what it names stays with it. */
const isUsed = sql<boolean>`(
  exists (select 1 from ${homeVersions} where ${homeVersions.content}::text like '%' || ${merchantPictures.source} || '%')
  or exists (select 1 from ${homeDraft} where ${homeDraft.content}::text like '%' || ${merchantPictures.source} || '%')
)`

export type MerchantPictures = ReturnType<typeof createMerchantPictures>

/** Pictures of the shop's own, from somebody's file to the home page or away. */
export function createMerchantPictures({ db, storage, picture, clock, elsewhere }: Needs) {
  /**
   * Under a random key, not a hash of the file: the same photograph may be a product's, whose files are not ours to throw away.
   *
   * @throws Refusal `upload_not_a_picture`
   */
  async function receive(file: Buffer, by: StaffMember): Promise<MerchantPicture> {
    const { sizes, ...measures } = await decodePicture(file)
    const stored: StoredPicture = { source: randomBytes(16).toString('hex'), ...measures, alt: '' }
    const now = clock()
    // The row first: what the process leaves behind when it dies now is thrown away in time.
    const [row] = await db
      .insert(merchantPictures)
      .values({
        ...{ source: stored.source, picture: stored, staffId: by.id, staffName: by.name },
        ...{ sentAt: now, wantedAt: now },
      })
      .returning()
    for (const [slot, webp] of sizes) await storage.write(stored.source, slot, webp)
    return view(row!, false)
  }

  async function list(): Promise<MerchantPicture[]> {
    const rows = await db
      .select({ row: merchantPictures, used: isUsed })
      .from(merchantPictures)
      .where(isNull(merchantPictures.goneAt))
      .orderBy(desc(merchantPictures.sentAt), desc(merchantPictures.source))
      .limit(SHOWN)
    return rows.map(({ row, used }) => view(row, used))
  }

  function view({ picture: stored, staffId, staffName, sentAt }: typeof merchantPictures.$inferSelect, used: boolean) {
    const { source, width, height, tone } = stored
    return {
      own: { source, width, height, tone },
      picture: picture(stored)!,
      sentAt: sentAt.toISOString(),
      sentBy: { id: staffId, name: staffName },
      used,
    }
  }

  /** Throws away, file by file, what no home page has named for thirty days, here or in the shop system. */
  async function throwAway(): Promise<void> {
    const old = and(isNull(merchantPictures.goneAt), lt(merchantPictures.wantedAt, after(clock(), -KEEP_UNUSED)))
    if ((await db.$count(merchantPictures, old)) > 0) {
      // One that is written into a home page meanwhile is wanted anew: this waits for its row, and then passes it by.
      const keep = (await elsewhere?.())?.flatMap(keysIn) ?? []
      await db
        .update(merchantPictures)
        .set({ goneAt: clock() })
        .where(and(old, not(isUsed), keep.length > 0 ? not(inArray(merchantPictures.source, keep)) : undefined))
    }
    for (;;) {
      const gone = await db.select().from(merchantPictures).where(isNotNull(merchantPictures.goneAt)).limit(BATCH)
      for (const { source } of gone) {
        await storage.remove(source)
        await db.delete(merchantPictures).where(eq(merchantPictures.source, source))
      }
      if (gone.length < BATCH) return
    }
  }

  /** Whether there is a picture of that key: of ours, or of the goods. One that is being thrown away is none any more. */
  async function has(source: string): Promise<boolean> {
    const [row] = await db.select().from(merchantPictures).where(eq(merchantPictures.source, source))
    return row ? row.goneAt === null : storage.has(source, 'full')
  }

  return { receive, list, has, throwAway }
}
