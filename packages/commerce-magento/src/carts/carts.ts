import { randomUUID } from 'node:crypto'
import type { Cart, CartChange, CartPort, GoodsLine, GoodsProblem, ShopperContext } from '@xiaopu/commerce'
import type { Sql } from '@xiaopu/commerce-postgres/database'
import { and, count, desc, eq, inArray } from 'drizzle-orm'
import { type Goods, goneLine, goodsLine } from '../catalog/goods'
import type { Trade } from '../shop'
import { cartLines, carts } from '../tables'
import { MagentoRefusal } from '../transport/errors'

const NO_SUCH_LINE: GoodsProblem = { code: 'not_found', skuId: null, available: null }

/**
 * The carts shoppers see, kept by us: Magento would drop what it no longer sells without a word. Goods are looked up
 * before a change is begun, so that no transaction waits for Magento.
 */
export function cartPort(trade: Trade): CartPort {
  const { catalogue, clock, rules } = trade
  const { db } = trade.database

  /** Runs `change` while no other change of this shopper's cart runs. */
  async function changing(
    context: ShopperContext,
    change: (transaction: Sql) => Promise<GoodsProblem | undefined>,
  ): Promise<CartChange> {
    const customerId = context.customer.id
    const problem = await db.transaction(async (transaction) => {
      await transaction.insert(carts).values({ customerId, createdAt: clock() }).onConflictDoNothing()
      await transaction.select().from(carts).where(eq(carts.customerId, customerId)).for('no key update')
      return change(transaction)
    })
    return problem ? { ok: false, problem } : { ok: true, cart: await read(context) }
  }

  async function read(context: ShopperContext): Promise<Cart> {
    const mine = eq(cartLines.customerId, context.customer.id)
    const lines = await db.select().from(cartLines).where(mine).orderBy(desc(cartLines.position))
    const skuIds = lines.map(({ skuId }) => skuId)
    const goods = await catalogue.goods(context.locale, skuIds)
    return {
      lines: lines.map(({ id, skuId, quantity, remembered }) => {
        const found = goods.get(skuId)
        const known = remembered[context.locale] ?? Object.values(remembered)[0]
        return { id, ...(found ? goodsLine(found, quantity) : goneLine(skuId, quantity, known)) }
      }),
    }
  }

  /** A SKU Magento does not show was sold once (then it is off sale), or never was. */
  async function unknown(skuId: string): Promise<GoodsProblem> {
    return { code: (await isKnown(trade, skuId)) ? 'off_sale' : 'not_found', skuId, available: null }
  }

  return {
    get: read,

    async add(context, { skuId, quantity }) {
      mustBePieces(quantity)
      const goods = await catalogue.closely(context.locale, skuId)
      if (!goods) return { ok: false, problem: await unknown(skuId) }
      return changing(context, async (transaction) => {
        const existing = await findLine(transaction, context, eq(cartLines.skuId, skuId))
        const wanted = (existing?.quantity ?? 0) + quantity
        const problem = problemWith(goods, wanted)
        if (problem) return problem
        if (existing) return setLine(transaction, existing.id, { quantity: wanted })
        if ((await countLines(transaction, context)) >= rules.maxCartLines) {
          return { code: 'cart_full', skuId, available: null }
        }
        const remembered = { [context.locale]: goodsLine(goods, 1) }
        const customerId = context.customer.id
        await transaction
          .insert(cartLines)
          .values({ id: randomUUID(), customerId, skuId, quantity: wanted, remembered })
      })
    },

    async setQuantity(context, lineId, quantity) {
      mustBePieces(quantity)
      const line = await findLine(db, context, eq(cartLines.id, lineId))
      if (!line) return { ok: false, problem: NO_SUCH_LINE }
      const goods = await catalogue.closely(context.locale, line.skuId)
      if (!goods) return { ok: false, problem: { code: 'off_sale', skuId: line.skuId, available: null } }
      return changing(context, async (transaction) => {
        const now = await findLine(transaction, context, eq(cartLines.id, lineId))
        if (now?.skuId !== line.skuId) return NO_SUCH_LINE
        return problemWith(goods, quantity) ?? setLine(transaction, lineId, { quantity })
      })
    },

    async changeSku(context, lineId, skuId) {
      const goods = await catalogue.closely(context.locale, skuId)
      const problem = goods ? undefined : await unknown(skuId)
      return changing(context, async (transaction) => {
        const line = await findLine(transaction, context, eq(cartLines.id, lineId))
        if (!line) return NO_SUCH_LINE
        if (line.skuId === skuId) return
        if (!goods) return problem
        const other = await findLine(transaction, context, eq(cartLines.skuId, skuId))
        const wanted = line.quantity + (other?.quantity ?? 0)
        const refused = problemWith(goods, wanted)
        if (refused) return refused
        const remembered: Record<string, GoodsLine> = { [context.locale]: goodsLine(goods, 1) }
        if (!other) return setLine(transaction, line.id, { skuId, remembered })
        await transaction.delete(cartLines).where(eq(cartLines.id, line.id))
        return setLine(transaction, other.id, { quantity: wanted })
      })
    },

    async remove(context, lineIds) {
      await removeLines(db, context.customer.id, lineIds)
      return read(context)
    },
  }
}

/** Takes the shopper's own lines out of their cart; ids that are not there are passed over. */
export async function removeLines(db: Sql, customerId: string, lineIds: string[]): Promise<void> {
  if (lineIds.length === 0) return
  await db.delete(cartLines).where(and(eq(cartLines.customerId, customerId), inArray(cartLines.id, lineIds)))
}

/** Whether Magento has the SKU at all: its storefront keeps silent about what is disabled, its REST does not. */
async function isKnown({ ids, rest }: Trade, skuId: string): Promise<boolean> {
  const key = await ids.skuKey(skuId)
  if (key === null) return false
  try {
    await rest.get(`products/${encodeURIComponent(key.sku)}`)
    return true
  } catch (error) {
    if (error instanceof MagentoRefusal && error.category === 'no-such-entity') return false
    throw error
  }
}

/** What stands in the way of having `wanted` pieces in the cart. */
function problemWith(goods: Goods, wanted: number): GoodsProblem | undefined {
  const { skuId, stock, maxQuantity, limit, buyable } = goods
  if (!buyable) return { code: 'off_sale', skuId, available: null }
  if (wanted <= maxQuantity) return undefined
  const tooFew = stock.available !== null && wanted > stock.available && maxQuantity < limit
  return { code: tooFew ? 'out_of_stock' : 'quantity_limit', skuId, available: maxQuantity }
}

async function findLine(db: Sql, context: ShopperContext, which: ReturnType<typeof eq>) {
  const mine = eq(cartLines.customerId, context.customer.id)
  const [line] = await db.select().from(cartLines).where(and(mine, which))
  return line
}

async function setLine(
  db: Sql,
  lineId: string,
  change: Partial<Pick<typeof cartLines.$inferSelect, 'quantity' | 'skuId' | 'remembered'>>,
): Promise<undefined> {
  await db.update(cartLines).set(change).where(eq(cartLines.id, lineId))
}

async function countLines(db: Sql, context: ShopperContext): Promise<number> {
  const mine = eq(cartLines.customerId, context.customer.id)
  const [row] = await db.select({ lines: count() }).from(cartLines).where(mine)
  return row!.lines
}

/** The edge refuses other quantities from clients: one that comes this far is a bug. */
function mustBePieces(quantity: number): void {
  if (!Number.isSafeInteger(quantity) || quantity < 1) throw new RangeError(`Not a number of pieces: ${quantity}`)
}
