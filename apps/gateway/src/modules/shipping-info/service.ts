import type { CommerceBackend, Order } from '@xiaopu/commerce'
import type { Sql } from '@xiaopu/commerce-postgres/database'
import { type ShippedParcel, WechatApiError, type WechatExpress, type WechatShipping } from '@xiaopu/wechat'
import { and, asc, eq, gt, inArray, lte, notInArray, or, sql } from 'drizzle-orm'
import type { FastifyBaseLogger } from 'fastify'
import { after, type Clock } from '../../clock'
import { Refusal } from '../../http/refusal'
import type { EventHandlers } from '../../jobs/event-handlers'
import { createCarrierNames } from '../logistics/carriers'
import type { PaymentBook } from '../payments/book'
import { type ShippingPlan, shippingPlan } from './plan'
import { shippingUploads } from './tables'

interface Needs {
  db: Sql
  backend: Pick<CommerceBackend, 'orders'>
  shipping: WechatShipping
  express: Pick<WechatExpress, 'carriers'>
  payments: Pick<PaymentBook, 'ofOrder' | 'ofOrders'>
  appid: string
  /** `auto`: WeChat says whether it wants to be told. */
  setting: 'auto' | 'on' | 'off'
  clock: Clock
  log: FastifyBaseLogger
}

type Row = typeof shippingUploads.$inferSelect
type Outcome = Pick<Row, 'state'> & { dueAt?: Date; problem?: string | null }
export type ShippingInfoDesk = ReturnType<typeof createShippingInfoDesk>

const MINUTE = 60_000
const DAY = 24 * 60 * MINUTE
/** Longer than all calls of one attempt can take: until then the order is that gateway's. */
const FIRST_PAUSE = MINUTE
const LONGEST_PAUSE = 360 * MINUTE
/** What was sent in part is looked at again: the rest may have been given back, and nobody tells of that. */
const PARTIAL_PACE = 360 * MINUTE
const GIVE_UP_AFTER = 30 * DAY
const AT_A_LOOK = 100

/** What could not be told for now. */
class TellLater extends Error {}

/**
 * WeChat's shipping information: each order that was paid in WeChat is told of when it is sent, once. WeChat is asked before every
 * upload what it knows, so that neither a lost answer nor a restart nor a second gateway tells it twice.
 */
export function createShippingInfoDesk(needs: Needs) {
  const { db, backend, shipping, express, payments, appid, setting, clock, log } = needs
  const carrierIdOf = createCarrierNames(express, clock)
  let managed: { answer: boolean; until: number } | undefined

  /** Notes that there is something to tell; what WeChat knows already stays told. */
  async function note(orderId: string): Promise<void> {
    if (setting === 'off') return
    // An order that cost nothing was not paid in WeChat, which has never heard of it.
    if (!(await payments.ofOrder(orderId))?.transactionId) return
    const now = clock()
    const fresh = { state: 'due', attempts: 0, dueAt: now, problem: null } as const
    await db
      .insert(shippingUploads)
      .values({ orderId, since: now, ...fresh })
      .onConflictDoUpdate({
        target: shippingUploads.orderId,
        set: fresh,
        setWhere: notInArray(shippingUploads.state, ['told', 'over']),
      })
  }

  /** The job: tells of all that is due, one after the other. */
  async function tellAll(): Promise<void> {
    for (let count = 0; count < AT_A_LOOK; count += 1) {
      const row = await take()
      if (!row) return
      await write(row, await attempt(row))
    }
  }

  /** One that is due, put off first: of two gateways one gets it, and a crash lets it come again. */
  async function take(): Promise<Row | undefined> {
    const now = clock()
    const { state, since } = shippingUploads
    const isRefused = and(eq(state, 'refused'), gt(since, after(now, -GIVE_UP_AFTER)))
    const isDue = and(or(inArray(state, ['due', 'partial']), isRefused), lte(shippingUploads.dueAt, now))
    const [next] = await db.select().from(shippingUploads).where(isDue).orderBy(asc(shippingUploads.dueAt)).limit(1)
    if (!next) return undefined
    const [taken] = await db
      .update(shippingUploads)
      .set({ attempts: sql`${shippingUploads.attempts} + 1`, dueAt: after(now, pauseAfter(next.attempts)) })
      .where(and(eq(shippingUploads.orderId, next.orderId), isDue))
      .returning()
    // The other gateway was faster: there may be another one.
    return taken ?? take()
  }

  async function attempt(row: Row): Promise<Outcome> {
    const { orderId } = row
    try {
      return await tell(row)
    } catch (error) {
      const isOurs = error instanceof WechatApiError || error instanceof TellLater
      const problem = (error as Error).message
      const isRefused = error instanceof WechatApiError && error.kind === 'refused'
      if (isRefused || after(row.since, GIVE_UP_AFTER) <= clock()) {
        log.error({ err: error, orderId }, 'WeChat does not take what was sent of an order; a person has to look')
        return staysRefused(problem)
      }
      log[isOurs ? 'warn' : 'error'](
        { err: error, orderId },
        'WeChat could not be told what was sent; it is tried again',
      )
      return row.state === 'refused' ? staysRefused(row.problem) : { state: 'due', problem }
    }
  }

  /** Once a day it is looked whether somebody has typed it in by hand. */
  const staysRefused = (problem: string | null): Outcome => ({ state: 'refused', problem, dueAt: after(clock(), DAY) })

  async function tell({ orderId, state, problem }: Row): Promise<Outcome> {
    const [order, payment] = await Promise.all([backend.orders.find(orderId), payments.ofOrder(orderId)])
    if (!order || order.status === 'cancelled' || !payment?.transactionId || !(await wantsToKnow()))
      return { state: 'over' }
    const key = { transactionId: payment.transactionId }
    const known = await shipping.order(key)
    if (!known) throw new TellLater('WeChat has not heard of the payment yet')
    if (known.state === 'refunded') return { state: 'over' }
    // Also when it was typed in by hand, in WeChat's console.
    if (known.finished) return { state: 'told' }
    if (state === 'refused') return staysRefused(problem)
    const plan = shippingPlan(order, known.trackingNumbers)
    if (!plan) return { state: 'partial', dueAt: after(clock(), PARTIAL_PACE) }
    const said = await shipping.upload({
      order: key,
      ...{ kind: plan.kind, mode: plan.mode, parcels: await parcelsOf(order, plan) },
      ...{ uploadedAt: clock(), openid: payment.openid },
    })
    if (said === 'not_synced') throw new TellLater('WeChat has not heard of the payment yet')
    const isAll = plan.mode.type === 'one' || plan.mode.allSent
    return isAll ? { state: 'told' } : { state: 'partial', dueAt: after(clock(), PARTIAL_PACE) }
  }

  async function parcelsOf(order: Order, { parcels }: ShippingPlan): Promise<ShippedParcel[]> {
    return Promise.all(
      parcels.map(async ({ goods, parcel }) => {
        if (!parcel) return { goods }
        const carrierId = await carrierIdOf(parcel.carrier)
        if (!carrierId) throw new TellLater(`WeChat knows no carrier called ${parcel.carrier}`)
        return { goods, carrierId, trackingNumber: parcel.trackingNumber!, receiverPhone: order.address.phone }
      }),
    )
  }

  async function wantsToKnow(): Promise<boolean> {
    if (setting !== 'auto') return setting === 'on'
    const now = clock().getTime()
    if (!managed || managed.until <= now) managed = { answer: await shipping.isTradeManaged(appid), until: now + DAY }
    return managed.answer
  }

  /** Not over the news of a further parcel, which put it forward in between. */
  async function write(row: Row, { problem = null, ...outcome }: Outcome): Promise<void> {
    await db
      .update(shippingUploads)
      .set({ ...outcome, problem })
      .where(and(eq(shippingUploads.orderId, row.orderId), eq(shippingUploads.attempts, row.attempts)))
  }

  /** Of orders that wait for their shopper's word: what WeChat's component is opened with, by order. */
  async function receiptsOf(orders: Order[]): Promise<Map<string, { transactionId: string }>> {
    // What waits in a store is received at its till.
    const waiting = orders.filter(({ status, pickup }) => status === 'shipped' && !pickup)
    const ids = waiting.map(({ id }) => id)
    if (ids.length === 0) return new Map()
    const told = await db
      .select({ orderId: shippingUploads.orderId })
      .from(shippingUploads)
      .where(and(inArray(shippingUploads.orderId, ids), eq(shippingUploads.state, 'told')))
    const paid = await payments.ofOrders(told.map(({ orderId }) => orderId))
    return new Map(paid.flatMap(({ orderId, transactionId }) => (transactionId ? [[orderId, { transactionId }]] : [])))
  }

  /**
   * Whether the shopper has said in WeChat that everything arrived. Nothing was told of the order: no.
   *
   * @throws Refusal `wechat_unavailable`
   */
  async function isReceived(order: Order): Promise<boolean> {
    const key = (await receiptsOf([order])).get(order.id)
    if (!key) return false
    try {
      return (await shipping.order(key))?.state === 'confirmed'
    } catch (error) {
      if (!(error instanceof WechatApiError)) throw error
      throw new Refusal('wechat_unavailable', {}, { cause: error })
    }
  }

  /** For the shop's people: how far WeChat was told; null: there is nothing to tell. */
  async function stateOf(
    orderId: string,
  ): Promise<{ state: Exclude<Row['state'], 'over'>; problem: string | null } | null> {
    const [row] = await db.select().from(shippingUploads).where(eq(shippingUploads.orderId, orderId))
    return row && row.state !== 'over' ? { state: row.state, problem: row.problem } : null
  }

  const events: EventHandlers = {
    'order.shipped': { 'tell-wechat-shipped': note },
    'order.ready': { 'tell-wechat-shipped': note },
  }

  return { tellAll, receiptsOf, isReceived, stateOf, events }
}

/** 1, 2, 4 … minutes, six hours at most. */
const pauseAfter = (attempts: number) => Math.min(FIRST_PAUSE * 2 ** attempts, LONGEST_PAUSE)
