import { randomUUID } from 'node:crypto'
import type { Sql } from '@xiaopu/commerce-postgres/database'
import type { MerchantAct, Page } from '@xiaopu/contract'
import { and, desc, eq, lt, or } from 'drizzle-orm'
import type { Clock } from '../../clock'
import { Refusal } from '../../http/refusal'
import type { Recorder } from '../../http/serve-contract'
import { merchantActs } from './tables'

export type Acts = ReturnType<typeof createActs>

/** The book of what was done by whom. */
export function createActs(db: Sql, clock: Clock) {
  const record: Recorder = async ({ staff, name, subject, detail }, work) => {
    const id = randomUUID()
    await db
      .insert(merchantActs)
      .values({ id, at: clock(), staffId: staff.id, staffName: staff.name, act: name, subject, detail })
    const close = (outcome: NonNullable<MerchantAct['outcome']>) =>
      db.update(merchantActs).set({ outcome }).where(eq(merchantActs.id, id))
    try {
      const answer = await work()
      await close('done')
      return answer
    } catch (error) {
      await close(error instanceof Refusal && error.statusCode < 500 ? 'refused' : 'failed')
      throw error
    }
  }

  async function list({ cursor, limit }: { cursor?: string; limit: number }): Promise<Page<MerchantAct>> {
    const after = placeOf(cursor)
    const older =
      after && or(lt(merchantActs.at, after.at), and(eq(merchantActs.at, after.at), lt(merchantActs.id, after.id)))
    const rows = await db
      .select()
      .from(merchantActs)
      .where(older)
      .orderBy(desc(merchantActs.at), desc(merchantActs.id))
      .limit(limit + 1)
    const page = rows.slice(0, limit)
    const last = rows.length > limit ? page.at(-1) : undefined
    return { items: page.map(actView), nextCursor: last ? `${last.at.getTime()}.${last.id}` : null, total: null }
  }

  return { record, list }
}

/** A cursor we did not make starts from the top. */
function placeOf(cursor: string | undefined): { at: Date; id: string } | undefined {
  const [, ms, id] = /^(\d{1,14})\.([\w-]{36})$/.exec(cursor ?? '') ?? []
  return ms && id ? { at: new Date(Number(ms)), id } : undefined
}

function actView(row: typeof merchantActs.$inferSelect): MerchantAct {
  const { id, at, act, subject, detail, outcome } = row
  return { id, at: at.toISOString(), staff: { id: row.staffId, name: row.staffName }, act, subject, detail, outcome }
}
