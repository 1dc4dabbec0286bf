import type { Context, Fen, Page, Picture, Video } from './values'

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
  /** Nothing of it can be sent, and a store has some; see `Sku.pickup`. */
  pickupOnly: boolean
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
  /** What can be sent. */
  stock: Stock
  /** The most one order may take now: stock, and the shop's limit. */
  maxQuantity: number
  /** What can be picked up; null where no store has it, or the capability `pickupOnlyGoods` is not there. */
  pickup: StorePickup | null
  picture: Picture | null
}

/** Of one store, the one that has most of it: an order is picked up in one place. */
export interface StorePickup {
  available: number
  /** The most one order may take of that: what the store has, and the shop's limit. */
  maxQuantity: number
}

export interface Product extends ProductSummary {
  /** Plain text; blank lines separate paragraphs. */
  description: string
  /** Stands before the pictures. Only what a phone can play: a page of a video site is none. */
  video: Video | null
  pictures: Picture[]
  /** `colour`: `#rrggbb` where the value is one. */
  options: {
    id: string
    name: string
    values: { id: string; name: string; picture: Picture | null; colour: string | null }[]
  }[]
  skus: Sku[]
  categoryIds: string[]
}

export type ProductSort = 'relevance' | 'newest' | 'price_asc' | 'price_desc' | 'sales'
export interface ProductQuery {
  categoryId?: string
  words?: string
  /** Any of the values of each facet, by the ids a list came with. An unknown facet or value leads to nothing. */
  facets?: Record<string, string[]>
  priceFrom?: Fen
  priceTo?: Fen
  /** Only asked for where the capability `stockFilter` says that it can be. */
  inStock?: boolean
  sort: ProductSort
  cursor?: string
  limit: number
}

/** `count`: products it leads to, by the choices in the other facets and not its own. */
export type Facet =
  | {
      kind: 'choice'
      id: string
      name: string
      values: { id: string; name: string; count: number; colour: string | null }[]
    }
  | { kind: 'price'; lowest: Fen; highest: Fen }
  | { kind: 'in_stock' }

/** `facets` come with the first page; on the others they are empty. */
export type ProductList = Page<ProductSummary> & { facets: Facet[] }

export interface CatalogPort {
  categories(context: Context): Promise<Category[]>
  /** null: no such category. A cursor that this back end did not make starts from the top. */
  products(context: Context, query: ProductQuery): Promise<ProductList | null>
  /** null: unknown, or not on sale. */
  product(context: Context, productId: string): Promise<Product | null>
  /** What else may be liked, never itself; the merchant's own choice first. null: unknown, or not on sale. */
  related(context: Context, productId: string, limit: number): Promise<ProductSummary[] | null>
  /** Those of the ids that are on sale, in the order asked. */
  summaries(context: Context, productIds: string[]): Promise<ProductSummary[]>
}
