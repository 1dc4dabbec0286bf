import { randomUUID } from 'node:crypto'
import {
  type Amounts,
  canBuy,
  canPickUpAt,
  destinationOf,
  linesRefusal,
  type OrderPickup,
  type OrderRequest,
  type PlacedOrder,
  type PurchaseItem,
  pickupAt,
  refusedLine,
  type ShopperContext,
} from '@xiaopu/commerce'
import { and, eq } from 'drizzle-orm'
import type { Sql } from '../database/database'
import { codeOf } from '../database/errors'
import { orderLines, orders } from '../tables'
import { lockCart, removeLines } from './carts'
import { redeem } from './coupons'
import { findGoods, type Goods, goodsLine, unknownLine } from './goods'
import { orderNumber } from './order-number'
import { findOrder } from './order-rows'
import { tell } from './outbox'
import { priceOf } from './price'
import type { Shop } from './settings'
import { rulesNow, separated } from './shipping'
import { lockShelves, lockSkus, placeOf, reserve } from './stock'
import { storesPort } from './stores'
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

  const pickup = await pickupOf(db, context, request)
  if (request.pickup && !pickup) return { ok: false, problem: 'store_unavailable' }

  const goods = await findGoods(
    db,
    shop,
    context.locale,
    request.items.map(({ skuId }) => skuId),
    pickup?.store.id,
  )
  const rules = await rulesNow(db, shop)
  const wanted = request.items.map(({ skuId, quantity }) => {
    const found = goods.get(skuId)
    return found ? goodsLine(found, quantity) : unknownLine(skuId, quantity)
  })
  const address = pickup ? null : request.address
  const lines = separated(wanted, goods, address, rules)
  const refused = lines.filter(({ status }) => !canBuy(status))
  if (refused.length > 0) {
    return { ok: false, problem: linesRefusal(refused, pickup), lines: refused.map(refusedLine) }
  }
  // Two orders of one shopper wait for each other, so that both cannot be the first one.
  if (request.coupons?.length) await lockCart(db, shop, context.customer.id)
  const { amounts, deliverable, coupons, discounts } = await priceOf(
    db,
    shop,
    context,
    { lines, goods, rules, address, pickup, coupons: request.coupons },
    { hold: true },
  )
  if (!deliverable) return { ok: false, problem: 'address_undeliverable' }
  if (amounts.total !== request.expectedTotal) return { ok: false, problem: 'price_changed' }

  await reserve(db, request.items, placeOf(pickup))
  const id = await insertOrder(db, shop, context, { ...request, pickup }, amounts)
  await db.insert(orderLines).values(
    request.items.map((item, index) => ({
      ...orderLine(id, index, item, goods.get(item.skuId)!),
      discount: discounts[index]!,
    })),
  )
  await redeem(db, context, id, coupons)
  await tell(db, shop, { type: 'order.placed', orderId: id })
  await removeLines(db, context, request.cartLineIds)
  return { ok: true, order: (await findOrder(db, eq(orders.id, id)))!, replayed: false }
}

/** The store, its shelves held like the SKUs' rows; null: a parcel, or nothing can be picked up there. */
async function pickupOf(
  db: Sql,
  context: ShopperContext,
  { pickup, items }: OrderRequest,
): Promise<OrderPickup | null> {
  if (!pickup) return null
  const store = await storesPort(db).get(context, pickup.storeId)
  if (!canPickUpAt(store)) return null
  await lockShelves(
    db,
    items.map(({ skuId }) => skuId),
    store.id,
  )
  return pickupAt(store, pickup)
}

async function insertOrder(
  db: Sql,
  shop: Shop,
  context: ShopperContext,
  request: Omit<OrderRequest, 'pickup'> & { pickup: OrderPickup | null },
  amounts: Amounts,
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
    address: withoutNul(destinationOf(request, request.pickup)),
    pickup: request.pickup && withoutNul(keptOf(request.pickup)),
    fapiao: withoutNul(request.fapiao),
    remark: withoutNul(request.remark),
  })
  return id
}

function orderLine(orderId: string, position: number, { quantity }: PurchaseItem, goods: Goods) {
  const { skuId, skuCode, productId, name, options, picture, price } = goods
  return { orderId, position, skuId, skuCode, productId, name, options, picture, unitPrice: price, quantity }
}

const keptOf = ({ store, name, phone }: OrderPickup) => ({ store, name, phone })
