import { createHash } from 'node:crypto'
import type { CommerceBackend, Order, ShopperContext } from '@xiaopu/commerce'
import { isEverything } from '@xiaopu/commerce'
import type { Sql } from '@xiaopu/commerce-postgres/database'
import type {
  AfterSale,
  AfterSaleOptions,
  AfterSalePage,
  AfterSaleQuery,
  AfterSaleRequest,
  Waybill,
} from '@xiaopu/contract'
import { and, eq } from 'drizzle-orm'
import type { z } from 'zod'
import type { Clock } from '../../clock'
import { notFound, Refusal } from '../../http/refusal'
import { goodsView } from '../cart/views'
import type { PictureView } from '../media/picture-view'
import { findRefund } from '../payments/refund-book'
import { plainText } from '../reviews/plain-text'
import type { Uploads } from '../uploads/service'
import type { AfterSaleBook, AfterSaleRow } from './book'
import type { Cases } from './cases'
import { kindsOf, type Left, mostPieces, reasonsFor, sumOf } from './left'
import { choiceView, type Replacements } from './replacements'
import { type AfterSaleLine, afterSales } from './tables'
import { afterSaleView } from './views'

interface Needs {
  db: Sql
  backend: Pick<CommerceBackend, 'orders'>
  book: AfterSaleBook
  cases: Cases
  replacements: Pick<Replacements, 'choices' | 'trySettling'>
  uploads: Pick<Uploads, 'claim' | 'release'>
  picture: PictureView
  clock: Clock
}

export type AfterSales = ReturnType<typeof createAfterSales>

/** What shoppers ask for after buying, and how it goes on. */
export function createAfterSales({ db, backend, book, cases, replacements, uploads, picture, clock }: Needs) {
  async function ownOrder(context: ShopperContext, orderId: string): Promise<Order> {
    const order = await backend.orders.get(context, orderId)
    if (!order) throw notFound('order')
    return order
  }

  async function options(context: ShopperContext, orderId: string): Promise<AfterSaleOptions> {
    const order = await ownOrder(context, orderId)
    const left = await cases.left(db, order)
    const kinds = kindsOf(left)
    // Read only where something can be exchanged: a product for each of them.
    const choices = kinds.includes('exchange') ? await replacements.choices(context.locale, order.lines) : []
    const most = (kind: 'refund' | 'return' | 'exchange', line: Left['lines'][number]) =>
      kinds.includes(kind) ? mostPieces(kind, line) : 0
    return {
      orderId,
      until: left.until?.toISOString() ?? null,
      kinds: kinds.map((kind) => ({ kind, reasons: reasonsFor(kind, order) })),
      lines: order.lines.map((line, index) => {
        const still = left.lines[index]!
        return {
          ...goodsView(picture, line),
          most: { refund: most('refund', still), return: most('return', still), exchange: most('exchange', still) },
          amounts: still.amounts.map((amount) => Math.min(amount, left.money)),
          replacements: most('exchange', still) > 0 ? choices[index]!.map(choiceView) : [],
        }
      }),
      shipping: kinds.includes('refund') ? left.shipping : 0,
      money: kinds.includes('refund') || kinds.includes('return') ? left.money : 0,
    }
  }

  /**
   * The same key with the same body is the same after-sale.
   *
   * @throws Refusal `not_found`, `after_sale_over`, `after_sale_too_much`, `validation_failed`, `idempotency_key_reused`
   */
  async function request(
    context: ShopperContext,
    orderId: string,
    key: string,
    body: AfterSaleRequest,
  ): Promise<AfterSale> {
    const order = await ownOrder(context, orderId)
    const shopperId = context.customer.id
    const bodyHash = hashOf(JSON.stringify([orderId, body]))
    // Of the key, so that two taps at once claim the same pictures for the same thing.
    const id = idOf(hashOf(`${shopperId} ${key}`))
    const before = await madeBy(db, shopperId, key, bodyHash)
    if (before) return view(before)
    const by = `after-sale:${id}`
    const chosen = await chosenInstead(context, order, body)
    const pictures = await uploads.claim({ shopperId, ids: body.uploadIds, by, path: 'body.uploadIds' })
    try {
      const row = await book.aboutOrder(orderId, async (transaction) => {
        const made = await madeBy(transaction, shopperId, key, bodyHash)
        if (made) return made
        const { lines: demanded, asked } = demand(order, await cases.left(transaction, order), body)
        const lines = demanded.map((line, place) => ({ ...line, ...chosen[place] }))
        const { kind, reason } = body
        const requestedAt = clock()
        const progress = [{ state: 'requested', at: requestedAt.toISOString(), by: 'shopper', words: null } as const]
        const [written] = await transaction
          .insert(afterSales)
          .values({
            ...{ id, shopperId, bodyHash, orderId, kind, lines, asked, reason, pictures, requestedAt },
            ...{ idempotencyKey: key, orderNumber: order.number, state: 'requested', changedAt: requestedAt },
            words: plainText(body.words),
            progress: [...progress],
          })
          .returning()
        return written!
      })
      return await view(row)
    } catch (error) {
      if (!(await book.find(id))) await uploads.release(by)
      throw error
    }
  }

  /** What each line is to be exchanged for, where it is not the same again. @throws Refusal `validation_failed` */
  async function chosenInstead(
    { locale }: ShopperContext,
    order: Order,
    { lines }: AfterSaleRequest,
  ): Promise<Pick<AfterSaleLine, 'replacement'>[]> {
    const asked = lines.map(({ skuId, replacementSkuId }) => ({
      bought: order.lines.find((line) => line.skuId === skuId),
      wanted: replacementSkuId === skuId ? undefined : replacementSkuId,
    }))
    const others = asked.flatMap(({ bought, wanted }) => (bought && wanted !== undefined ? [bought] : []))
    const choices = new Map((await replacements.choices(locale, others)).map((some, place) => [others[place], some]))
    return asked.map(({ bought, wanted }, place) => {
      if (!bought || wanted === undefined) return {}
      const found = choices.get(bought)?.find(({ skuId }) => skuId === wanted)
      if (found) return { replacement: { skuId: found.skuId, options: found.options, picture: found.picture } }
      const path = `body.lines.${place}.replacementSkuId`
      throw new Refusal('validation_failed', {
        fields: [{ path, message: 'not of the same product at the same price' }],
      })
    })
  }

  async function madeBy(sql: Sql, shopperId: string, key: string, bodyHash: string): Promise<AfterSaleRow | undefined> {
    const mine = and(eq(afterSales.shopperId, shopperId), eq(afterSales.idempotencyKey, key))
    const [made] = await sql.select().from(afterSales).where(mine)
    if (made && made.bodyHash !== bodyHash) throw new Refusal('idempotency_key_reused')
    return made
  }

  async function list(context: ShopperContext, query: z.output<typeof AfterSaleQuery>): Promise<AfterSalePage> {
    const page = await book.pageOf(context.customer.id, query.orderId, query.cursor, query.limit)
    return { ...page, items: await Promise.all(page.items.map(view)) }
  }

  /** @throws Refusal `not_found`: unknown, or somebody else's */
  async function own(context: ShopperContext, id: string): Promise<AfterSaleRow> {
    const row = await book.find(id)
    if (row?.shopperId !== context.customer.id) throw notFound('after-sale')
    return row
  }

  const get = async (context: ShopperContext, id: string): Promise<AfterSale> => view(await own(context, id))

  /** Again changes nothing. */
  async function withdraw(context: ShopperContext, id: string): Promise<AfterSale> {
    if ((await own(context, id)).state === 'withdrawn') return get(context, id)
    const row = await book.move(id, { event: 'withdraw', by: 'shopper' })
    await replacements.trySettling(row)
    return view(row)
  }

  async function sendBack(context: ShopperContext, id: string, waybill: Waybill): Promise<AfterSale> {
    const shopperId = context.customer.id
    return view(await book.move(id, { event: 'send_back', by: 'shopper', shopperId, decide: () => ({ waybill }) }))
  }

  /** Again changes nothing. */
  async function confirmReplacement(context: ShopperContext, id: string): Promise<AfterSale> {
    if ((await own(context, id)).state === 'completed') return get(context, id)
    return view(await book.move(id, { event: 'confirm_replacement', by: 'shopper' }))
  }

  async function view(row: AfterSaleRow): Promise<AfterSale> {
    const refund = row.outRefundNo === null ? undefined : await findRefund(db, row.outRefundNo)
    return afterSaleView(picture, row, refund, clock())
  }

  return { options, request, list, get, withdraw, sendBack, confirmReplacement }
}

/** What is asked for, measured against what is left. @throws Refusal */
function demand(order: Order, left: Left, body: AfterSaleRequest): { lines: AfterSaleLine[]; asked: number } {
  if (!left.isOpen) throw new Refusal('after_sale_over')
  const lines = body.lines.map(({ skuId, quantity }) => {
    const index = order.lines.findIndex((line) => line.skuId === skuId)
    const line = left.lines[index]
    if (!line) throw notFound('such goods on this order')
    if (quantity > mostPieces(body.kind, line))
      throw new Refusal('after_sale_too_much', { detail: 'more pieces than are left' })
    return { ...order.lines[index]!, quantity, worth: line.amounts[quantity - 1]! }
  })
  if (!reasonsFor(body.kind, order).includes(body.reason)) {
    throw new Refusal('validation_failed', { fields: [{ path: 'body.reason', message: 'not a reason for this' }] })
  }
  if (body.kind === 'exchange') return { lines, asked: 0 }
  const shipping = body.kind === 'refund' && isEverything(left, body.lines) ? left.shipping : 0
  const most = Math.min(sumOf(lines.map(({ worth }) => worth)) + shipping, left.money)
  const asked = body.amount ?? most
  if (asked > most || asked === 0) throw new Refusal('after_sale_too_much', { detail: `${most} fen are left for this` })
  return { lines, asked }
}

const hashOf = (text: string) => createHash('sha256').update(text).digest('hex')
const idOf = (hash: string) => `${hash.slice(0, 8)}-${hash.slice(8, 12)}-${hash.slice(12, 16)}-${hash.slice(16, 28)}`
