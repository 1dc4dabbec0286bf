import type { CommerceBackend } from '@xiaopu/commerce'
import type { Sql } from '@xiaopu/commerce-postgres/database'
import { WechatApiError, type WechatServer } from '@xiaopu/wechat'
import { and, asc, eq, inArray, isNull, lt, lte, ne } from 'drizzle-orm'
import type { FastifyBaseLogger } from 'fastify'
import { after, type Clock } from '../../clock'
import { messagePermits, messages } from './tables'

interface Needs {
  db: Sql
  backend: Pick<CommerceBackend, 'orders'>
  wechat: Pick<WechatServer, 'sendSubscribeMessage'>
  openidOf(shopperId: string): Promise<string>
  /** What a shopper has let through of a template besides what is written here. */
  alsoLetThrough(shopperId: string, templateId: string): Promise<number>
  clock: Clock
  log: FastifyBaseLogger
}

export type Message = typeof messages.$inferSelect
/** A message to send; `id` names what it tells of, which is told once. */
export type NewMessage = Pick<Message, 'id' | 'shopperId' | 'templateId' | 'page' | 'locale' | 'until'> & {
  values: Record<string, string>
  unpaidOrderId?: string
}

const MINUTE = 60_000
const DAY = 24 * 60 * MINUTE
/** Longer than one attempt can take: until then the message is that gateway's. */
const FIRST_PAUSE = MINUTE
const LONGEST_PAUSE = 60 * MINUTE
const KEEP = 30 * DAY
const AT_A_LOOK = 100

/** Writes a message down to be sent, in the transaction of what it tells of. false: that was told already. */
export async function post(transaction: Sql, message: NewMessage, now: Date): Promise<boolean> {
  const written = await transaction
    .insert(messages)
    .values({ ...message, state: 'due', dueAt: now, createdAt: now })
    .onConflictDoNothing()
    .returning({ id: messages.id })
  return written.length > 0
}

/**
 * Sends what was posted. WeChat counts what a shopper lets through, and refuses what goes beyond (43101). So a message whose answer was
 * lost may be sent again where it is the only one of its template the shopper let through: it arrives once. Where others are, it would arrive
 * twice and take the place of another: it is left at that.
 */
export function createSender({ db, backend, wechat, openidOf, alsoLetThrough, clock, log }: Needs) {
  /** The job: sends all that is due, one after the other. */
  async function sendAll(): Promise<void> {
    await db.delete(messages).where(lt(messages.createdAt, after(clock(), -KEEP)))
    for (let count = 0; count < AT_A_LOOK; count += 1) {
      const taken = await take()
      if (!taken) return
      if ((await send(taken)) === 'wechat_away') return
    }
  }

  /** One that is due, put off first: of two gateways one gets it, and a crash lets it come again. */
  async function take(): Promise<{ message: Message; unsure: boolean } | undefined> {
    const now = clock()
    const isDue = and(inArray(messages.state, ['due', 'sending']), lte(messages.dueAt, now))
    const [next] = await db.select().from(messages).where(isDue).orderBy(asc(messages.dueAt)).limit(1)
    if (!next) return undefined
    const pause = Math.min(FIRST_PAUSE * 2 ** next.attempts, LONGEST_PAUSE)
    const [message] = await db
      .update(messages)
      .set({ state: 'sending', attempts: next.attempts + 1, dueAt: after(now, pause) })
      .where(and(eq(messages.id, next.id), eq(messages.attempts, next.attempts), isDue))
      .returning()
    // The other gateway was faster: there may be another one.
    return message ? { message, unsure: next.state === 'sending' } : take()
  }

  async function send({ message, unsure }: { message: Message; unsure: boolean }): Promise<'done' | 'wechat_away'> {
    const { id, shopperId, templateId, page, values, locale } = message
    if (message.until <= clock() || (message.unpaidOrderId && !(await isUnpaid(message.unpaidOrderId))))
      return end(message, 'dropped')
    if (unsure && (await others(message)) > 0) {
      log.warn({ message: id }, 'a message whose answer was lost may have arrived; it is not sent again')
      return end(message, 'dropped')
    }
    try {
      const said = await wechat.sendSubscribeMessage({
        ...{ openid: await openidOf(shopperId), templateId, page, values: values ?? {} },
        language: locale === 'en' ? 'en_US' : 'zh_CN',
      })
      await end(message, said === 'sent' ? 'sent' : 'dropped')
      if (said === 'not_allowed' && !unsure) await forgetPermits(shopperId, templateId)
      return 'done'
    } catch (error) {
      if (error instanceof WechatApiError && error.kind === 'refused') {
        log.error(
          { err: error, message: id },
          'WeChat refuses a message as it is; a person has to look at its template',
        )
        return end(message, 'dropped')
      }
      log.warn({ err: error, message: id }, 'a message did not get through; it is tried again')
      const isLost = error instanceof WechatApiError && (error.kind === 'network' || error.kind === 'timeout')
      // WeChat has said no, or was not asked: there is nothing to be unsure of.
      if (!isLost) await db.update(messages).set({ state: 'due' }).where(stillMine(message))
      // The others would fare no better.
      return error instanceof WechatApiError ? 'wechat_away' : 'done'
    }
  }

  const isUnpaid = async (orderId: string) => (await backend.orders.find(orderId))?.status === 'pending_payment'

  async function others({ id, shopperId, templateId }: Message): Promise<number> {
    const open = and(
      eq(messagePermits.shopperId, shopperId),
      eq(messagePermits.templateId, templateId),
      isNull(messagePermits.usedAt),
    )
    const waiting = and(
      ...[eq(messages.shopperId, shopperId), eq(messages.templateId, templateId), ne(messages.id, id)],
      inArray(messages.state, ['due', 'sending']),
    )
    const counts = [
      db.$count(messagePermits, open),
      db.$count(messages, waiting),
      alsoLetThrough(shopperId, templateId),
    ]
    return (await Promise.all(counts)).reduce((sum, count) => sum + count, 0)
  }

  /** The shopper has switched it off in WeChat, or WeChat has counted otherwise: of this template nothing more would arrive. */
  async function forgetPermits(shopperId: string, templateId: string): Promise<void> {
    await db
      .update(messagePermits)
      .set({ usedAt: clock() })
      .where(
        and(
          eq(messagePermits.shopperId, shopperId),
          eq(messagePermits.templateId, templateId),
          isNull(messagePermits.usedAt),
        ),
      )
  }

  async function end(message: Message, state: 'sent' | 'dropped'): Promise<'done'> {
    await db.update(messages).set({ state, values: null }).where(stillMine(message))
    return 'done'
  }

  return { sendAll }
}

const stillMine = ({ id, attempts }: Message) => and(eq(messages.id, id), eq(messages.attempts, attempts))
