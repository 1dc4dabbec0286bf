import { BackendUnavailable, type CommerceBackend, type Product, type Sku } from '@xiaopu/commerce'
import type { Sql } from '@xiaopu/commerce-postgres/database'
import { messageValue, WechatApiError, type WechatServer } from '@xiaopu/wechat'
import { and, eq, inArray, isNull, lt, min, or } from 'drizzle-orm'
import type { FastifyBaseLogger } from 'fastify'
import { after, type Clock } from '../../clock'
import type { MessageTemplate, RestockPart } from '../../config/message-templates'
import { restockReminders } from './tables'

interface Needs {
  db: Sql
  backend: Pick<CommerceBackend, 'catalog'>
  wechat: Pick<WechatServer, 'sendSubscribeMessage'>
  openidOf(shopperId: string): Promise<string>
  clock: Clock
  log: FastifyBaseLogger
  template: MessageTemplate<RestockPart>
}
type Reminder = typeof restockReminders.$inferSelect

/** Products looked at in one run: those that have waited longest. */
const PRODUCTS = 50
/** One gateway sends a message at a time, ms. */
const LEASE = 60_000
const NOTES = { 'zh-CN': '你关注的商品到货了，数量有限', en: 'Back in stock' }

/**
 * Tells who waits once a SKU can be bought again. WeChat lets one message through for one permission, so that one whose
 * answer was lost may be sent again: it arrives once.
 */
export function createRestockWatch({ db, backend, wechat, openidOf, clock, log, template }: Needs) {
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
    for (const reminder of await lease(productId, here)) await tell(reminder)
  }

  async function lease(productId: string, skuIds: string[]): Promise<Reminder[]> {
    if (skuIds.length === 0) return []
    const now = clock()
    const free = or(isNull(restockReminders.leasedUntil), lt(restockReminders.leasedUntil, now))
    return db
      .update(restockReminders)
      .set({ leasedUntil: after(now, LEASE) })
      .where(and(eq(restockReminders.productId, productId), inArray(restockReminders.skuId, skuIds), free))
      .returning()
  }

  async function tell(reminder: Reminder): Promise<void> {
    const { shopperId, skuId, productId, locale } = reminder
    try {
      const product = await backend.catalog.product({ locale }, productId)
      const sku = product?.skus.find(({ id }) => id === skuId)
      if (!product || !sku) return
      await wechat.sendSubscribeMessage({
        openid: await openidOf(shopperId),
        templateId: template.id,
        page: `goods/product/index?id=${encodeURIComponent(productId)}`,
        values: valuesOf(product, sku, locale),
        language: locale === 'en' ? 'en_US' : 'zh_CN',
      })
      await forget(reminder)
    } catch (error) {
      log.error({ err: error, productId }, 'a restock message did not get through')
      // What WeChat refuses it would refuse again; anything else is tried once the lease is over.
      if (error instanceof WechatApiError && error.kind === 'refused') await forget(reminder)
    }
  }

  function valuesOf(product: Product, sku: Sku, locale: Reminder['locale']): Record<string, string> {
    const parts: Record<RestockPart, string> = {
      product: product.name,
      price: `¥${(sku.price / 100).toFixed(2)}`,
      note: NOTES[locale],
    }
    return Object.fromEntries(
      Object.entries(template.keywords).map(([keyword, part]) => [keyword, messageValue(keyword, parts[part])]),
    )
  }

  const forget = ({ shopperId, skuId }: Reminder) =>
    db.delete(restockReminders).where(and(eq(restockReminders.shopperId, shopperId), eq(restockReminders.skuId, skuId)))

  return { run }
}
