import { BackendUnavailable, type RecordedRefund } from '@xiaopu/commerce'
import { and, asc, eq, isNull, lte } from 'drizzle-orm'
import type { Leases } from '../locks/leases'
import { fenOfYuan } from '../mapping/money'
import type { ErrandFailure, MagentoOptions } from '../options'
import type { Shop } from '../shop'
import { errands, orders } from '../tables'
import { MagentoRefusal } from '../transport/errors'
import { creditMemoFor, leftOf } from './credit-memo'
import { isOver, readOrder } from './magento-order'
import type { Refunds } from './refunds'
import type { OrderRow } from './rows'

type Kind = Exclude<ErrandFailure['kind'], 'cancel'>

const BATCH = 50
/** The next try comes after half a minute, a minute, two… an hour at most, ms. */
const FIRST_PAUSE = 30_000
const LONGEST_PAUSE = 60 * 60_000

interface Needs {
  shop: Shop
  leases: Leases
  refunds: Refunds
  onFailed?: MagentoOptions['onErrandFailed']
}

export type Errands = ReturnType<typeof createErrands>

/** What Magento has to be told of an order, until it has heard. Each may be run twice and is done once. */
export function createErrands({ shop, leases, refunds, onFailed }: Needs) {
  const { db } = shop.database
  const { rest, clock, ids } = shop

  async function leave(
    orderId: string,
    kind: Kind,
    words: string,
    refund: RecordedRefund | null = null,
  ): Promise<void> {
    await db.insert(errands).values({ orderId, kind, words, refund, attempts: 0, dueAt: clock() }).onConflictDoNothing()
  }

  /**
   * Does what is due, the oldest first. What fails is tried again later, ever more rarely.
   *
   * @returns how many were done and how many failed
   */
  async function run(): Promise<{ done: number; failed: number }> {
    const due = await db
      .select()
      .from(errands)
      .innerJoin(orders, eq(orders.id, errands.orderId))
      .where(and(isNull(errands.doneAt), lte(errands.dueAt, clock())))
      .orderBy(asc(errands.id))
      .limit(BATCH)
    const outcome = { done: 0, failed: 0 }
    for (const { errands: errand, orders: order } of due) {
      const done = await leases.exclusively(`order ${order.id}`, () => attempt(errand, order))
      outcome[done ? 'done' : 'failed']++
    }
    return outcome
  }

  async function attempt(errand: typeof errands.$inferSelect, order: OrderRow): Promise<boolean> {
    const { id, kind, words, attempts } = errand
    const { magentoId } = order
    try {
      // Another process may have done it while this one waited.
      const [now] = await db
        .select()
        .from(errands)
        .where(and(eq(errands.id, id), isNull(errands.doneAt)))
      if (!now) return true
      // Called off before it could be invoiced: its money goes back.
      if (kind === 'invoice' && !isOver(await readOrder(rest, magentoId))) await invoice(magentoId, words)
      if (kind === 'comment') await comment(magentoId, words)
      if (kind === 'refund') await creditMemo(order, errand)
      await db.update(errands).set({ doneAt: clock() }).where(eq(errands.id, id))
      return true
    } catch (error) {
      const pause = Math.min(FIRST_PAUSE * 2 ** attempts, LONGEST_PAUSE)
      const dueAt = new Date(clock().getTime() + pause)
      await db
        .update(errands)
        .set({ attempts: attempts + 1, dueAt })
        .where(eq(errands.id, id))
      onFailed?.({
        ...{ orderNumber: order.number, kind, attempts: attempts + 1 },
        ...{ nextTryAt: dueAt, reason: reasonOf(error) },
      })
      return false
    }
  }

  /** `capture: false`: the money was taken elsewhere. Nothing is done where nothing is due. */
  async function invoice(magentoId: number, words: string): Promise<void> {
    const { total_due, grand_total } = await readOrder(rest, magentoId)
    if (fenOfYuan(total_due ?? grand_total) <= 0) return
    const comment = { comment: words, is_visible_on_front: 0 }
    await rest.post(`order/${magentoId}/invoice`, { capture: false, notify: false, appendComment: true, comment })
  }

  async function comment(magentoId: number, words: string): Promise<void> {
    const statusHistory = { comment: words, is_customer_notified: 0, is_visible_on_front: 0, parent_id: magentoId }
    await rest.post(`orders/${magentoId}/comments`, { statusHistory })
  }

  /**
   * WeChat has sent the money back already, so that the memo is noted as ours before anybody else may look at the order.
   * Nothing is done where all has been refunded.
   */
  async function creditMemo(row: OrderRow, { words, refund }: typeof errands.$inferSelect): Promise<void> {
    const { magentoId } = row
    const there = await readOrder(rest, magentoId)
    // The merchant's memos are noted as the merchant's, and one of ours whose answer was lost as ours.
    await refunds.note(row, there)
    const left = leftOf(there)
    const amount = Math.min(refund?.amount ?? left, left)
    if (amount <= 0 || (await refunds.isNoted(row.id, words))) return
    const wanted = { lines: refund?.lines ?? [], restock: refund?.restock ?? false, amount }
    const comment = { comment: words, is_visible_on_front: 0 }
    const memo = await rest.post<number>(`order/${magentoId}/refund`, {
      notify: false,
      appendComment: true,
      comment,
      ...creditMemoFor(there, wanted, await skusOf(row)),
    })
    await refunds.noteOurs(row.id, Number(memo), amount, words)
  }

  async function skusOf({ lines }: OrderRow): Promise<Map<string, string>> {
    const skus = new Map<string, string>()
    for (const { skuId } of lines) {
      const key = await ids.skuKey(skuId)
      if (key) skus.set(skuId, key.sku)
    }
    return skus
  }

  return { leave, run, invoice }
}

/** Our own words for what Magento answered. Any other error's may hold what was being written: its name and place do. */
function reasonOf(error: unknown): string {
  if (error instanceof MagentoRefusal || error instanceof BackendUnavailable) return error.message
  const { name, stack = '' } = error instanceof Error ? error : new Error()
  return [name, /^ +at .*$/m.exec(stack)?.[0].trim()].filter(Boolean).join(' ')
}
