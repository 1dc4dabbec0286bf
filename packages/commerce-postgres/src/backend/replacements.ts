import type { PurchaseItem, ReplacementsPort } from '@xiaopu/commerce'
import { and, eq } from 'drizzle-orm'
import type { Sql } from '../database/database'
import { replacements } from '../tables'
import type { Shop } from './settings'
import { commit, lockSkus, putBack, release, reserve } from './stock'
import { inTransaction } from './transaction'

/** Replacements come from the warehouse and go by parcel, wherever the goods were bought. */
export function replacementsPort(db: Sql, shop: Shop): ReplacementsPort {
  const row = (id: string, state: 'set_aside' | 'given_back', lines: PurchaseItem[]) =>
    ({ id, lines, state, changedAt: shop.clock() }) as const

  return {
    setAside: ({ id, lines: asked }) =>
      inTransaction(db, async (transaction) => {
        const lines = joined(asked)
        const held = await lockSkus(transaction, lines)
        // Written first: of two askings at once one waits here, and then sees the other's.
        const fresh = await transaction
          .insert(replacements)
          .values(row(id, 'set_aside', lines))
          .onConflictDoNothing()
          .returning({ id: replacements.id })
        if (fresh.length === 0) {
          const [known] = await transaction.select().from(replacements).where(eq(replacements.id, id))
          return known?.state === 'set_aside' ? { ok: true } : { ok: false, problem: 'over' }
        }
        const left = new Map(held.map(({ id: skuId, onHand, reserved }) => [skuId, onHand - reserved]))
        const short = lines.filter(({ skuId, quantity }) => (left.get(skuId) ?? 0) < quantity)
        if (short.length > 0) {
          await transaction.delete(replacements).where(eq(replacements.id, id))
          const missing = short.map(({ skuId }) => ({ skuId, available: Math.max(0, left.get(skuId) ?? 0) }))
          return { ok: false, problem: 'sold_out', lines: missing }
        }
        await reserve(transaction, lines, 'warehouse')
        return { ok: true }
      }),

    giveBack: (id) =>
      inTransaction(db, async (transaction) => {
        const fresh = await transaction
          .insert(replacements)
          .values(row(id, 'given_back', []))
          .onConflictDoNothing()
          .returning({ id: replacements.id })
        if (fresh.length > 0) return
        const lines = await end(transaction, id, 'given_back')
        if (lines) await release(transaction, lines, 'warehouse')
      }),

    send: (id, returned) =>
      inTransaction(db, async (transaction) => {
        const lines = await end(transaction, id, 'sent')
        if (!lines) return
        await commit(transaction, lines, 'warehouse')
        // Sold were the goods that came back: those that left instead take their place in the count.
        await putBack(transaction, joined(returned), 'warehouse')
      }),
  }

  /** Its lines, for the one who ends it. */
  async function end(transaction: Sql, id: string, state: 'given_back' | 'sent'): Promise<PurchaseItem[] | undefined> {
    const [ended] = await transaction
      .update(replacements)
      .set({ state, changedAt: shop.clock() })
      .where(and(eq(replacements.id, id), eq(replacements.state, 'set_aside')))
      .returning({ lines: replacements.lines })
    return ended?.lines
  }
}

function joined(lines: PurchaseItem[]): PurchaseItem[] {
  const quantities = new Map<string, number>()
  for (const { skuId, quantity } of lines) quantities.set(skuId, (quantities.get(skuId) ?? 0) + quantity)
  return [...quantities].map(([skuId, quantity]) => ({ skuId, quantity }))
}
