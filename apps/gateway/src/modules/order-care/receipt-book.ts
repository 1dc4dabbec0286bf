import { AFTER_SALE_ENDS } from '@xiaopu/commerce'
import type { Sql } from '@xiaopu/commerce-postgres/database'
import { and, asc, eq, gt, gte, isNull, lte, notExists, notInArray, or, sql } from 'drizzle-orm'
import { after, type Clock } from '../../clock'
import { afterSales } from '../after-sales/tables'
import { shoppers } from '../identity/tables'
import type { CareRow, Owned } from './book'
import { orderCare } from './tables'

export type ReceiptBook = ReturnType<typeof createReceiptBook>

const DAY = 86_400_000
/** WeChat is asked for the first time a day after the parcel left, then after half a day, a day, and every two. */
const FIRST_ASK = DAY
const PAUSES = [DAY / 2, DAY, 2 * DAY]
/** Longer than any receipt takes, with its extension: what stands open then is no shopper who has not said so. */
const ASK_NO_LONGER = 45 * DAY

/** What is waited for of orders that were sent; each change is one statement, so that two at once do no more than one. */
export function createReceiptBook(db: Sql, clock: Clock) {
  /** Of the order itself. Its after-sales that go on stop everything that would take it as received. */
  const noAfterSale = notExists(
    db
      .select({ id: afterSales.id })
      .from(afterSales)
      .where(and(eq(afterSales.orderId, orderCare.orderId), notInArray(afterSales.state, [...AFTER_SALE_ENDS]))),
  )

  /**
   * From the last parcel on its receipt is waited for; null: no longer. `fresh`: a parcel has just left, and WeChat is asked from the
   * beginning. Nobody waits whose account is gone.
   */
  async function awaitReceipt({ id, customerId }: Owned, lastParcelAt: Date | null, fresh = false): Promise<void> {
    const at = lastParcelAt?.toISOString() ?? null
    const askAt = lastParcelAt && fresh ? after(lastParcelAt, FIRST_ASK).toISOString() : null
    await db.execute(sql`
      insert into ${orderCare} (order_id, shopper_id, last_parcel_at, ask_wechat_at)
      select ${id}, id, ${at}::timestamptz, ${askAt}::timestamptz from ${shoppers} where id = ${customerId}
      on conflict (order_id) do update set last_parcel_at = excluded.last_parcel_at,
        ask_wechat_at = case when excluded.last_parcel_at is null then null
          else coalesce(excluded.ask_wechat_at, order_care.ask_wechat_at) end,
        wechat_asks = case when excluded.ask_wechat_at is null then order_care.wechat_asks else 0 end`)
  }

  /** Receipt was confirmed in WeChat; what was said first stays. */
  async function noteReceivedInWechat({ id, customerId }: Owned, at: Date): Promise<void> {
    await db.execute(sql`
      insert into ${orderCare} (order_id, shopper_id, received_in_wechat_at)
      select ${id}, id, ${at.toISOString()}::timestamptz from ${shoppers} where id = ${customerId}
      on conflict (order_id) do update set
        received_in_wechat_at = case when order_care.received_in_wechat_at >= order_care.last_parcel_at
          then order_care.received_in_wechat_at else excluded.received_in_wechat_at end`)
  }

  /** One of which WeChat is to be asked, its next time put off first: of two gateways one gets it. undefined: there is none. */
  async function takeToAsk(): Promise<CareRow | undefined> {
    const now = clock()
    const isDue = and(lte(orderCare.askWechatAt, now), gt(orderCare.lastParcelAt, after(now, -ASK_NO_LONGER)))
    const waits = or(isNull(orderCare.receivedInWechatAt), lte(orderCare.receivedInWechatAt, orderCare.lastParcelAt))
    const [next] = await db
      .select()
      .from(orderCare)
      .where(and(isDue, waits, noAfterSale))
      .orderBy(asc(orderCare.askWechatAt))
      .limit(1)
    if (!next) return undefined
    const pause = PAUSES[Math.min(next.wechatAsks, PAUSES.length - 1)]!
    const [taken] = await db
      .update(orderCare)
      .set({ askWechatAt: after(now, pause), wechatAsks: next.wechatAsks + 1 })
      .where(and(eq(orderCare.orderId, next.orderId), isDue))
      .returning()
    // The other gateway was faster: there may be another one.
    return taken ?? takeToAsk()
  }

  /**
   * Sent so long ago that they may count as received, or confirmed in WeChat since, and without an after-sale that goes on; the longest
   * ago first.
   */
  async function toReceive(moment: Date, extendedMoment: Date, limit: number): Promise<string[]> {
    const due = (extended: boolean) =>
      and(eq(orderCare.receiptExtended, extended), lte(orderCare.lastParcelAt, extended ? extendedMoment : moment))
    const isSaid = gte(orderCare.receivedInWechatAt, orderCare.lastParcelAt)
    const rows = await db
      .select({ id: orderCare.orderId })
      .from(orderCare)
      .where(and(or(due(false), due(true), isSaid), noAfterSale))
      .orderBy(asc(orderCare.lastParcelAt), asc(orderCare.orderId))
      .limit(limit)
    return rows.map(({ id }) => id)
  }

  return { awaitReceipt, noteReceivedInWechat, takeToAsk, toReceive }
}

/** Whether it was confirmed in WeChat after its last parcel had left: what was said before says nothing of that one. */
export const isReceivedInWechat = (row: Pick<CareRow, 'receivedInWechatAt' | 'lastParcelAt'> | undefined): boolean =>
  row?.receivedInWechatAt != null && row.lastParcelAt != null && row.receivedInWechatAt >= row.lastParcelAt
