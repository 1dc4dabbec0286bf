import { randomUUID } from 'node:crypto'
import type { Cart, CartChange, CartPort, GoodsProblem, ShopperContext } from '@xiaopu/commerce'
import { and, count, desc, eq, inArray } from 'drizzle-orm'
import type { Sql } from '../database/database'
import { cartLines, carts } from '../tables'
import { findGoods, goodsLine } from './goods'
import type { Shop } from './settings'
import { inTransaction } from './transaction'

export function cartPort(db: Sql, shop: Shop): CartPort {
  /** Runs `change` while no other change of this shopper's cart runs, and answers with the cart as it is then. */
  const changing = (
    context: ShopperContext,
    change: (transaction: Sql) => Promise<GoodsProblem | undefined>,
  ): Promise<CartChange> =>
    inTransaction(db, async (transaction) => {
      await lockCart(transaction, shop, context.customer.id)
      const problem = await change(transaction)
      if (problem) return { ok: false, problem }
      return { ok: true, cart: await readCart(transaction, shop, context) }
    })

  return {
    get: (context) => readCart(db, shop, context),

    add(context, { skuId, quantity, pickup = false }) {
      mustBePieces(quantity)
      return changing(context, async (transaction) => {
        const existing = await findLine(transaction, context, eq(cartLines.skuId, skuId))
        const wanted = (existing?.quantity ?? 0) + quantity
        const problem = await problemWith(transaction, shop, context, skuId, wanted, pickup)
        if (problem) return problem
        if (existing) return setLine(transaction, existing.id, wanted)
        if ((await countLines(transaction, context)) >= shop.rules.maxCartLines) {
          return { code: 'cart_full', skuId, available: null }
        }
        await transaction
          .insert(cartLines)
          .values({ id: randomUUID(), customerId: context.customer.id, skuId, quantity: wanted })
      })
    },

    setQuantity(context, lineId, quantity) {
      mustBePieces(quantity)
      return changing(context, async (transaction) => {
        const line = await findLine(transaction, context, eq(cartLines.id, lineId))
        if (!line) return NO_SUCH_LINE
        const problem = await problemWith(transaction, shop, context, line.skuId, quantity)
        return problem ?? setLine(transaction, line.id, quantity)
      })
    },

    changeSku(context, lineId, skuId) {
      return changing(context, async (transaction) => {
        const line = await findLine(transaction, context, eq(cartLines.id, lineId))
        if (!line) return NO_SUCH_LINE
        if (line.skuId === skuId) return
        const other = await findLine(transaction, context, eq(cartLines.skuId, skuId))
        const wanted = line.quantity + (other?.quantity ?? 0)
        const problem = await problemWith(transaction, shop, context, skuId, wanted)
        if (problem) return problem
        if (!other) {
          await transaction.update(cartLines).set({ skuId }).where(eq(cartLines.id, line.id))
          return
        }
        await transaction.delete(cartLines).where(eq(cartLines.id, line.id))
        return setLine(transaction, other.id, wanted)
      })
    },

    async remove(context, lineIds) {
      if (lineIds.length > 0) await removeLines(db, context, lineIds)
      return readCart(db, shop, context)
    },
  }
}

/** Takes the shopper's own lines out of their cart; ids that are not there are passed over. */
export async function removeLines(db: Sql, context: ShopperContext, lineIds: string[]): Promise<void> {
  if (lineIds.length === 0) return
  await db.delete(cartLines).where(and(eq(cartLines.customerId, context.customer.id), inArray(cartLines.id, lineIds)))
}

const NO_SUCH_LINE: GoodsProblem = { code: 'not_found', skuId: null, available: null }

/**
 * What stands in the way of having `wanted` pieces in the cart.
 * @param pickup whether what stores alone still have may be picked up there
 */
async function problemWith(
  db: Sql,
  shop: Shop,
  context: ShopperContext,
  skuId: string,
  wanted: number,
  pickup = true,
): Promise<GoodsProblem | undefined> {
  const goods = (await findGoods(db, shop, context.locale, [skuId])).get(skuId)
  if (!goods) return { code: 'not_found', skuId, available: null }
  if (!goods.onSale) return { code: 'off_sale', skuId, available: null }
  const { available, maxQuantity } =
    pickup && goods.pickup && goods.stock.status === 'sold_out'
      ? goods.pickup
      : { ...goods.stock, maxQuantity: goods.maxQuantity }
  if (wanted <= maxQuantity) return undefined
  const tooFew = available !== null && wanted > available && maxQuantity < goods.limit
  return { code: tooFew ? 'out_of_stock' : 'quantity_limit', skuId, available: maxQuantity }
}

/** From here on nobody else changes what is this shopper's. */
export async function lockCart(db: Sql, shop: Shop, customerId: string): Promise<void> {
  await db.insert(carts).values({ customerId, createdAt: shop.clock() }).onConflictDoNothing()
  await db.select().from(carts).where(eq(carts.customerId, customerId)).for('no key update')
}

async function readCart(db: Sql, shop: Shop, context: ShopperContext): Promise<Cart> {
  const lines = await db
    .select()
    .from(cartLines)
    .where(eq(cartLines.customerId, context.customer.id))
    .orderBy(desc(cartLines.position))
  const goods = await findGoods(
    db,
    shop,
    context.locale,
    lines.map(({ skuId }) => skuId),
  )
  // A SKU is never deleted, so that every line finds its goods.
  return { lines: lines.map((line) => ({ id: line.id, ...goodsLine(goods.get(line.skuId)!, line.quantity) })) }
}

async function findLine(db: Sql, context: ShopperContext, which: ReturnType<typeof eq>) {
  const [line] = await db
    .select()
    .from(cartLines)
    .where(and(eq(cartLines.customerId, context.customer.id), which))
  return line
}

async function setLine(db: Sql, lineId: string, quantity: number): Promise<undefined> {
  await db.update(cartLines).set({ quantity }).where(eq(cartLines.id, lineId))
}

async function countLines(db: Sql, context: ShopperContext): Promise<number> {
  const [row] = await db.select({ lines: count() }).from(cartLines).where(eq(cartLines.customerId, context.customer.id))
  return row!.lines
}

/** The edge refuses other quantities from clients: one that comes this far is a bug. */
function mustBePieces(quantity: number): void {
  if (!Number.isSafeInteger(quantity) || quantity < 1) throw new RangeError(`Not a number of pieces: ${quantity}`)
}
