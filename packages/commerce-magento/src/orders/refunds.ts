import type { Sql } from '@xiaopu/commerce-postgres/database'
import { and, eq, sql } from 'drizzle-orm'
import { fenOfYuan } from '../mapping/money'
import type { Shop } from '../shop'
import { errands, orders, refunds } from '../tables'
import { type CreditMemo, creditMemoComments, creditMemosOf, type MagentoOrder } from './magento-order'
import { type OrderRow, tell } from './rows'

/** The one refund of an order that was called off without any credit memo. */
const CALLED_OFF = 'called-off'

export type Refunds = ReturnType<typeof createRefunds>

/**
 * What has gone back of an order's money at Magento. A credit memo moves no money: each that the merchant makes of a
 * paid order is told of once, with its amount, so that the money follows. Callers hold the order's lease.
 */
export function createRefunds({ database: { db }, rest, clock }: Pick<Shop, 'database' | 'rest' | 'clock'>) {
  /** Takes note of what Magento has refunded since the last look. */
  async function note(row: OrderRow, there: MagentoOrder): Promise<void> {
    const known = await db.select().from(refunds).where(eq(refunds.orderId, row.id))
    const seen = known.filter(({ refundId }) => refundId !== CALLED_OFF).reduce((sum, { amount }) => sum + amount, 0)
    if (fenOfYuan(there.total_refunded ?? 0) !== seen) {
      const ids = new Set(known.map(({ refundId }) => refundId))
      for (const memo of await creditMemosOf(rest, row.magentoId)) {
        if (!ids.has(String(memo.entity_id))) await noteMemo(row, memo)
      }
    }
    await noteCalledOff(row, there)
  }

  async function noteMemo(row: OrderRow, { entity_id, grand_total }: CreditMemo): Promise<void> {
    const words = await ourWords(row.id, entity_id)
    const startedBy = words === null ? 'merchant' : 'us'
    await write(row.id, { refundId: String(entity_id), amount: fenOfYuan(grand_total), startedBy, words })
  }

  /** Ours carry the words of one of our errands: the answer to making it may have been lost. null: it is none of ours. */
  async function ourWords(orderId: string, memo: number): Promise<string | null> {
    const mine = await db
      .select({ words: errands.words })
      .from(errands)
      .where(and(eq(errands.orderId, orderId), eq(errands.kind, 'refund')))
    if (mine.length === 0) return null
    const said = await creditMemoComments(rest, memo)
    return mine.find(({ words }) => said.includes(words))?.words ?? null
  }

  /**
   * An order that we know to be paid and Magento has ended with money still in it: it was never invoiced there, and the
   * merchant (or cron) has cancelled it, or it was closed by hand. Nobody will send anything, so that all of it goes back.
   * Of one closed by credit memos the memos say how much; the rest was kept on purpose.
   */
  async function noteCalledOff(row: OrderRow, there: MagentoOrder): Promise<void> {
    const closedByHand = there.state === 'closed' && fenOfYuan(there.total_refunded ?? 0) === 0
    if (there.state !== 'canceled' && !closedByHand) return
    const known = await db.select().from(refunds).where(eq(refunds.orderId, row.id))
    const left = (row.paidAmount ?? 0) - known.reduce((sum, { amount }) => sum + amount, 0)
    if (left > 0) await write(row.id, { refundId: CALLED_OFF, amount: left, startedBy: 'merchant', words: null })
  }

  /** Notes a credit memo that we have made. */
  const noteOurs = (orderId: string, memo: number, amount: number, words: string): Promise<void> =>
    write(orderId, { refundId: String(memo), amount, startedBy: 'us', words })

  /** Whether the memo of ours with those words is there already. */
  const isNoted = async (orderId: string, words: string): Promise<boolean> =>
    (await db.$count(refunds, and(eq(refunds.orderId, orderId), eq(refunds.words, words)))) > 0

  async function write(
    orderId: string,
    refund: Pick<typeof refunds.$inferSelect, 'refundId' | 'amount' | 'startedBy' | 'words'>,
  ): Promise<void> {
    await db.transaction(async (transaction: Sql) => {
      const fresh = await transaction
        .insert(refunds)
        .values({ orderId, ...refund, seenAt: clock() })
        .onConflictDoNothing()
        .returning({ refundId: refunds.refundId })
      if (fresh.length === 0) return
      const { refundId, amount } = refund
      await transaction
        .update(orders)
        .set({ refunded: sql`${orders.refunded} + ${amount}` })
        .where(eq(orders.id, orderId))
      if (refund.startedBy === 'us') return
      await tell(transaction, 'order.refunded', orderId, clock(), { refundId, amount })
    })
  }

  return { note, noteOurs, isNoted }
}
