import {
  type GoodsLine,
  type Locale,
  lineStatus,
  type Place,
  type Stock,
  type StorePickup,
  stockOf,
  storePickup,
} from '@xiaopu/commerce'
import { sql } from 'drizzle-orm'
import type { Sql } from '../database/database'
import type { LocalText } from '../tables/schema'
import { at, FIRST_PICTURE, FULLEST_SHELF, type PictureRow, pictureOf, rowsOf } from './rows'
import type { Shop } from './settings'
import { inLocale } from './text'

/** A SKU in words and figures of now. */
export interface Goods {
  skuId: string
  skuCode: string
  productId: string
  name: string
  options: string[]
  picture: GoodsLine['picture']
  price: number
  compareAt: number | null
  onSale: boolean
  stock: Stock
  /** The most one order may take by the shop's limit, whatever the stock. */
  limit: number
  maxQuantity: number
  pickup: StorePickup | null
  /** Of one piece; null: nobody has weighed it. */
  grams: number | null
  freeShipping: boolean
  notDeliveredTo: Place[]
}

interface GoodsRow {
  id: string
  code: string
  product_id: string
  name: LocalText
  options: LocalText[] | null
  picture: PictureRow | null
  price: string | number
  compare_at: string | number | null
  on_sale: boolean
  available: number
  in_one_store: number
  max_per_order: number | null
  grams: number | null
  free_shipping: boolean
  not_delivered_to: Place[]
}

/** Those of the SKUs that exist, by id: on sale or not, in stock or not. The stock is the warehouse's, or that store's. */
export async function findGoods(
  db: Sql,
  shop: Shop,
  locale: Locale,
  skuIds: readonly string[],
  storeId: string | null = null,
): Promise<Map<string, Goods>> {
  if (skuIds.length === 0) return new Map()
  const onShelf = sql`coalesce((
      select shelf.on_hand - shelf.reserved from commerce.store_stock shelf
      where shelf.store_id = ${storeId} and shelf.sku_id = s.id), 0)`
  const found = await rowsOf<GoodsRow>(
    db,
    sql`
    select s.id, s.code, s.product_id, p.name, s.price, s.compare_at, s.max_per_order,
      s.grams, p.free_shipping, p.not_delivered_to,
      ${storeId === null ? sql`s.on_hand - s.reserved` : onShelf} as available, ${FULLEST_SHELF} as in_one_store,
      s.on_sale and p.on_sale and p.published_at <= ${at(shop.clock())} as on_sale,
      coalesce((select to_jsonb(own) from commerce.pictures own where own.source = s.picture), ${FIRST_PICTURE}) as picture,
      (select jsonb_agg(v.name order by o.position)
        from commerce.sku_option_values chosen
        join commerce.product_options o on o.id = chosen.option_id
        join commerce.option_values v on v.id = chosen.value_id
        where chosen.sku_id = s.id) as options
    from commerce.skus s join commerce.products p on p.id = s.product_id
    where s.id in ${[...new Set(skuIds)]}`,
  )
  return new Map(found.map((row) => [row.id, goodsOf(row, shop, locale)]))
}

function goodsOf(row: GoodsRow, { rules }: Shop, locale: Locale): Goods {
  const name = inLocale(row.name, locale)
  const limit = row.max_per_order ?? rules.maxPerOrder
  return {
    skuId: row.id,
    skuCode: row.code,
    productId: row.product_id,
    name,
    options: (row.options ?? []).map((value) => inLocale(value, locale)),
    picture: pictureOf(row.picture, name),
    price: Number(row.price),
    compareAt: row.compare_at === null ? null : Number(row.compare_at),
    onSale: row.on_sale,
    stock: stockOf(row.available, rules.lowStockAt),
    limit,
    maxQuantity: row.on_sale ? Math.min(row.available, limit) : 0,
    pickup: row.on_sale ? storePickup(row.in_one_store, limit) : null,
    grams: row.grams,
    freeShipping: row.free_shipping,
    notDeliveredTo: row.not_delivered_to,
  }
}

/** How `quantity` pieces of it stand now. More than one order may take is `insufficient`, too. */
export function statusOf(goods: Goods, quantity: number): GoodsLine['status'] {
  if (!goods.onSale) return 'off_sale'
  const status = lineStatus(goods.stock, quantity)
  return status !== 'sold_out' && quantity > goods.limit ? 'insufficient' : status
}

export function goodsLine(goods: Goods, quantity: number): GoodsLine {
  const status = statusOf(goods, quantity)
  return {
    productId: goods.productId,
    skuId: goods.skuId,
    name: goods.name,
    options: goods.options,
    picture: goods.picture,
    unitPrice: goods.price,
    compareAt: goods.compareAt,
    quantity,
    status,
    available: status === 'insufficient' ? goods.maxQuantity : goods.stock.available,
    maxQuantity: goods.maxQuantity,
    pickup: goods.pickup,
  }
}

/** A SKU nobody knows (any more), as a line. */
export function unknownLine(skuId: string, quantity: number): GoodsLine {
  return {
    productId: '',
    skuId,
    name: '',
    options: [],
    picture: null,
    unitPrice: 0,
    compareAt: null,
    quantity,
    status: 'off_sale',
    available: null,
    maxQuantity: 0,
    pickup: null,
  }
}
