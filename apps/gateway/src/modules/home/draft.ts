import type { Sql } from '@xiaopu/commerce-postgres/database'
import { HomeDocument, type HomeDraft, type SaveHomeDraft, type StaffMember } from '@xiaopu/contract'
import { and, eq, gt, lte, sql } from 'drizzle-orm'
import { after, type Clock } from '../../clock'
import { notFound, Refusal } from '../../http/refusal'
import { hashOf, newToken } from '../identity/token'
import { wantPictures } from '../merchant-pictures/want-pictures'
import { homeDraft, homePreviews } from './tables'
import type { Writer } from './versions'

export type HomeDrafts = ReturnType<typeof createHomeDrafts>

const NAME = 'home'
/** How long a preview can be looked at, ms. */
const DAY = 24 * 60 * 60_000

/** The draft, and the tokens by which it, or a version, can be looked at. */
export function createHomeDrafts(db: Sql, clock: Clock) {
  const ofHome = eq(homeDraft.name, NAME)

  /** `revision` 0: nobody has ever saved one. */
  async function get(): Promise<{ draft: HomeDraft | null; revision: number }> {
    const [row] = await db.select().from(homeDraft).where(ofHome)
    return { draft: row ? draftView(row) : null, revision: row?.revision ?? 0 }
  }

  /** @throws Refusal `home_changed`: somebody else has saved or published one since `revision` */
  async function save({ document, basedOn, revision }: SaveHomeDraft, { id, name }: StaffMember) {
    const changed = { content: document, basedOn, savedAt: clock(), staffId: id, staffName: name }
    await wantPictures(db, document, clock())
    const [row] =
      revision === 0
        ? await db
            .insert(homeDraft)
            .values({ name: NAME, revision: 1, ...changed })
            .onConflictDoNothing()
            .returning()
        : await db
            .update(homeDraft)
            .set({ ...changed, revision: sql`${homeDraft.revision} + 1` })
            .where(and(ofHome, eq(homeDraft.revision, revision)))
            .returning()
    if (!row) throw new Refusal('home_changed', { detail: 'somebody else has changed the draft meanwhile' })
    return { draft: draftView(row)!, revision: row.revision }
  }

  /**
   * Gives the draft away, to be published in the same transaction.
   *
   * @throws Refusal `not_found`: there is no draft; `home_changed`: it is another one than was meant
   */
  async function take(revision: number, writer: Writer): Promise<HomeDraft> {
    const [row] = await writer.select().from(homeDraft).where(ofHome).for('update')
    if (row && row.revision !== revision) throw new Refusal('home_changed', { detail: 'the draft is another one now' })
    const draft = row && draftView(row)
    if (!draft) throw notFound('draft')
    await writer
      .update(homeDraft)
      .set({ content: null, revision: sql`${homeDraft.revision} + 1` })
      .where(ofHome)
    return draft
  }

  /** @param version null: the draft, as it is whenever somebody looks */
  async function preview(version: number | null): Promise<{ token: string; expiresAt: string }> {
    const [token, expiresAt] = [newToken(), after(clock(), DAY)]
    await db.insert(homePreviews).values({ tokenHash: hashOf(token), version, expiresAt })
    return { token, expiresAt: expiresAt.toISOString() }
  }

  /** @throws Refusal `not_found`: nobody was given this token, or its day is over */
  async function previewed(token: string): Promise<{ version: number | null }> {
    const [row] = await db
      .select({ version: homePreviews.version })
      .from(homePreviews)
      .where(and(eq(homePreviews.tokenHash, hashOf(token)), gt(homePreviews.expiresAt, clock())))
    if (!row) throw notFound('preview')
    return row
  }

  async function forgetOldPreviews(): Promise<void> {
    await db.delete(homePreviews).where(lte(homePreviews.expiresAt, clock()))
  }

  return { get, save, take, preview, previewed, forgetOldPreviews }
}

/** null: there is none, or this gateway cannot read it any more. */
function draftView({ content, basedOn, savedAt, staffId, staffName }: typeof homeDraft.$inferSelect): HomeDraft | null {
  const document = HomeDocument.safeParse(content).data
  if (!document) return null
  return { document, basedOn, savedAt: savedAt.toISOString(), savedBy: { id: staffId, name: staffName } }
}
