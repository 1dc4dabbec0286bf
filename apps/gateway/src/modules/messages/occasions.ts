import type { CommerceBackend, Order } from '@xiaopu/commerce'
import type { Sql } from '@xiaopu/commerce-postgres/database'
import type { Locale, MessageKind } from '@xiaopu/contract'
import { and, asc, eq, gte, inArray, isNull, lte, sql } from 'drizzle-orm'
import type { FastifyBaseLogger } from 'fastify'
import { after, type Clock } from '../../clock'
import type { MessageTemplates, PartOf } from '../../config/message-templates'
import type { EventHandlers } from '../../jobs/event-handlers'
import { afterSales } from '../after-sales/tables'
import { refunds } from '../payments/tables'
import type { PickupCodes } from '../pickup/codes'
import { takePermit } from './permits'
import { post } from './sender'
import { messagePermits } from './tables'
import { goodsIn, money, NEWS, type NewsOfAfterSale, noteOf, type Said, statusOf, valuesOf } from './words'

interface Needs {
  db: Sql
  backend: Pick<CommerceBackend, 'orders'>
  pickupCodes: Pick<PickupCodes, 'of'>
  templates: MessageTemplates
  clock: Clock
  log: FastifyBaseLogger
}

type Permit = typeof messagePermits.$inferSelect
interface News<Kind extends MessageKind> {
  /** What happened: it is told of once. */
  id: string
  orderId: string
  page: string
  /** Nobody wants to read it later. */
  until: Date
  parts(locale: Locale): Record<PartOf<Kind>, Said>
  unpaidOrderId?: string
}

const MINUTE = 60_000
const DAY = 24 * 60 * MINUTE
const BATCH = 100

/** What happens to orders that their shoppers want to hear of. */
export function createOccasions({ db, backend, pickupCodes, templates, clock, log }: Needs) {
  /** Of a message that nobody let through nothing is written. */
  async function tell<Kind extends MessageKind>(kind: Kind, news: News<Kind>): Promise<void> {
    const template = templates[kind]
    if (!template) return
    const now = clock()
    await db.transaction(async (transaction) => {
      const permit = await takePermit(transaction, news.orderId, kind, now)
      if (!permit) return
      const { shopperId, templateId, locale } = permit
      const values = valuesOf(template, news.parts(locale))
      const { id, page, until, unpaidOrderId } = news
      const message = { id: `${kind}:${id}`, shopperId, templateId, page, locale, until, unpaidOrderId, values }
      // Told already, for an earlier permit: this one is for what comes next.
      if (!(await post(transaction, message, now)))
        await transaction.update(messagePermits).set({ usedAt: null }).where(isThat(permit))
    })
  }

  const tomorrow = () => after(clock(), DAY)
  const orderPage = (orderId: string) => `trade/order/index?id=${encodeURIComponent(orderId)}`

  async function shipped(orderId: string, { shipmentId }: { shipmentId: string }): Promise<void> {
    const order = await ifWanted('shipped', orderId)
    const shipment = order?.shipments.find(({ id }) => id === shipmentId)
    if (!order || !shipment) return
    const { carrier, trackingNumber, shippedAt, lines } = shipment
    const packed = order.lines.flatMap((line) => {
      const quantity = lines.find(({ skuId }) => skuId === line.skuId)?.quantity
      return quantity ? [{ name: line.name, quantity }] : []
    })
    await tell('shipped', {
      ...{ id: `${orderId}:${shipmentId}`, orderId, page: orderPage(orderId), until: tomorrow() },
      parts: (locale) => ({
        ...{ order: order.number, product: goodsIn(packed.length > 0 ? packed : order.lines, locale) },
        ...{ carrier, waybill: trackingNumber ?? '', time: shippedAt, note: noteOf('shipped', locale) },
      }),
    })
  }

  async function ready(orderId: string): Promise<void> {
    const order = await ifWanted('ready', orderId)
    if (order?.status !== 'shipped' || !order.pickup) return
    const { store, readyAt } = order.pickup
    const code = (await pickupCodes.of([order])).get(orderId) ?? ''
    await tell('ready', {
      ...{ id: orderId, orderId, page: orderPage(orderId), until: tomorrow() },
      parts: (locale) => ({
        ...{ order: order.number, product: goodsIn(order.lines, locale), store: store.name, address: store.address },
        ...{ code, time: readyAt ?? clock(), note: noteOf('ready', locale) },
      }),
    })
  }

  /** The order, where somebody wants to hear of it: nobody else's is asked for. */
  async function ifWanted(kind: MessageKind, orderId: string): Promise<Order | null> {
    const open = and(eq(messagePermits.orderId, orderId), eq(messagePermits.kind, kind), isNull(messagePermits.usedAt))
    return (await db.$count(messagePermits, open)) > 0 ? backend.orders.find(orderId) : null
  }

  /** After-sales that have moved since their shopper wanted to hear of them; a withdrawal is no news to who withdrew. */
  async function ofAfterSales(): Promise<void> {
    const rows = await db
      .select({ afterSale: afterSales })
      .from(messagePermits)
      .innerJoin(afterSales, eq(afterSales.orderId, messagePermits.orderId))
      .where(
        and(isOpen('after_sale'), inArray(afterSales.state, NEWS), gte(afterSales.changedAt, messagePermits.allowedAt)),
      )
      .orderBy(asc(afterSales.changedAt))
      .limit(BATCH)
    for (const { afterSale } of rows) {
      const { id, orderId, orderNumber, lines, granted, asked, changedAt } = afterSale
      const state = afterSale.state as NewsOfAfterSale
      await tell('after_sale', {
        ...{ id: `${id}:${state}:${changedAt.getTime()}`, orderId, until: tomorrow() },
        page: `trade/after-sale/index?id=${encodeURIComponent(id)}`,
        parts: (locale) => ({
          ...{ order: orderNumber, product: goodsIn(lines, locale), amount: money(granted ?? asked), time: changedAt },
          ...{ status: statusOf(state, locale), note: afterSale.answer || noteOf('after_sale', locale) },
        }),
      })
    }
  }

  /** Money that came back without having been asked for. */
  async function ofRefunds(): Promise<void> {
    const ofAnAfterSale = db
      .select({ id: afterSales.id })
      .from(afterSales)
      .where(eq(afterSales.outRefundNo, refunds.outRefundNo))
    const rows = await db
      .select({ refund: refunds })
      .from(messagePermits)
      .innerJoin(refunds, eq(refunds.orderId, messagePermits.orderId))
      .where(
        and(
          ...[isOpen('after_sale'), eq(refunds.state, 'succeeded'), gte(refunds.finishedAt, messagePermits.allowedAt)],
          sql`not exists ${ofAnAfterSale}`,
        ),
      )
      .orderBy(asc(refunds.finishedAt))
      .limit(BATCH)
    for (const { refund } of rows) {
      const order = await backend.orders.find(refund.orderId)
      if (!order) continue
      await tell('after_sale', {
        ...{ id: refund.outRefundNo, orderId: order.id, page: orderPage(order.id), until: tomorrow() },
        parts: (locale) => ({
          ...{ order: order.number, product: goodsIn(order.lines, locale), amount: money(refund.amount) },
          ...{ time: refund.finishedAt ?? clock(), status: statusOf('refunded', locale) },
          note: noteOf('after_sale', locale),
        }),
      })
    }
  }

  /** Orders that are about to be closed. */
  async function ofUnpaid(): Promise<void> {
    const due = await db
      .select()
      .from(messagePermits)
      .where(and(isOpen('unpaid'), lte(messagePermits.tellAt, clock())))
      .limit(BATCH)
    for (const permit of due) {
      const order = await backend.orders.find(permit.orderId)
      const { expiresAt } = order ?? {}
      if (order?.status !== 'pending_payment' || !expiresAt || expiresAt <= after(clock(), MINUTE)) {
        await db.update(messagePermits).set({ usedAt: clock() }).where(isThat(permit))
        continue
      }
      await tell('unpaid', {
        ...{ id: order.id, orderId: order.id, page: orderPage(order.id), until: after(expiresAt, -MINUTE) },
        unpaidOrderId: order.id,
        parts: (locale) => ({
          ...{ order: order.number, product: goodsIn(order.lines, locale), amount: money(order.amounts.total) },
          ...{ until: expiresAt, note: noteOf('unpaid', locale) },
        }),
      })
    }
  }

  /** The job: what no event tells of. */
  async function look(): Promise<void> {
    for (const one of [ofUnpaid, ofAfterSales, ofRefunds]) {
      try {
        await one()
      } catch (error) {
        log.error({ err: error }, 'news of orders could not be looked for; it is tried again')
      }
    }
  }

  const events: EventHandlers = {
    'order.shipped': { 'message-shipped': shipped },
    'order.ready': { 'message-ready': ready },
  }

  return { look, events }
}

const isOpen = (kind: MessageKind) => and(eq(messagePermits.kind, kind), isNull(messagePermits.usedAt))
const isThat = ({ shopperId, orderId, kind }: Permit) =>
  and(eq(messagePermits.shopperId, shopperId), eq(messagePermits.orderId, orderId), eq(messagePermits.kind, kind))
