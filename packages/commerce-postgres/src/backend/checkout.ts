import { type CheckoutPort, canBuy, type PurchaseItem, type Quote, shippingFee, totals } from '@xiaopu/commerce'
import type { Sql } from '../database/database'
import { findGoods, goodsLine, unknownLine } from './goods'
import { placeOrder } from './place-order'
import type { Shop } from './settings'

export function checkoutPort(db: Sql, shop: Shop): CheckoutPort {
  return {
    async quote(context, { items, address }): Promise<Quote> {
      const wanted = joined(items)
      const goods = await findGoods(
        db,
        shop,
        context.locale,
        wanted.map(({ skuId }) => skuId),
      )
      const lines = wanted.map(({ skuId, quantity }) => {
        const found = goods.get(skuId)
        return found ? goodsLine(found, quantity) : unknownLine(skuId, quantity)
      })
      const bought = lines.filter(({ status }) => canBuy(status))
      const { goods: worth } = totals(bought, 0)
      const shipping = shippingFee(worth, address, shop.rules.shipping)
      const problems: Quote['problems'] = []
      if (wanted.length === 0) problems.push('nothing_to_buy')
      if (bought.length < lines.length) problems.push('lines_unavailable')
      if (address === null) problems.push('address_required')
      if (!shipping.ok) problems.push('address_undeliverable')
      return { lines, amounts: totals(bought, shipping.ok ? shipping.fee : 0), problems }
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
