import {
  type Address,
  canBuy,
  type DeliveryEstimate,
  type DeliveryPort,
  type Destination,
  type GoodsLine,
  isAmong,
  type MerchantPort,
  type ParcelLine,
  type ShippingRules,
  shippingFee,
} from '@xiaopu/commerce'
import { and, asc, eq } from 'drizzle-orm'
import type { Sql } from '../database/database'
import { shippingRules, skus } from '../tables'
import { findGoods, type Goods } from './goods'
import type { Shop } from './settings'

/** The template in force. */
export async function rulesNow(db: Sql, { rules }: Shop): Promise<ShippingRules> {
  const [row] = await db.select({ rules: shippingRules.rules }).from(shippingRules)
  return row?.rules ?? rules.shipping
}

/** The template as the merchant sees and changes it. */
export function shippingDesk(db: Sql, shop: Shop): Pick<MerchantPort, 'shippingRules' | 'putShippingRules'> {
  return {
    shippingRules: () => rulesNow(db, shop),

    async putShippingRules(rules) {
      const row = { rules, changedAt: shop.clock() }
      await db.insert(shippingRules).values(row).onConflictDoUpdate({ target: shippingRules.only, set: row })
    },
  }
}

/** The goods of the lines as a carrier sees them. */
export const parcelOf = (lines: readonly GoodsLine[], goods: ReadonlyMap<string, Goods>): ParcelLine[] =>
  lines.map(({ skuId, unitPrice, quantity }) => {
    const { grams, freeShipping } = goods.get(skuId)!
    return { unitPrice, quantity, grams, freeShipping }
  })

/**
 * Lines that could be bought and are not sent to the address are marked. Where nothing is sent there at all none is: then the
 * address is the problem, and not the goods.
 */
export function separated(
  lines: GoodsLine[],
  goods: ReadonlyMap<string, Goods>,
  address: Pick<Address, 'province' | 'city'> | null,
  rules: ShippingRules,
): GoodsLine[] {
  if (!address || isAmong(rules.undeliverable, address)) return lines
  return lines.map((line) =>
    canBuy(line.status) && isAmong(goods.get(line.skuId)!.notDeliveredTo, address)
      ? { ...line, status: 'undeliverable' }
      : line,
  )
}

export function deliveryPort(db: Sql, shop: Shop): DeliveryPort {
  return {
    async promises() {
      const { freeFrom } = await rulesNow(db, shop)
      return { freeShippingFrom: freeFrom, shipsWithinHours: shop.rules.shipsWithinHours }
    },

    async estimate({ locale }, { productId, skuId }, destination) {
      const own = await db
        .select({ id: skus.id })
        .from(skus)
        .where(and(eq(skus.productId, productId), eq(skus.onSale, true)))
        .orderBy(asc(skus.position), asc(skus.id))
      const ids = own.map(({ id }) => id)
      const found = await findGoods(db, shop, locale, ids)
      const onSale = ids.map((id) => found.get(id)!).filter((goods) => goods.onSale)
      if (onSale.length === 0) return null
      const rules = await rulesNow(db, shop)
      const chosen = onSale.filter((goods) => goods.skuId === skuId)
      return cheapest((chosen.length > 0 ? chosen : onSale).map((goods) => estimateOf(goods, destination, rules)))
    },
  }
}

function estimateOf(goods: Goods, destination: Destination, rules: ShippingRules): DeliveryEstimate {
  const { price, grams, freeShipping, notDeliveredTo } = goods
  const sent = shippingFee([{ unitPrice: price, quantity: 1, grams, freeShipping }], destination, rules)
  if (!sent.ok) return { ok: false, because: 'shop' }
  if (isAmong(notDeliveredTo, destination)) return { ok: false, because: 'goods' }
  return { ok: true, fee: sent.fee, terms: sent.terms }
}

function cheapest(estimates: DeliveryEstimate[]): DeliveryEstimate {
  const feeOf = (estimate: DeliveryEstimate) => (estimate.ok ? (estimate.fee ?? 0) : Number.POSITIVE_INFINITY)
  return estimates.reduce((least, estimate) => (feeOf(estimate) < feeOf(least) ? estimate : least))
}
