import type { ShopApi } from './shop-api'

export interface ShelfProduct {
  id: string
  name: string
}
export interface ShelfSku {
  code: string
  options: string[]
  /** fen */
  price: number
  compareAt: number | null
  /** Pieces a shopper could order now; null where the back end does not tell. */
  available: number | null
}

interface Product {
  options: { values: { id: string; name: string }[] }[]
  skus: {
    code: string
    optionValueIds: string[]
    price: number
    compareAt: number | null
    stock: { available: number | null; status: string }
  }[]
}

const PRODUCTS_SHOWN = 5

/** What stands on the shelf, as any shopper can see it: the same on both back ends. */
export function createShelf(ask: ShopApi) {
  async function products(words: string, language: string): Promise<ShelfProduct[]> {
    const query = new URLSearchParams({ limit: String(PRODUCTS_SHOWN), ...(words && { q: words }) })
    const { items } = await ask<{ items: ShelfProduct[] }>('GET', `/v1/products?${query}`, { language })
    return items.map(({ id, name }) => ({ id, name }))
  }

  async function skus(productId: string, language: string): Promise<ShelfSku[]> {
    const product = await ask<Product>('GET', `/v1/products/${encodeURIComponent(productId)}`, { language })
    const names = new Map(product.options.flatMap(({ values }) => values.map(({ id, name }) => [id, name] as const)))
    return product.skus.map(({ code, optionValueIds, price, compareAt, stock }) => ({
      code,
      options: optionValueIds.map((id) => names.get(id) ?? id),
      price,
      compareAt,
      available: stock.status === 'sold_out' ? 0 : stock.available,
    }))
  }

  return { products, skus }
}

export type Shelf = ReturnType<typeof createShelf>
