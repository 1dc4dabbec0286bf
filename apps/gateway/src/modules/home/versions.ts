import type { Sql } from '@xiaopu/commerce-postgres/database'
import { HomeDocument, type HomeVersion, type Page } from '@xiaopu/contract'
import { and, desc, eq, gt, isNull, lt, lte, max } from 'drizzle-orm'
import type { Clock } from '../../clock'
import { notFound, Refusal } from '../../http/refusal'
import { wantPictures } from '../merchant-pictures/want-pictures'
import { homeVersions } from './tables'

export type HomeVersions = ReturnType<typeof createHomeVersions>
/** A database, or a transaction in it. */
export type Writer = Pick<Sql, 'select' | 'insert' | 'update'>

type Row = typeof homeVersions.$inferSelect

export interface NewVersion {
  document: unknown
  /** The newest version the publisher knows; 0: none. */
  basedOn: number
  by: { id: string; name: string }
  /** null: from now on. */
  visibleFrom: Date | null
  note?: string
  restoredFrom?: number
}

/** The home pages that were published, and which of them is shown. */
export function createHomeVersions(db: Sql, clock: Clock) {
  /** What was to be shown last counts: a page of Friday takes the place of one that was published on Thursday. */
  async function currentRow(): Promise<Row | undefined> {
    const [row] = await db
      .select()
      .from(homeVersions)
      .where(and(isNull(homeVersions.withdrawnAt), lte(homeVersions.visibleFrom, clock())))
      .orderBy(desc(homeVersions.visibleFrom), desc(homeVersions.number))
      .limit(1)
    return row
  }

  async function newest(): Promise<number> {
    const [row] = await db.select({ number: max(homeVersions.number) }).from(homeVersions)
    return row?.number ?? 0
  }

  async function current(): Promise<{ number: number; document: HomeDocument | null } | null> {
    const row = await currentRow()
    return row ? { number: row.number, document: read(row) } : null
  }

  /** @throws Refusal `home_changed`: there is a newer version than `basedOn`, or none of that number */
  async function publish(version: NewVersion, writer: Writer = db): Promise<HomeVersion> {
    const { document, basedOn, by, visibleFrom, note = '', restoredFrom } = version
    const now = clock()
    await wantPictures(writer, document, now)
    const known = basedOn === 0 || (await rowOf(basedOn, writer)) !== undefined
    const [row] = known
      ? await writer
          .insert(homeVersions)
          .values({
            number: basedOn + 1,
            content: document,
            publishedAt: now,
            staffId: by.id,
            staffName: by.name,
            visibleFrom: visibleFrom ?? now,
            note,
            restoredFrom,
          })
          .onConflictDoNothing()
          .returning()
      : []
    if (!row) throw new Refusal('home_changed', { detail: 'another version has been published meanwhile' })
    return versionView(row, { now, current: row.number })
  }

  async function list({ cursor, limit }: { cursor?: string; limit: number }): Promise<Page<HomeVersion>> {
    const before = /^\d{1,9}$/.test(cursor ?? '') ? lt(homeVersions.number, Number(cursor)) : undefined
    const rows = await db
      .select()
      .from(homeVersions)
      .where(before)
      .orderBy(desc(homeVersions.number))
      .limit(limit + 1)
    const page = rows.slice(0, limit)
    const last = rows.length > limit ? page.at(-1) : undefined
    const moment = { now: clock(), current: (await currentRow())?.number }
    return {
      items: page.map((row) => versionView(row, moment)),
      nextCursor: last ? String(last.number) : null,
      total: null,
    }
  }

  /** @throws Refusal `not_found`: there is no such version, or this gateway cannot read it any more */
  async function find(number: number): Promise<HomeVersion & { document: HomeDocument }> {
    const row = await rowOf(number)
    const document = row && read(row)
    if (!row || !document) throw notFound('version of the home page')
    return { ...versionView(row, { now: clock(), current: (await currentRow())?.number }), document }
  }

  /** @throws Refusal `not_found`; `home_changed`: it is shown already, or was called off */
  async function withdraw(number: number): Promise<HomeVersion> {
    const now = clock()
    const [row] = await db
      .update(homeVersions)
      .set({ withdrawnAt: now })
      .where(and(eq(homeVersions.number, number), isNull(homeVersions.withdrawnAt), gt(homeVersions.visibleFrom, now)))
      .returning()
    if (row) return versionView(row, { now, current: undefined })
    throw (await rowOf(number)) ? new Refusal('home_changed') : notFound('version of the home page')
  }

  async function rowOf(number: number, reader: Pick<Sql, 'select'> = db): Promise<Row | undefined> {
    const [row] = await reader.select().from(homeVersions).where(eq(homeVersions.number, number))
    return row
  }

  return { current, newest, publish, list, find, withdraw }
}

/** null: written by another version of the gateway, and not to be read by this one. */
const read = ({ content }: Row) => HomeDocument.safeParse(content).data ?? null

function versionView(row: Row, { now, current }: { now: Date; current: number | undefined }): HomeVersion {
  const { number, publishedAt, staffId, staffName, visibleFrom, note, restoredFrom } = row
  return {
    number,
    state: row.withdrawnAt ? 'withdrawn' : visibleFrom > now ? 'scheduled' : number === current ? 'current' : 'past',
    publishedAt: publishedAt.toISOString(),
    publishedBy: { id: staffId, name: staffName },
    visibleFrom: visibleFrom.toISOString(),
    note,
    restoredFrom,
  }
}
