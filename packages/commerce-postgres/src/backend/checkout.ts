import { type CheckoutPort, canBuy, type PurchaseItem, type Quote } from '@xiaopu/commerce'
import type { Sql } from '../database/database'
import { findGoods, goodsLine, unknownLine } from './goods'
import { placeOrder } from './place-order'
import { priceOf } from './price'
import type { Shop } from './settings'
import { rulesNow, separated } from './shipping'

export function checkoutPort(db: Sql, shop: Shop): CheckoutPort {
  return {
    async quote(context, { items, address, coupon }): Promise<Quote> {
      const wanted = joined(items)
      const goods = await findGoods(
        db,
        shop,
        context.locale,
        wanted.map(({ skuId }) => skuId),
      )
      const rules = await rulesNow(db, shop)
      const wantedLines = wanted.map(({ skuId, quantity }) => {
        const found = goods.get(skuId)
        return found ? goodsLine(found, quantity) : unknownLine(skuId, quantity)
      })
      const lines = separated(wantedLines, goods, address, rules)
      const bought = lines.filter(({ status }) => canBuy(status))
      const priced = { lines: bought, goods, rules, address, coupon }
      const { deliverable, ...price } = await priceOf(db, shop, context, priced, { hold: false })
      const problems: Quote['problems'] = []
      if (wanted.length === 0) problems.push('nothing_to_buy')
      if (lines.some(({ status }) => !canBuy(status) && status !== 'undeliverable')) problems.push('lines_unavailable')
      if (lines.some(({ status }) => status === 'undeliverable')) problems.push('lines_undeliverable')
      if (address === null) problems.push('address_required')
      if (!deliverable) problems.push('address_undeliverable')
      return { lines, ...price, problems }
    },

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
