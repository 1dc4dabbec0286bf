import { BackendUnavailable, type CommerceBackend, type Product, type Sku } from '@xiaopu/commerce'
import type { Sql } from '@xiaopu/commerce-postgres/database'
import { and, eq, inArray, min } from 'drizzle-orm'
import type { FastifyBaseLogger } from 'fastify'
import { after, type Clock } from '../../clock'
import type { MessageTemplate, PartOf } from '../../config/message-templates'
import { post } from '../messages/sender'
import { money, noteOf, valuesOf } from '../messages/words'
import { restockReminders } from './tables'

interface Needs {
  db: Sql
  backend: Pick<CommerceBackend, 'catalog'>
  clock: Clock
  log: FastifyBaseLogger
  template: MessageTemplate<PartOf<'restock'>>
}
type Reminder = typeof restockReminders.$inferSelect

/** Products looked at in one run: those that have waited longest. */
const PRODUCTS = 50
/** By then it may be sold out again, ms. */
const NEWS_FOR = 24 * 60 * 60_000

/** Has whoever waits told once a SKU can be bought again: the reminder becomes a message on its way. */
export function createRestockWatch({ db, backend, clock, log, template }: Needs) {
  async function run(): Promise<void> {
    for (const productId of await waitedForLongest()) {
      // Before it is looked at: one that cannot be read does not keep those behind it waiting.
      await db.update(restockReminders).set({ lookedAt: clock() }).where(eq(restockReminders.productId, productId))
      try {
        await lookAt(productId)
      } catch (error) {
        // A shop system that is away is nothing about this product: the others would fare no better.
        if (error instanceof BackendUnavailable) throw error
        log.error({ err: error, productId }, 'a product that shoppers wait for could not be looked at')
      }
    }
  }

  async function waitedForLongest(): Promise<string[]> {
    const looked = min(restockReminders.lookedAt)
    const rows = await db
      .select({ productId: restockReminders.productId })
      .from(restockReminders)
      .groupBy(restockReminders.productId)
      .orderBy(looked)
      .limit(PRODUCTS)
    return rows.map(({ productId }) => productId)
  }

  /** A product that is off sale for now may come back: its reminders stay. */
  async function lookAt(productId: string): Promise<void> {
    const product = await backend.catalog.product({ locale: 'zh-CN' }, productId)
    const here = product?.skus.filter(({ stock }) => stock.status !== 'sold_out').map(({ id }) => id) ?? []
    if (here.length === 0) return
    const waiting = await db
      .select()
      .from(restockReminders)
      .where(and(eq(restockReminders.productId, productId), inArray(restockReminders.skuId, here)))
    for (const reminder of waiting) await tell(reminder)
  }

  async function tell({ shopperId, skuId, productId, locale, askedAt }: Reminder): Promise<void> {
    const product = await backend.catalog.product({ locale }, productId)
    const sku = product?.skus.find(({ id }) => id === skuId)
    if (!product || !sku) return
    const now = clock()
    await db.transaction(async (transaction) => {
      const mine = and(eq(restockReminders.shopperId, shopperId), eq(restockReminders.skuId, skuId))
      // Of two gateways one gets it.
      const [taken] = await transaction.delete(restockReminders).where(mine).returning()
      if (!taken) return
      const message = {
        id: `restock:${shopperId}:${skuId}:${askedAt.getTime()}`,
        page: `goods/product/index?id=${encodeURIComponent(productId)}`,
        values: valuesOf(template, partsOf(product, sku, locale)),
        until: after(now, NEWS_FOR),
      }
      await post(transaction, { ...message, shopperId, templateId: template.id, locale }, now)
    })
  }

  const partsOf = ({ name }: Product, { price }: Sku, locale: Reminder['locale']) => ({
    ...{ product: name, price: money(price), note: noteOf('restock', locale) },
  })

  return { run }
}
