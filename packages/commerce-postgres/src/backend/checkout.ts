import {
  type CheckoutPort,
  canBuy,
  canPickUpAt,
  lineProblems,
  type PurchaseItem,
  type Quote,
  type QuoteRequest,
  type ShopperContext,
} from '@xiaopu/commerce'
import type { Sql } from '../database/database'
import { fitCoupons, stackableOf } from './coupons'
import { findGoods, goodsLine, unknownLine } from './goods'
import { placeOrder } from './place-order'
import { priceOf } from './price'
import type { Shop } from './settings'
import { rulesNow, separated } from './shipping'
import { storesPort } from './stores'

export function checkoutPort(db: Sql, shop: Shop): CheckoutPort {
  const stores = storesPort(db)
  /** What is asked for, as it stands where it comes from. */
  async function standing(context: ShopperContext, { items, address, pickup }: QuoteRequest) {
    const wanted = joined(items)
    const goods = await findGoods(
      db,
      shop,
      context.locale,
      wanted.map(({ skuId }) => skuId),
      pickup?.storeId,
    )
    const rules = await rulesNow(db, shop)
    const wantedLines = wanted.map(({ skuId, quantity }) => {
      const found = goods.get(skuId)
      return found ? goodsLine(found, quantity) : unknownLine(skuId, quantity)
    })
    const destination = pickup ? null : address
    const lines = separated(wantedLines, goods, destination, rules)
    return { lines, bought: lines.filter(({ status }) => canBuy(status)), goods, rules, destination }
  }

  return {
    async quote(context, request): Promise<Quote> {
      const { address, pickup, coupons } = request
      const { lines, bought, goods, rules, destination } = await standing(context, request)
      const priced = { lines: bought, goods, rules, address: destination, pickup, coupons }
      const { deliverable, discounts: _, ...price } = await priceOf(db, shop, context, priced, { hold: false })
      const problems: Quote['problems'] = []
      if (lines.length === 0) problems.push('nothing_to_buy')
      problems.push(...lineProblems(lines, pickup))
      if (pickup && !canPickUpAt(await stores.get(context, pickup.storeId))) problems.push('store_unavailable')
      if (address === null && !pickup) problems.push('address_required')
      if (!deliverable) problems.push('address_undeliverable')
      return { lines, ...price, problems }
    },

    async fitCoupons(context, request) {
      const { bought } = await standing(context, request)
      return fitCoupons(db, shop, context, request.coupons, bought)
    },

    stackableOf: (codes) => stackableOf(db, codes),

    place: (context, request) => placeOrder(db, shop, context, { ...request, items: joined(request.items) }),
  }
}

/** One item per SKU: the same SKU asked for twice is asked for once, with both quantities. */
function joined(items: PurchaseItem[]): PurchaseItem[] {
  const quantities = new Map<string, number>()
  for (const { skuId, quantity } of items) {
    if (!Number.isSafeInteger(quantity) || quantity < 1) throw new RangeError(`Not a number of pieces: ${quantity}`)
    quantities.set(skuId, (quantities.get(skuId) ?? 0) + quantity)
  }
  return [...quantities].map(([skuId, quantity]) => ({ skuId, quantity }))
}
