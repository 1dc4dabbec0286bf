import type { CommerceBackend, ShopperContext } from '@xiaopu/commerce'
import type { Sql } from '@xiaopu/commerce-postgres/database'
import type { RestockReminder } from '@xiaopu/contract'
import { and, desc, eq, inArray } from 'drizzle-orm'
import type { Clock } from '../../clock'
import { notFound, Refusal } from '../../http/refusal'
import { restockReminders } from './tables'

interface Needs {
  db: Sql
  backend: Pick<CommerceBackend, 'catalog'>
  clock: Clock
  /** null: the shop has no such message, and nobody can ask for one. */
  templateId: string | null
}

/** For one shopper. */
const MOST = 50

export type RestockReminders = ReturnType<typeof createRestockReminders>

/** Who waits for what is sold out. The shopper has let one message through on the phone before a reminder is set. */
export function createRestockReminders({ db, backend, clock, templateId }: Needs) {
  async function waitedFor(shopperId: string, productId: string): Promise<string[]> {
    const mine = and(eq(restockReminders.shopperId, shopperId), eq(restockReminders.productId, productId))
    const rows = await db.select({ skuId: restockReminders.skuId }).from(restockReminders).where(mine)
    return rows.map(({ skuId }) => skuId)
  }

  /** @throws Refusal `not_supported`; `not_found`: the SKU is not on sale; `in_stock`: it can be bought already */
  async function add(context: ShopperContext, { productId, skuId }: RestockReminder): Promise<void> {
    if (templateId === null) throw new Refusal('not_supported')
    const product = await backend.catalog.product(context, productId)
    const sku = product?.skus.find(({ id }) => id === skuId)
    if (!sku) throw notFound('SKU on sale')
    if (sku.stock.status !== 'sold_out') throw new Refusal('in_stock')
    const { id: shopperId } = context.customer
    const at = clock()
    await db
      .insert(restockReminders)
      .values({ shopperId, skuId, productId, locale: context.locale, askedAt: at, lookedAt: at })
      .onConflictDoUpdate({
        target: [restockReminders.shopperId, restockReminders.skuId],
        set: { askedAt: at, locale: context.locale },
      })
    await letGoOfOldest(shopperId)
  }

  async function letGoOfOldest(shopperId: string): Promise<void> {
    const mine = eq(restockReminders.shopperId, shopperId)
    const tooMany = await db
      .select({ skuId: restockReminders.skuId })
      .from(restockReminders)
      .where(mine)
      .orderBy(desc(restockReminders.askedAt), desc(restockReminders.skuId))
      .offset(MOST)
    if (tooMany.length === 0) return
    const skuIds = tooMany.map(({ skuId }) => skuId)
    await db.delete(restockReminders).where(and(mine, inArray(restockReminders.skuId, skuIds)))
  }

  async function remove(shopperId: string, skuId: string): Promise<void> {
    await db
      .delete(restockReminders)
      .where(and(eq(restockReminders.shopperId, shopperId), eq(restockReminders.skuId, skuId)))
  }

  /** Messages of a template that a shopper has let through for what they wait for. */
  async function letThrough(shopperId: string, ofTemplate: string): Promise<number> {
    return ofTemplate === templateId ? db.$count(restockReminders, eq(restockReminders.shopperId, shopperId)) : 0
  }

  return { templateId, waitedFor, add, remove, letThrough }
}
