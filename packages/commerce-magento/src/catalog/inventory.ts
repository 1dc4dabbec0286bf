import { TILL_LOCALE } from '../shop'
import type { StoreViews } from '../store/store-views'
import { MagentoRefusal } from '../transport/errors'
import type { RestClient } from '../transport/rest'

export type Inventory = ReturnType<typeof createInventory>

/** Magento's inventory (MSI) through REST: the numbers its storefront keeps to itself before 2.4.8. */
export function createInventory({ rest, views }: { rest: RestClient; views: StoreViews }) {
  let stockId: number | null | undefined

  /** Pieces that can be sold now; null: this Magento manages no such stock, or does not say. */
  async function salable(sku: string): Promise<number | null> {
    try {
      const stock = await ofWebsite()
      if (stock === null) return null
      return await rest.get<number>(`inventory/get-product-salable-quantity/${encodeURIComponent(sku)}/${stock}`)
    } catch (error) {
      // Stock of this product is not managed, or our integration may not ask.
      if (error instanceof MagentoRefusal) return null
      throw error
    }
  }

  async function ofWebsite(): Promise<number | null> {
    if (stockId !== undefined) return stockId
    const { website } = await views.view(TILL_LOCALE)
    try {
      stockId = (await rest.get<{ stock_id: number }>(`inventory/stock-resolver/website/${website}`)).stock_id
    } catch (error) {
      if (!(error instanceof MagentoRefusal)) throw error
      stockId = null
    }
    return stockId
  }

  return { salable }
}
