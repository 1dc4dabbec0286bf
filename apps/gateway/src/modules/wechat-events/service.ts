import type { Sql } from '@xiaopu/commerce-postgres/database'
import { type MessagePush, type PushedMessage, type PushQuery, PushRefused } from '@xiaopu/wechat'
import { and, asc, eq, isNotNull, isNull, lt, lte } from 'drizzle-orm'
import type { FastifyBaseLogger } from 'fastify'
import { after, type Clock } from '../../clock'
import { wechatEvents } from './tables'

/** What an event says. `later`: it cannot be acted on yet, and is told again. */
export type EventHandler = (facts: Record<string, unknown>, happenedAt: Date) => Promise<'done' | 'later'>

interface Needs {
  db: Sql
  push: MessagePush
  /** By the event's name; what nobody handles is answered and forgotten. */
  handlers: Record<string, EventHandler>
  clock: Clock
  log: FastifyBaseLogger
}

export type WechatEvents = ReturnType<typeof createWechatEvents>

const MINUTE = 60_000
const LONGEST_PAUSE = 6 * 60 * MINUTE
const KEEP = 30 * 24 * 60 * MINUTE
const BATCH = 50

/** What WeChat tells of the people of the Mini Program: verified, written once, then acted on. */
export function createWechatEvents({ db, push, handlers, clock, log }: Needs) {
  const echo = (query: PushQuery): string => push.echo(query)

  /**
   * Resolves when the event is safely written and may be answered, whether it is new or a repeat, and also when its effect has to wait.
   *
   * @throws PushRefused
   */
  async function receive(query: PushQuery, rawBody: Uint8Array): Promise<void> {
    const message = push.open(query, rawBody)
    if (!Object.hasOwn(handlers, message.event)) return log.info({ event: message.event }, 'an event nobody waits for')
    const now = clock()
    const [row] = await db.insert(wechatEvents).values(rowOf(message, now)).onConflictDoNothing().returning()
    if (!row) return log.info({ event: message.event }, 'an event came again')
    await act(row)
  }

  async function act({ id, event, facts, happenedAt, attempts }: typeof wechatEvents.$inferSelect): Promise<void> {
    try {
      const outcome = await handlers[event]!(facts ?? {}, happenedAt)
      if (outcome === 'done') {
        await db.update(wechatEvents).set({ facts: null, dueAt: null }).where(eq(wechatEvents.id, id))
        return
      }
    } catch (error) {
      log.error({ err: error, event }, 'an event is written but could not be acted on; it is tried again')
    }
    const pause = Math.min(LONGEST_PAUSE, MINUTE * 2 ** Math.min(attempts, 10))
    const again = { attempts: attempts + 1, dueAt: after(clock(), pause) }
    await db.update(wechatEvents).set(again).where(eq(wechatEvents.id, id))
  }

  /** The job: events whose effect is still to come. What nothing came of within a month is let go. */
  async function catchUp(): Promise<void> {
    const old = lt(wechatEvents.receivedAt, after(clock(), -KEEP))
    await db.delete(wechatEvents).where(and(old, isNull(wechatEvents.dueAt)))
    const due = await db
      .select()
      .from(wechatEvents)
      .where(and(isNotNull(wechatEvents.dueAt), lte(wechatEvents.dueAt, clock())))
      .orderBy(asc(wechatEvents.dueAt))
      .limit(BATCH)
    for (const row of due) await act(row)
  }

  return { echo, receive, catchUp }
}

/** Told again in a minute should the process die before it has acted. */
const rowOf = ({ id, event, createdAt, body }: PushedMessage, now: Date) => ({
  ...{ id, event, happenedAt: createdAt, receivedAt: now, facts: body },
  dueAt: after(now, MINUTE),
})

export { PushRefused }
