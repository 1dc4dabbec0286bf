import type { CommerceBackend, Order, ShopperContext } from '@xiaopu/commerce'
import type { Sql } from '@xiaopu/commerce-postgres/database'
import type { MessageAnswers, MessageKind, MessageOffer } from '@xiaopu/contract'
import { and, eq, isNull } from 'drizzle-orm'
import type { Clock } from '../../clock'
import type { MessageTemplates } from '../../config/message-templates'
import { notFound } from '../../http/refusal'
import type { Cases } from '../after-sales/cases'
import { tellUnpaidAt, worthAsking } from './moments'
import { messagePermits, messageRefusals } from './tables'

interface Needs {
  db: Sql
  backend: Pick<CommerceBackend, 'orders'>
  afterSales: Pick<Cases, 'pausesOf'>
  templates: MessageTemplates
  clock: Clock
}

/** WeChat's sheet asks for more at once; nobody reads so much. */
const MOST = 3

/** What shoppers let through about their orders, and what they have refused. */
export function createPermits({ db, backend, afterSales, templates, clock }: Needs) {
  /** @throws Refusal `not_found`: unknown, or somebody else's */
  async function own(context: ShopperContext, orderId: string): Promise<Order> {
    const order = await backend.orders.get(context, orderId)
    if (!order) throw notFound('order')
    return order
  }

  /** What is worth asking for now. @throws Refusal `not_found` */
  async function offers(context: ShopperContext, orderId: string): Promise<MessageOffer[]> {
    const order = await own(context, orderId)
    const pauses = (await afterSales.pausesOf([orderId])).get(orderId) ?? []
    const worth = worthAsking(order, { afterSaleOpen: pauses.some(({ to }) => to === null) }, clock())
    const { id: shopperId } = context.customer
    const [open, refused] = await Promise.all([
      db.select().from(messagePermits).where(openPermits(shopperId, orderId)),
      db.select().from(messageRefusals).where(eq(messageRefusals.shopperId, shopperId)),
    ])
    return worth
      .flatMap((kind) => {
        const templateId = templates[kind]?.id
        const isSettled =
          open.some((permit) => permit.kind === kind) || refused.some((refusal) => refusal.templateId === templateId)
        return templateId && !isSettled ? [{ kind, templateId }] : []
      })
      .slice(0, MOST)
  }

  /** Writes down what the shopper said; saying it again changes nothing. @throws Refusal `not_found` */
  async function answer(context: ShopperContext, orderId: string, { allowed, refused }: MessageAnswers): Promise<void> {
    const order = await own(context, orderId)
    const now = clock()
    const tellAt = tellUnpaidAt(order, now)
    const permits = allowed.flatMap((kind) => {
      const templateId = templates[kind]?.id
      // Too late for that one: it was paid, or closed.
      if (!templateId || (kind === 'unpaid' && !tellAt)) return []
      const fresh = { templateId, locale: context.locale, allowedAt: now, tellAt: kind === 'unpaid' ? tellAt : null }
      return [{ shopperId: context.customer.id, orderId, kind, usedAt: null, ...fresh }]
    })
    const refusals = [...new Set(refused.flatMap((kind) => templates[kind]?.id ?? []))]
    await db.transaction(async (transaction) => {
      for (const { shopperId, orderId: _, kind, ...permit } of permits)
        await transaction
          .insert(messagePermits)
          .values({ shopperId, orderId, kind, ...permit })
          .onConflictDoUpdate({
            target: [messagePermits.shopperId, messagePermits.orderId, messagePermits.kind],
            set: permit,
          })
      for (const templateId of refusals)
        await transaction
          .insert(messageRefusals)
          .values({ shopperId: context.customer.id, templateId, refusedAt: now })
          .onConflictDoNothing()
    })
  }

  return { offers, answer }
}

export type Permits = ReturnType<typeof createPermits>

const openPermits = (shopperId: string, orderId: string) =>
  and(eq(messagePermits.shopperId, shopperId), eq(messagePermits.orderId, orderId), isNull(messagePermits.usedAt))

/**
 * Takes the permit for one message about the order, in the transaction that writes the message; undefined: none is left. Of two who take it at
 * once one gets it.
 */
export async function takePermit(transaction: Sql, orderId: string, kind: MessageKind, now: Date) {
  const [taken] = await transaction
    .update(messagePermits)
    .set({ usedAt: now })
    .where(and(eq(messagePermits.orderId, orderId), eq(messagePermits.kind, kind), isNull(messagePermits.usedAt)))
    .returning()
  return taken
}
