import { type StockedProduct, type StockedSku, stockCatalogue } from './catalogue'

export interface Stocked {
  product: StockedProduct
  sku: StockedSku
}

/** What is on the shelves, and how many of it. */
export function createStockroom() {
  const products = stockCatalogue()
  const find = (skuId: string): Stocked | undefined => {
    for (const product of products) for (const sku of product.skus) if (sku.id === skuId) return { product, sku }
    return undefined
  }
  return {
    products,
    find,
    /** For ids a test wrote itself. @throws {Error} naming those there are */
    skuOf(skuId: string): StockedSku {
      const found = find(skuId)
      if (found) return found.sku
      const there = products.flatMap(({ skus }) => skus.map(({ id }) => id))
      throw new Error(`no SKU ${skuId}; there are ${there.join(', ')}`)
    },
  }
}

export type Stockroom = ReturnType<typeof createStockroom>
