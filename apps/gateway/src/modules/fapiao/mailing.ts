import type { CommerceBackend } from '@xiaopu/commerce'
import type { Sql } from '@xiaopu/commerce-postgres/database'
import { and, asc, eq, lte } from 'drizzle-orm'
import type { FastifyBaseLogger } from 'fastify'
import { after, type Clock } from '../../clock'
import { type Mailer, MailRefused } from '../../mail/mailer'
import { fapiaoMail } from './mail'
import { fapiaoDocuments, orderFapiao } from './tables'

interface Needs {
  db: Sql
  backend: Pick<CommerceBackend, 'orders'>
  mailer: Mailer
  clock: Clock
  log: FastifyBaseLogger
}

type Row = typeof orderFapiao.$inferSelect

const MINUTE = 60_000
const DAY = 24 * 60 * MINUTE
/** Longer than one attempt can take: until then the mail is that gateway's. */
const FIRST_PAUSE = 2 * MINUTE
const LONGEST_PAUSE = 6 * 60 * MINUTE
const GIVE_UP_AFTER = 3 * DAY
const AT_A_LOOK = 50

/**
 * Sends issued fapiao to the addresses that were given for them. One whose answer was lost, or whose gateway died, is sent again under the
 * same Message-ID: a mailbox shows it once.
 */
export function createFapiaoMailing({ db, backend, mailer, clock, log }: Needs) {
  /** The job: sends all that is due, one after the other. */
  async function sendAll(): Promise<void> {
    for (let count = 0; count < AT_A_LOOK; count += 1) {
      const row = await take()
      if (!row) return
      await send(row)
    }
  }

  /** One that is due, put off first: of two gateways one gets it. */
  async function take(): Promise<Row | undefined> {
    const now = clock()
    const isDue = and(eq(orderFapiao.mailState, 'due'), lte(orderFapiao.mailDueAt, now))
    const [next] = await db.select().from(orderFapiao).where(isDue).orderBy(asc(orderFapiao.mailDueAt)).limit(1)
    if (!next) return undefined
    const pause = Math.min(FIRST_PAUSE * 2 ** next.mailAttempts, LONGEST_PAUSE)
    const [taken] = await db
      .update(orderFapiao)
      .set({ mailAttempts: next.mailAttempts + 1, mailDueAt: after(now, pause) })
      .where(and(eq(orderFapiao.orderId, next.orderId), eq(orderFapiao.mailAttempts, next.mailAttempts), isDue))
      .returning()
    // The other gateway was faster: there may be another one.
    return taken ?? take()
  }

  async function send(row: Row): Promise<void> {
    const { orderId, request, number, link, documentKey, issuedAt } = row
    try {
      const order = await backend.orders.find(orderId)
      const [document] = documentKey
        ? await db.select().from(fapiaoDocuments).where(eq(fapiaoDocuments.key, documentKey))
        : []
      // Issued anew in between: that one is due by itself.
      if (!order || !number || !issuedAt || !request.email || !(link || document)) return end(row, 'dropped')
      const about = { orderNumber: order.number, number, title: request.title, email: request.email }
      await mailer.send(fapiaoMail({ ...about, link, pdf: document?.pdf ?? null }))
      await end(row, 'sent')
    } catch (error) {
      const isOver = error instanceof MailRefused || (issuedAt && after(issuedAt, GIVE_UP_AFTER) <= clock())
      if (isOver) {
        log.error({ err: error, orderId }, 'a fapiao cannot be mailed to the address that was given')
        return end(row, 'dropped')
      }
      log.warn({ err: error, orderId }, 'a fapiao could not be mailed; it is tried again')
    }
  }

  /** Not over one that was issued anew in between. */
  async function end({ orderId, issuedAt, mailAttempts }: Row, mailState: 'sent' | 'dropped'): Promise<void> {
    await db
      .update(orderFapiao)
      .set({ mailState, ...(mailState === 'sent' && { mailedAt: clock() }) })
      .where(
        and(
          eq(orderFapiao.orderId, orderId),
          eq(orderFapiao.issuedAt, issuedAt ?? clock()),
          eq(orderFapiao.mailAttempts, mailAttempts),
        ),
      )
  }

  return { sendAll }
}
