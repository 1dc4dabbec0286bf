import { randomBytes, randomUUID } from 'node:crypto'
import type { Picture as StoredPicture } from '@xiaopu/commerce'
import type { Sql } from '@xiaopu/commerce-postgres/database'
import type { Upload } from '@xiaopu/contract'
import { and, eq, inArray, isNull, lt, or } from 'drizzle-orm'
import { after, type Clock } from '../../clock'
import { Refusal } from '../../http/refusal'
import type { PictureView } from '../media/picture-view'
import type { MediaStorage } from '../media/storage'
import { decodePicture } from './decode-picture'
import { uploads } from './tables'

interface Needs {
  db: Sql
  storage: MediaStorage
  picture: PictureView
  clock: Clock
}

/** What is put into nothing is thrown away after this, ms. */
const KEEP_UNCLAIMED = 24 * 60 * 60_000
/** Pictures one shopper may have sent and put into nothing. */
const MAX_UNCLAIMED = 60
/** How many are thrown away at a time. */
const BATCH = 100
/** Stands where the name of a claimant would: nobody wants it any more. */
export const NOBODY = 'nobody'

/** What takes pictures out of the pile, and whose they must be. */
export interface Claim {
  shopperId: string
  ids: string[]
  /** Names the one thing they are put into, such as `review:42`. The same thing may claim again: nothing changes. */
  by: string
  /** The field that named them, for the refusal. */
  path?: string
}

export type Uploads = ReturnType<typeof createUploads>

/** Pictures of shoppers: from the phone, through the decoder, to the thing they belong to or away. */
export function createUploads({ db, storage, picture, clock }: Needs) {
  /** @throws Refusal `upload_not_a_picture`; `rate_limited`: too many lie about already */
  async function receive(shopperId: string, file: Buffer): Promise<Upload> {
    const lying = await db.$count(uploads, and(eq(uploads.shopperId, shopperId), isNull(uploads.claimedBy)))
    if (lying >= MAX_UNCLAIMED) throw new Refusal('rate_limited')
    const { sizes, ...measures } = await decodePicture(file)
    // Random, so that nobody finds a picture who was not told: its content is no secret, a hash of it would be none either.
    const stored: StoredPicture = { source: randomBytes(16).toString('hex'), ...measures, alt: '' }
    const id = randomUUID()
    await db.insert(uploads).values({ id, shopperId, picture: stored, createdAt: clock() })
    for (const [slot, webp] of sizes) await storage.write(stored.source, slot, webp)
    return { id, picture: picture(stored)! }
  }

  /**
   * All of them or none, in the order asked for.
   *
   * @throws Refusal `validation_failed`: one is unknown, somebody else's, or in something else already
   */
  async function claim({ shopperId, ids, by, path = 'body.pictures' }: Claim): Promise<StoredPicture[]> {
    if (ids.length === 0) return []
    return db.transaction(async (tx) => {
      const claimed = await tx
        .update(uploads)
        .set({ claimedBy: by })
        .where(
          and(
            eq(uploads.shopperId, shopperId),
            inArray(uploads.id, ids),
            or(isNull(uploads.claimedBy), eq(uploads.claimedBy, by)),
          ),
        )
        .returning({ id: uploads.id, picture: uploads.picture })
      const pictures = new Map(claimed.map((each) => [each.id, each.picture]))
      return ids.map((id) => {
        const found = pictures.get(id)
        if (found) return found
        throw new Refusal('validation_failed', { fields: [{ path, message: `no picture ${id} to put in` }] })
      })
    })
  }

  /** The thing came to nothing: its pictures may be put into another one. */
  async function release(by: string): Promise<void> {
    await db.update(uploads).set({ claimedBy: null }).where(eq(uploads.claimedBy, by))
  }

  /** The thing is gone, and its pictures with it. */
  async function discard(by: string): Promise<void> {
    await db.update(uploads).set({ claimedBy: NOBODY }).where(eq(uploads.claimedBy, by))
  }

  /** Everything the shopper ever sent goes, whatever it is in. */
  async function discardAllOf(shopperId: string): Promise<void> {
    await db.update(uploads).set({ claimedBy: NOBODY }).where(eq(uploads.shopperId, shopperId))
  }

  /** Throws away, file by file, what nobody has claimed within a day or wants any more. */
  async function throwAway(): Promise<void> {
    const old = and(isNull(uploads.claimedBy), lt(uploads.createdAt, after(clock(), -KEEP_UNCLAIMED)))
    // Marked first: what is being thrown away can no longer be claimed.
    await db.update(uploads).set({ claimedBy: NOBODY }).where(old)
    for (;;) {
      const gone = await db.select().from(uploads).where(eq(uploads.claimedBy, NOBODY)).limit(BATCH)
      for (const { id, picture } of gone) {
        await storage.remove(picture.source)
        await db.delete(uploads).where(eq(uploads.id, id))
      }
      if (gone.length < BATCH) return
    }
  }

  /** Pictures as the storefront sees them. */
  const views = (pictures: StoredPicture[]) => pictures.map((each) => picture(each)!)

  return { receive, claim, release, discard, discardAllOf, views, throwAway }
}
