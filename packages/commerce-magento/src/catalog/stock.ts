import { type Locale, type Stock, stockOf } from '@xiaopu/commerce'
import { StockFlagsDocument, StockLevelsDocument } from '../operations/documents'
import type { StoreViews } from '../store/store-views'

/** What Magento says of one SKU's stock. */
export interface StockSaid {
  stock_status?: 'IN_STOCK' | 'OUT_OF_STOCK' | null
  /** Null above the merchant's threshold, and where there is none. */
  only_x_left_in_stock?: number | null
  /** Magento 2.4.8 and later. */
  quantity?: number | null
}

/** Sold out; few left; in stock, with a number where Magento tells one. Goods on backorder are in stock without one. */
export function stockFrom(said: StockSaid, lowAt: number): Stock {
  if (said.stock_status !== 'IN_STOCK') return { status: 'sold_out', available: 0 }
  const number = said.quantity ?? said.only_x_left_in_stock ?? null
  if (number === null || number < 1) return { status: 'in_stock', available: null }
  return stockOf(Math.floor(number), lowAt)
}

/** No SKU can be this: Magento trims them. */
const NOTHING = { skus: [' '], size: 1 }

export type StockDesk = ReturnType<typeof createStockDesk>

/** Stock as it is now: never cached. By numbers where Magento tells them (2.4.8), by flags elsewhere. */
export function createStockDesk(views: StoreViews) {
  let tells: 'unknown' | 'numbers' | 'flags' = 'unknown'

  /** Whether the store knows `quantity`: asked once, with a query that finds nothing. */
  async function probe(): Promise<'numbers' | 'flags'> {
    if (tells !== 'unknown') return tells
    try {
      await views.read('zh-CN', StockLevelsDocument, NOTHING)
      tells = 'numbers'
    } catch {
      // An older Magento refuses the field; so might a store that is down: then the plain query has to answer.
      await views.read('zh-CN', StockFlagsDocument, NOTHING)
      tells = 'flags'
    }
    return tells
  }

  /** By SKU, variants too; what Magento does not show is not in it. */
  async function levels(locale: Locale, skus: readonly string[]): Promise<Map<string, StockSaid>> {
    if (skus.length === 0) return new Map()
    const document = (await probe()) === 'numbers' ? StockLevelsDocument : StockFlagsDocument
    const { products } = await views.read(locale, document, { skus: [...skus], size: skus.length })
    const said = new Map<string, StockSaid>()
    for (const item of products?.items ?? []) {
      if (!item?.sku) continue
      said.set(item.sku, item)
      if (!('variants' in item)) continue
      for (const variant of item.variants ?? []) {
        if (variant?.product?.sku) said.set(variant.product.sku, variant.product)
      }
    }
    return said
  }

  return { levels, probe, exact: () => tells === 'numbers' }
}
