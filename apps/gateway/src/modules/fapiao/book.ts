import { randomBytes } from 'node:crypto'
import type { FapiaoRequest } from '@xiaopu/commerce'
import type { Sql } from '@xiaopu/commerce-postgres/database'
import { and, asc, eq, inArray, isNotNull, isNull, sql } from 'drizzle-orm'
import type { Clock } from '../../clock'
import { fapiaoDocuments, orderFapiao } from './tables'
import { documentUrl, type FapiaoRow } from './views'

export type FapiaoBook = ReturnType<typeof createFapiaoBook>

interface Owned {
  id: string
  customerId: string
}

/** What is written down about the fapiao of orders. @param mails whether they are mailed to who gave an address */
export function createFapiaoBook(db: Sql, clock: Clock, publicUrl: string, mails: boolean) {
  const seen = (row: FapiaoRow): FapiaoRow => ({
    ...row,
    link: row.documentKey ? documentUrl(publicUrl, row.documentKey) : row.link,
  })

  async function ofOrders(orderIds: readonly string[]): Promise<Map<string, FapiaoRow>> {
    if (orderIds.length === 0) return new Map()
    const rows = await db
      .select()
      .from(orderFapiao)
      .where(inArray(orderFapiao.orderId, [...orderIds]))
    return new Map(rows.map((row) => [row.orderId, seen(row)]))
  }

  /** Asked for with the order. Hearing of it again changes nothing, whatever has become of it since. */
  async function note(order: Owned, wanted: FapiaoRequest, requestedAt: Date): Promise<void> {
    const values = { orderId: order.id, shopperId: order.customerId, request: wanted, requestedAt }
    await db.insert(orderFapiao).values(values).onConflictDoNothing()
  }

  /** Takes the place of a refused one. false: one was asked for before, perhaps just now. */
  async function request(order: Owned, wanted: FapiaoRequest): Promise<boolean> {
    const asked = { request: wanted, requestedAt: clock() }
    const rows = await db
      .insert(orderFapiao)
      .values({ orderId: order.id, shopperId: order.customerId, ...asked })
      .onConflictDoUpdate({
        target: orderFapiao.orderId,
        set: { ...asked, refusedAt: null, refusal: null },
        setWhere: isNotNull(orderFapiao.refusedAt),
      })
      .returning()
    return rows.length > 0
  }

  /** Nothing is sold any more: what was not issued need not be. */
  async function drop(orderId: string): Promise<void> {
    await db.delete(orderFapiao).where(and(eq(orderFapiao.orderId, orderId), isNull(orderFapiao.issuedAt)))
  }

  async function waiting(limit: number): Promise<FapiaoRow[]> {
    return db
      .select()
      .from(orderFapiao)
      .where(and(isNull(orderFapiao.issuedAt), isNull(orderFapiao.refusedAt)))
      .orderBy(asc(orderFapiao.requestedAt), asc(orderFapiao.orderId))
      .limit(limit)
  }

  /** Takes the place of what was issued before. false: none was asked for. */
  async function issue(orderId: string, issued: { number: string; link: string | null; pdf: Buffer | null }) {
    const { number, link, pdf } = issued
    const documentKey = pdf ? randomBytes(24).toString('base64url') : null
    const now = clock()
    // Another one is mailed anew, under its own number.
    const mail = {
      ...{ mailAttempts: 0, mailDueAt: now, mailedAt: null },
      mailState: mails ? sql`case when ${orderFapiao.request}->>'email' is null then null else 'due' end` : null,
    }
    return db.transaction(async (transaction) => {
      const rows = await transaction
        .update(orderFapiao)
        .set({ number, link, documentKey, issuedAt: now, refusedAt: null, refusal: null, ...mail })
        .where(eq(orderFapiao.orderId, orderId))
        .returning()
      if (rows.length === 0) return false
      await transaction.delete(fapiaoDocuments).where(eq(fapiaoDocuments.orderId, orderId))
      if (pdf && documentKey)
        await transaction.insert(fapiaoDocuments).values({ key: documentKey, orderId, number, pdf })
      return true
    })
  }

  /** false: none was asked for, or it has been issued. */
  async function refuse(orderId: string, refusal: string): Promise<boolean> {
    const rows = await db
      .update(orderFapiao)
      .set({ refusedAt: clock(), refusal })
      .where(and(eq(orderFapiao.orderId, orderId), isNull(orderFapiao.issuedAt)))
      .returning()
    return rows.length > 0
  }

  async function document(key: string) {
    const [found] = await db.select().from(fapiaoDocuments).where(eq(fapiaoDocuments.key, key))
    return found ?? null
  }

  return { ofOrders, note, request, drop, waiting, issue, refuse, document }
}
