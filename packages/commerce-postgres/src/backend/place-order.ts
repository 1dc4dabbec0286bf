import { randomUUID } from 'node:crypto'
import { canBuy, type OrderRequest, type PlacedOrder, type PurchaseItem, type ShopperContext } from '@xiaopu/commerce'
import { and, eq, inArray, sql } from 'drizzle-orm'
import type { Sql } from '../database/database'
import { codeOf } from '../database/errors'
import { orderLines, orders, skus } from '../tables'
import { lockCart, removeLines } from './carts'
import { redeem } from './coupons'
import { findGoods, type Goods, goodsLine, unknownLine } from './goods'
import { orderNumber } from './order-number'
import { findOrder } from './order-rows'
import { tell } from './outbox'
import { priceOf } from './price'
import type { Shop } from './settings'
import { rulesNow, separated } from './shipping'
import { reserve } from './stock'
import { withoutNul } from './text'
import { inTransaction } from './transaction'

const UNIQUE_VIOLATION = '23505'
/** Eight digits a day: two tries that both meet a number of today are one in millions. */
const ATTEMPTS = 5

/** Places the order, all or nothing. `request.items` names each SKU once. */
export async function placeOrder(
  db: Sql,
  shop: Shop,
  context: ShopperContext,
  request: OrderRequest,
): Promise<PlacedOrder> {
  if (request.items.length === 0) return { ok: false, problem: 'nothing_to_buy' }
  for (let attempt = 1; ; attempt++) {
    try {
      return await inTransaction(db, (transaction) => place(transaction, shop, context, request))
    } catch (error) {
      // The same reference placed elsewhere at this moment (the next try finds it), or a number already taken.
      if (attempt === ATTEMPTS || codeOf(error) !== UNIQUE_VIOLATION) throw error
    }
  }
}

async function place(db: Sql, shop: Shop, context: ShopperContext, request: OrderRequest): Promise<PlacedOrder> {
  await lockSkus(db, request.items)
  // Looked for only now: the order that took the last piece may be this very one, placed while we waited.
  const replayed = await findOrder(
    db,
    and(eq(orders.customerId, context.customer.id), eq(orders.reference, request.reference)),
  )
  if (replayed) return { ok: true, order: replayed, replayed: true }

  const goods = await findGoods(
    db,
    shop,
    context.locale,
    request.items.map(({ skuId }) => skuId),
  )
  const rules = await rulesNow(db, shop)
  const wanted = request.items.map(({ skuId, quantity }) => {
    const found = goods.get(skuId)
    return found ? goodsLine(found, quantity) : unknownLine(skuId, quantity)
  })
  const lines = separated(wanted, goods, request.address, rules)
  const refused = lines.filter(({ status }) => !canBuy(status))
  if (refused.length > 0) {
    const marked = refused.map(({ skuId, status, available }) => ({ skuId, status, available }))
    return { ok: false, problem: 'lines_unavailable', lines: marked }
  }
  // Two orders of one shopper wait for each other, so that both cannot be the first one.
  if (request.coupon) await lockCart(db, shop, context.customer.id)
  const { amounts, deliverable, coupon } = await priceOf(
    db,
    shop,
    context,
    { ...request, lines, goods, rules },
    { hold: true },
  )
  if (!deliverable) return { ok: false, problem: 'address_undeliverable' }
  if (amounts.total !== request.expectedTotal) return { ok: false, problem: 'price_changed' }

  await reserve(db, request.items)
  const id = await insertOrder(db, shop, context, request, amounts)
  await db
    .insert(orderLines)
    .values(request.items.map((item, index) => orderLine(id, index, item, goods.get(item.skuId)!)))
  if (coupon) await redeem(db, context, id, coupon)
  await tell(db, shop, { type: 'order.placed', orderId: id })
  await removeLines(db, context, request.cartLineIds)
  return { ok: true, order: (await findOrder(db, eq(orders.id, id)))!, replayed: false }
}

/**
 * Two orders of the same goods wait for each other here, in SKU order whatever order the shoppers chose, so that
 * neither ever holds what the other one waits for. Price and stock cannot change from here on.
 */
async function lockSkus(db: Sql, items: PurchaseItem[]): Promise<void> {
  const ids = items.map(({ skuId }) => skuId)
  await db
    .select({ id: skus.id })
    .from(skus)
    .where(inArray(skus.id, ids))
    .orderBy(sql`${skus.id} collate "C"`)
    .for('no key update')
}

async function insertOrder(
  db: Sql,
  shop: Shop,
  context: ShopperContext,
  request: OrderRequest,
  amounts: { goods: number; discount: number; shipping: number; total: number },
): Promise<string> {
  const id = randomUUID()
  const placedAt = shop.clock()
  await db.insert(orders).values({
    id,
    number: orderNumber(placedAt),
    customerId: context.customer.id,
    reference: request.reference,
    status: 'pending_payment',
    placedAt,
    expiresAt: request.expiresAt,
    ...amounts,
    address: withoutNul(request.address),
    fapiao: withoutNul(request.fapiao),
    remark: withoutNul(request.remark),
  })
  return id
}

function orderLine(orderId: string, position: number, { quantity }: PurchaseItem, goods: Goods) {
  const { skuId, skuCode, productId, name, options, picture, price } = goods
  return { orderId, position, skuId, skuCode, productId, name, options, picture, unitPrice: price, quantity }
}
