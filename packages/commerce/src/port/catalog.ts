import type { Context, Fen, Page, Picture } from './values'

export interface Category {
  id: string
  name: string
  picture: Picture | null
  /** Products on sale in it and below it. */
  productCount: number
  children: Category[]
}

/** `available` is null where the back end tells only in stock or not (Magento without a threshold). */
export interface Stock {
  status: 'in_stock' | 'low_stock' | 'sold_out'
  available: number | null
}

export interface ProductSummary {
  id: string
  name: string
  subtitle: string
  picture: Picture | null
  price: { from: Fen; to: Fen; compareAt: Fen | null }
  /** Put on sale in the last 30 days. */
  isNew: boolean
  stock: Stock
  /** null where the back end does not count sales. */
  soldCount: number | null
}

export interface Sku {
  /** Opaque. Enough for the back end to find the SKU again, also years later on an order. */
  id: string
  code: string
  /** One value of each of the product's options, in their order. */
  optionValueIds: string[]
  price: Fen
  compareAt: Fen | null
  stock: Stock
  /** The most one order may take now: stock, and the shop's limit. */
  maxQuantity: number
  picture: Picture | null
}

export interface Product extends ProductSummary {
  /** Plain text; blank lines separate paragraphs. */
  description: string
  pictures: Picture[]
  options: { id: string; name: string; values: { id: string; name: string; picture: Picture | null }[] }[]
  skus: Sku[]
  categoryIds: string[]
}

export type ProductSort = 'relevance' | 'newest' | 'price_asc' | 'price_desc' | 'sales'
export interface ProductQuery {
  categoryId?: string
  words?: string
  sort: ProductSort
  cursor?: string
  limit: number
}

export interface CatalogPort {
  categories(context: Context): Promise<Category[]>
  /** null: no such category. A cursor that this back end did not make starts from the top. */
  products(context: Context, query: ProductQuery): Promise<Page<ProductSummary> | null>
  /** null: unknown, or not on sale. */
  product(context: Context, productId: string): Promise<Product | null>
  /** Those of the ids that are on sale, in the order asked. */
  summaries(context: Context, productIds: string[]): Promise<ProductSummary[]>
}
