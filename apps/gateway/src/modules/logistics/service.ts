import type { CommerceBackend, Order, Shipment, ShopperContext } from '@xiaopu/commerce'
import type { Sql } from '@xiaopu/commerce-postgres/database'
import type { ParcelStatus, ParcelTrace } from '@xiaopu/contract'
import { WechatApiError, type WechatExpress } from '@xiaopu/wechat'
import { and, asc, eq, lte, or } from 'drizzle-orm'
import type { FastifyBaseLogger } from 'fastify'
import { after, type Clock } from '../../clock'
import { notFound } from '../../http/refusal'
import type { EventHandlers } from '../../jobs/event-handlers'
import type { PictureView } from '../media/picture-view'
import type { Payment } from '../payments/book'
import { createCarrierNames } from './carriers'
import { parcelTraces } from './tables'

interface Needs {
  db: Sql
  backend: Pick<CommerceBackend, 'orders'>
  express: WechatExpress
  payments: { ofOrder(orderId: string): Promise<Payment | undefined> }
  picture: PictureView
  /** WeChat wants one for every thing, also for what has none. */
  noPicture: string
  clock: Clock
  log: FastifyBaseLogger
}

type Row = typeof parcelTraces.$inferSelect
export type Logistics = ReturnType<typeof createLogistics>

const MINUTE = 60_000
/** What WeChat said counts for so long; a refusal for less. A shopper may ask WeChat 100 times a day. */
const FRESH = 10 * MINUTE
const FRESH_REFUSAL = MINUTE
/** How often a parcel nobody looks at is asked for: the times of its history are as exact as this. */
const PACE = 120 * MINUTE
const BATCH = 50
const OVER: readonly ParcelStatus[] = ['signed', 'signed_by_other']

/** How far parcels are, by WeChat's logistics component. Nobody's failure keeps a shopper from carrier and number. */
export function createLogistics({ db, backend, express, payments, picture, noPicture, clock, log }: Needs) {
  const carrierIdOf = createCarrierNames(express, clock)
  const one = (order: Order, { id }: Shipment) =>
    and(eq(parcelTraces.orderId, order.id), eq(parcelTraces.shipmentId, id))

  /** @throws Refusal `not_found`: no such parcel, or somebody else's */
  async function trace(context: ShopperContext, orderId: string, shipmentId: string): Promise<ParcelTrace> {
    const order = await backend.orders.get(context, orderId)
    const shipment = order?.shipments.find(({ id }) => id === shipmentId)
    if (!order || !shipment) throw notFound('parcel')
    return traceView(shipment, await refreshed(order, shipment))
  }

  /** What is known of the parcel, having asked WeChat if that was long ago; of two at once one asks. */
  async function refreshed(order: Order, shipment: Shipment): Promise<Row | undefined> {
    const payment = await payments.ofOrder(order.id)
    if (!shipment.trackingNumber || !payment?.transactionId) return undefined
    const now = clock()
    const key = { orderId: order.id, shipmentId: shipment.id }
    const first = await db
      .insert(parcelTraces)
      .values({ ...key, traced: 'no', seen: [], askedAt: now, over: false })
      .onConflictDoNothing()
      .returning()
    const old = and(
      eq(parcelTraces.over, false),
      or(
        lte(parcelTraces.askedAt, after(now, -FRESH)),
        and(eq(parcelTraces.traced, 'no'), lte(parcelTraces.askedAt, after(now, -FRESH_REFUSAL))),
      ),
    )
    const turn = first[0]
      ? first
      : await db
          .update(parcelTraces)
          .set({ askedAt: now })
          .where(and(one(order, shipment), old))
          .returning()
    if (turn[0]) return ask(order, shipment, { ...payment, transactionId: payment.transactionId }, turn[0])
    const [row] = await db.select().from(parcelTraces).where(one(order, shipment))
    return row
  }

  async function ask(
    order: Order,
    shipment: Shipment,
    payment: { openid: string; transactionId: string },
    row: Row,
  ): Promise<Row> {
    const answer = await askWechat(order, shipment, payment, row)
    const [written] = await db.update(parcelTraces).set(answer).where(one(order, shipment)).returning()
    return written ?? { ...row, ...answer }
  }

  async function askWechat(
    order: Order,
    shipment: Shipment,
    { openid, transactionId }: { openid: string; transactionId: string },
    row: Row,
  ): Promise<Partial<Row>> {
    let { token } = row
    try {
      token ??= (
        await express.traceWaybill({
          openid,
          transactionId,
          receiverPhone: order.address.phone,
          waybillId: shipment.trackingNumber!,
          deliveryId: await carrierIdOf(shipment.carrier),
          orderPath: `trade/order/index?id=${encodeURIComponent(order.id)}`,
          goods: goodsIn(order, shipment).map((line) => ({
            name: line.name,
            pictureUrl: picture(line.picture)?.thumb ?? noPicture,
          })),
        })
      ).waybillToken
      const status = await express.queryTrace(openid, token)
      if (status === 'unknown') return { token, traced: row.seen.length > 0 ? 'yes' : 'not_yet' }
      const isNews = row.seen.at(-1)?.status !== status
      const seen = isNews ? [...row.seen, { status, at: clock().toISOString() }] : row.seen
      return { token, traced: 'yes', seen, over: OVER.includes(status) }
    } catch (error) {
      if (!(error instanceof WechatApiError)) throw error
      log.warn({ err: error, orderId: order.id }, 'WeChat could not say where a parcel is')
      return { token, traced: row.seen.length > 0 ? 'yes' : 'no' }
    }
  }

  /** The job: parcels on their way that were not asked for in a while. */
  async function askForAll(): Promise<void> {
    const rows = await db
      .select()
      .from(parcelTraces)
      .where(and(eq(parcelTraces.over, false), lte(parcelTraces.askedAt, after(clock(), -PACE))))
      .orderBy(asc(parcelTraces.askedAt))
      .limit(BATCH)
    for (const row of rows) {
      const order = await backend.orders.find(row.orderId)
      const shipment = order?.shipments.find(({ id }) => id === row.shipmentId)
      if (order && shipment && order.status !== 'completed' && order.status !== 'cancelled') {
        await refreshed(order, shipment)
      } else {
        await end(row)
      }
    }
  }

  /** Nobody waits for it any more. */
  async function end({ orderId, shipmentId }: Row): Promise<void> {
    await db
      .update(parcelTraces)
      .set({ over: true })
      .where(and(eq(parcelTraces.orderId, orderId), eq(parcelTraces.shipmentId, shipmentId)))
  }

  const events: EventHandlers = {
    'order.shipped': {
      'trace-parcel': async (orderId, { shipmentId }) => {
        const order = await backend.orders.find(orderId)
        const shipment = order?.shipments.find(({ id }) => id === shipmentId)
        if (order && shipment) await refreshed(order, shipment)
      },
    },
  }

  return { trace, askForAll, events }
}

function goodsIn({ lines }: Order, { lines: packed }: Shipment) {
  const inParcel = lines.filter(({ skuId }) => packed.some((line) => line.skuId === skuId))
  return inParcel.length > 0 ? inParcel : lines
}

/** That it was sent is the shop's own word, and always there. */
function traceView({ id, carrier, trackingNumber, shippedAt }: Shipment, row: Row | undefined): ParcelTrace {
  const sent = { status: 'sent' as const, at: shippedAt.toISOString() }
  const events = [sent, ...(row?.seen ?? [])].reverse()
  return { shipmentId: id, carrier, trackingNumber, traced: row?.traced ?? 'no', events }
}
