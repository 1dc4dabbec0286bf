import type { Sql } from '@xiaopu/commerce-postgres/database'
import { type MediaVerdict, mediaVerdictOf, type WechatServer } from '@xiaopu/wechat'
import { and, eq, isNotNull, isNull, lt, or } from 'drizzle-orm'
import type { FastifyBaseLogger } from 'fastify'
import { after, type Clock } from '../../clock'
import { shoppers } from '../identity/tables'
import type { PictureView } from '../media/picture-view'
import type { Uploads } from '../uploads/service'
import type { EventHandler } from '../wechat-events/service'
import { avatarNamed } from './avatar'

interface Needs {
  db: Sql
  wechat: Pick<WechatServer, 'checkPicture'>
  uploads: Pick<Uploads, 'discard'>
  picture: PictureView
  clock: Clock
  log: Pick<FastifyBaseLogger, 'warn'>
}

export type AvatarCheck = ReturnType<typeof createAvatarCheck>

/** WeChat answers within half an hour; what it has not said by then is asked again, ms. */
const ASK_AGAIN = 60 * 60_000
const BATCH = 20
/** An answer about a number nobody knows is of a picture that was replaced; or the number is still being written, ms. */
const STRANGE_FOR = 10 * 60_000

/** Lets WeChat look at the pictures shoppers show themselves by. Until it has found one good, nobody but its owner sees it. */
export function createAvatarCheck({ db, wechat, uploads, picture, clock, log }: Needs) {
  /** Asks about the shopper's picture of now. WeChat being away is no mistake of theirs: it is asked again. */
  async function ask(shopperId: string): Promise<void> {
    const [row] = await db
      .update(shoppers)
      .set({ avatarAskedAt: clock() })
      .where(and(eq(shoppers.id, shopperId), eq(shoppers.avatarCheck, 'checking')))
      .returning()
    if (!row?.avatar) return
    try {
      const url = picture(row.avatar)!.full
      const avatarTrace = await wechat.checkPicture({ openid: row.openid, scene: 'profile', url })
      // Another picture may have been chosen meanwhile: it is asked about by itself.
      const same = row.avatarUploadId === null ? undefined : eq(shoppers.avatarUploadId, row.avatarUploadId)
      await db
        .update(shoppers)
        .set({ avatarTrace })
        .where(and(eq(shoppers.id, shopperId), same))
    } catch (error) {
      log.warn({ err: error }, 'WeChat could not be asked about a picture')
    }
  }

  /** The event `wxa_media_check`. */
  const answered: EventHandler = async (facts, happenedAt) => {
    const answer = mediaVerdictOf(facts)
    if (!answer) return 'done'
    const [row] = await db.select().from(shoppers).where(eq(shoppers.avatarTrace, answer.traceId))
    if (!row) return clock().getTime() - happenedAt.getTime() < STRANGE_FOR ? 'later' : 'done'
    await decide(row, answer)
    return 'done'
  }

  async function decide({ id, avatarUploadId }: typeof shoppers.$inferSelect, { traceId, verdict }: MediaVerdict) {
    const asked = and(eq(shoppers.id, id), eq(shoppers.avatarTrace, traceId))
    if (verdict !== 'risky') {
      const avatarCheck = verdict === 'pass' ? 'passed' : 'held'
      await db.update(shoppers).set({ avatarCheck }).where(asked)
      return
    }
    const gone = {
      avatar: null,
      avatarUploadId: null,
      avatarAt: null,
      avatarTrace: null,
      avatarCheck: 'refused' as const,
    }
    const [taken] = await db.update(shoppers).set(gone).where(asked).returning({ id: shoppers.id })
    if (taken && avatarUploadId) await uploads.discard(avatarNamed(avatarUploadId))
  }

  /** The job: pictures WeChat has not been asked about, or has not answered about. */
  async function askAgain(): Promise<void> {
    const silent = or(isNull(shoppers.avatarAskedAt), lt(shoppers.avatarAskedAt, after(clock(), -ASK_AGAIN)))
    const waiting = await db
      .select({ id: shoppers.id })
      .from(shoppers)
      .where(and(eq(shoppers.avatarCheck, 'checking'), isNotNull(shoppers.avatar), silent))
      .limit(BATCH)
    for (const { id } of waiting) await ask(id)
  }

  return { ask, answered, askAgain }
}
