import { BackendUnavailable, type Customer, type PlacedOrder } from '@xiaopu/commerce'
import { and, eq, max } from 'drizzle-orm'
import { removeLines } from '../carts/carts'
import type { Accounts } from '../customers/account'
import { fenOfYuan } from '../mapping/money'
import { lineDiscounts } from '../orders/line-discounts'
import { findByIncrement, holds, type MagentoOrder, newerOrders } from '../orders/magento-order'
import { orderNumber } from '../orders/number'
import { orderOf, tell } from '../orders/rows'
import type { Shop } from '../shop'
import { errands, orders, type PlacementDraft, placements } from '../tables'

interface Needs {
  shop: Shop
  accounts: Accounts
  prefix: string
  /** How long Magento may still be placing an order whose answer was lost, ms. */
  settlesAfter: number
}

export type Placements = ReturnType<typeof createPlacements>

/** What Magento was asked to place, until it is an order of ours or certainly none. Callers hold the shopper's lease. */
export function createPlacements({ shop, accounts, prefix, settlesAfter }: Needs) {
  const { database, rest, clock } = shop
  const { db } = database
  const of = (customerId: string, reference: string) =>
    and(eq(placements.customerId, customerId), eq(placements.reference, reference))

  async function begin(customer: Customer, cartId: string, draft: PlacementDraft): Promise<void> {
    const asked = { cartId, draft, askedAt: new Date() }
    await db
      .insert(placements)
      .values({ customerId: customer.id, reference: draft.reference, ...asked })
      .onConflictDoUpdate({ target: [placements.customerId, placements.reference], set: asked })
  }

  /**
   * Finds out what became of orders whose answer was lost. Magento may still be at work on one: until it cannot be any
   * more, a second one is not asked for.
   *
   * @throws BackendUnavailable while nothing is known
   */
  async function settle(customer: Customer): Promise<void> {
    const open = await db.select().from(placements).where(eq(placements.customerId, customer.id))
    for (const { draft, askedAt, reference } of open) {
      if (await look(customer, draft)) continue
      // The machine's own time, as in `begin`: it is Magento's work that is waited for.
      if (Date.now() - askedAt.getTime() < settlesAfter) {
        throw new BackendUnavailable('Magento has not said yet whether the last order was placed')
      }
      await forget(customer, reference)
    }
  }

  /** The draft's order, if Magento has it; then it is an order of ours. */
  async function look(customer: Customer, draft: PlacementDraft): Promise<PlacedOrder | null> {
    const found = await search(customer, draft)
    return found ? keep(draft, found) : null
  }

  /** The number of the order that cart became, where that can be found out now; null: it is not known. */
  async function lookForCart(cartId: string): Promise<string | null> {
    const [open] = await db.select().from(placements).where(eq(placements.cartId, cartId))
    if (!open) return null
    try {
      return (await search({ id: open.customerId }, open.draft))?.increment_id ?? null
    } catch (error) {
      if (error instanceof BackendUnavailable) return null
      throw error
    }
  }

  /** An order of the same customer with the same goods at the same total, newer than every one we know of. */
  async function search(customer: Customer, draft: PlacementDraft): Promise<MagentoOrder | null> {
    const { magentoId } = await accounts.of(customer.id)
    const mine = eq(orders.customerId, customer.id)
    const [last] = await db
      .select({ id: max(orders.magentoId) })
      .from(orders)
      .where(mine)
    const newer = await newerOrders(rest, magentoId, last?.id ?? 0)
    return newer.find((order) => order.state !== 'canceled' && holds(order, draft.pieces)) ?? null
  }

  async function finish(draft: PlacementDraft, increment: string): Promise<PlacedOrder> {
    const { magentoId } = await accounts.of(draft.customerId)
    const order = await findByIncrement(rest, increment, magentoId)
    if (!order) throw new BackendUnavailable(`Magento does not show the order ${increment} yet`)
    return keep(draft, order)
  }

  /** Makes Magento's order ours. One that costs something else than the shopper was told is cancelled again. */
  async function keep(draft: PlacementDraft, order: MagentoOrder): Promise<PlacedOrder> {
    if (fenOfYuan(order.grand_total) !== draft.total) {
      await rest.post(`orders/${order.entity_id}/cancel`)
      await forget({ id: draft.customerId }, draft.reference)
      return { ok: false, problem: 'price_changed' }
    }
    const { expiresAt, cartLineIds, pieces, lines, ...known } = draft
    const placedAt = clock()
    const discounts = lineDiscounts(order, { lines, pieces, discount: known.discount })
    const row = await db.transaction(async (transaction) => {
      const [inserted] = await transaction
        .insert(orders)
        .values({
          ...known,
          lines: lines.map((line, place) => ({ ...line, discount: discounts[place]! })),
          number: orderNumber(prefix, order.increment_id, order.entity_id),
          magentoId: order.entity_id,
          magentoNumber: order.increment_id,
          status: 'pending_payment',
          placedAt,
          expiresAt: new Date(expiresAt),
        })
        .returning()
      await tell(transaction, 'order.placed', known.id, placedAt)
      const words = wordsFor(draft)
      if (words !== '') {
        await transaction
          .insert(errands)
          .values({ orderId: known.id, kind: 'comment', words, attempts: 0, dueAt: placedAt })
      }
      await removeLines(transaction, draft.customerId, cartLineIds)
      await transaction.delete(placements).where(of(draft.customerId, draft.reference))
      return inserted!
    })
    return { ok: true, order: orderOf(row), replayed: false }
  }

  async function forget(customer: Customer, reference: string): Promise<void> {
    await db.delete(placements).where(of(customer.id, reference))
  }

  async function forgetCart(cartId: string): Promise<void> {
    await db.delete(placements).where(eq(placements.cartId, cartId))
  }

  return { begin, settle, look, lookForCart, finish, forget, forgetCart }
}

/** What the merchant has to know and Magento has no field for. */
function wordsFor({ remark, fapiao }: PlacementDraft): string {
  const parts = [remark === '' ? '' : `备注：${remark}`]
  if (fapiao) parts.push(`发票：${Object.values(fapiao).filter(Boolean).join(' / ')}`)
  return parts.filter(Boolean).join('\n')
}
