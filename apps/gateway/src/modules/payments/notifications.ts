import type { Sql } from '@xiaopu/commerce-postgres/database'
import { type HeaderBag, NotificationError, type PayNotification, type WechatPay } from '@xiaopu/wechat'
import { asc, eq, isNull } from 'drizzle-orm'
import type { FastifyBaseLogger } from 'fastify'
import type { Clock } from '../../clock'
import type { Outage } from '../../commerce/outage'
import type { RefundDesk } from './refund-desk'
import { type Settlement, TransactionMismatch } from './settlement'
import { paymentEvents } from './tables'

interface Needs {
  db: Sql
  pay: Pick<WechatPay, 'parseNotification'>
  settlement: Settlement
  refunds: RefundDesk
  outage: Outage
  clock: Clock
  log: FastifyBaseLogger
}

const BATCH = 50

/** A callback that is not to be believed; nothing was written. */
export class CallbackRefused extends Error {
  override readonly name = 'CallbackRefused'

  constructor(
    readonly status: 400 | 401,
    readonly reason: string,
  ) {
    super(`callback refused: ${reason}`)
  }
}

export type Notifications = ReturnType<typeof createNotifications>

/** WeChat Pay's callbacks: verified, compared, written once, then acted on. */
export function createNotifications({ db, pay, settlement, refunds, outage, clock, log }: Needs) {
  /**
   * Resolves when the callback is safely written and may be answered 204, whether it is new or a repeat, and also when
   * its effect has to wait: the job catches up.
   *
   * @throws CallbackRefused
   */
  async function receive(headers: HeaderBag, rawBody: Buffer): Promise<void> {
    const notification = await believed(() => read(headers, rawBody))
    const fresh = await db
      .insert(paymentEvents)
      .values({
        id: notification.id,
        type: notification.eventType,
        outTradeNo: notification.resource.outTradeNo,
        body: rawBody.toString('utf8'),
        resource: notification.resource,
        receivedAt: clock(),
      })
      .onConflictDoNothing()
      .returning({ id: paymentEvents.id })
    if (fresh.length === 0) return log.info({ notification: notification.id }, 'a callback came again')
    await applyAndNote(notification.id, notification)
  }

  async function read(headers: HeaderBag, rawBody: Buffer): Promise<PayNotification> {
    const notification = await pay.parseNotification({ headers, rawBody })
    if (notification.kind === 'transaction') await settlement.check(notification.resource)
    else await refunds.check(notification.resource)
    return notification
  }

  async function applyAndNote(id: string, notification: Pick<PayNotification, 'kind' | 'resource'>): Promise<void> {
    try {
      if (notification.kind === 'transaction') await settlement.settle(notification.resource as Transaction)
      else await refunds.settle(notification.resource as RefundNotice)
      await db.update(paymentEvents).set({ appliedAt: clock() }).where(eq(paymentEvents.id, id))
    } catch (error) {
      if (outage.missed(error)) return
      log.error({ err: error, notification: id }, 'a callback is written but could not be acted on; it is tried again')
    }
  }

  /** The job: callbacks whose effect is still to come. */
  async function catchUp(): Promise<void> {
    const waiting = await db
      .select()
      .from(paymentEvents)
      .where(isNull(paymentEvents.appliedAt))
      .orderBy(asc(paymentEvents.receivedAt))
      .limit(BATCH)
    for (const { id, type, resource } of waiting) {
      const kind = type.startsWith('REFUND.') ? 'refund' : 'transaction'
      await applyAndNote(id, { kind, resource } as Pick<PayNotification, 'kind' | 'resource'>)
    }
  }

  return { receive, catchUp }
}

type Transaction = Extract<PayNotification, { kind: 'transaction' }>['resource']
type RefundNotice = Extract<PayNotification, { kind: 'refund' }>['resource']

async function believed<Result>(read: () => Promise<Result>): Promise<Result> {
  try {
    return await read()
  } catch (error) {
    if (error instanceof NotificationError) throw new CallbackRefused(401, error.reason)
    if (error instanceof TransactionMismatch) throw new CallbackRefused(400, error.reason)
    throw error
  }
}
