import { type Context, type Product, type Sku, stockOf, storePickup } from '@xiaopu/commerce'
import { sql } from 'drizzle-orm'
import type { Sql } from '../database/database'
import type { LocalText } from '../tables/schema'
import { productSummaries } from './product-list'
import { FULLEST_SHELF, type PictureRow, pictureOf, rowsOf, type VideoRow, videoOf } from './rows'
import type { Shop } from './settings'
import { inLocale } from './text'

interface DetailRow {
  description: LocalText
  video: VideoRow | null
  poster: PictureRow | null
  pictures: PictureRow[] | null
  options:
    | {
        id: string
        name: LocalText
        values: { id: string; name: LocalText; colour: string | null; picture: PictureRow | null }[]
      }[]
    | null
  category_ids: string[] | null
}
interface SkuRow {
  id: string
  code: string
  price: string | number
  compare_at: string | number | null
  available: number
  in_one_store: number
  max_per_order: number | null
  picture: PictureRow | null
  option_value_ids: string[] | null
}

/** The whole product with the SKUs that are on sale; null when it is unknown or not on sale. */
export async function productDetail(db: Sql, shop: Shop, context: Context, productId: string): Promise<Product | null> {
  const [summary] = await productSummaries(db, shop, context, [productId])
  if (!summary) return null
  const [[detail], skus] = await Promise.all([findDetail(db, productId), findSkus(db, productId)])
  const local = (text: LocalText) => inLocale(text, context.locale)
  return {
    ...summary,
    description: local(detail!.description),
    video: videoOf(detail!.video, pictureOf(detail!.poster, summary.name)),
    pictures: (detail!.pictures ?? []).flatMap((picture) => pictureOf(picture, summary.name) ?? []),
    options: (detail!.options ?? []).map(({ id, name, values }) => ({
      id,
      name: local(name),
      values: values.map((value) => ({
        id: value.id,
        name: local(value.name),
        picture: pictureOf(value.picture, `${summary.name} ${local(value.name)}`),
        colour: value.colour,
      })),
    })),
    skus: skus.map((row) => skuOf(row, shop, summary.name)),
    categoryIds: detail!.category_ids ?? [],
  }
}

/** An option value wears the picture of the first SKU that has it and a picture of its own. */
function findDetail(db: Sql, productId: string): Promise<DetailRow[]> {
  return rowsOf<DetailRow>(
    db,
    sql`
    select p.description, (select jsonb_agg(to_jsonb(photo) order by shown.position) from commerce.product_pictures shown
        join commerce.pictures photo on photo.source = shown.picture where shown.product_id = p.id) as pictures,
      (select to_jsonb(film) from commerce.videos film where film.source = p.video) as video,
      (select to_jsonb(photo) from commerce.pictures photo where photo.source = p.video_poster) as poster,
      (select jsonb_agg(member.category_id order by c.position) from commerce.product_categories member
        join commerce.categories c on c.id = member.category_id where member.product_id = p.id) as category_ids,
      (select jsonb_agg(jsonb_build_object('id', o.id, 'name', o.name, 'values', (
          select jsonb_agg(jsonb_build_object('id', v.id, 'name', v.name, 'colour', v.colour, 'picture', (
              select to_jsonb(photo) from commerce.sku_option_values chosen
              join commerce.skus s on s.id = chosen.sku_id and s.on_sale
              join commerce.pictures photo on photo.source = s.picture
              where chosen.value_id = v.id order by s.position limit 1)) order by v.position)
          from commerce.option_values v
          where v.option_id = o.id and exists (
            select from commerce.sku_option_values chosen join commerce.skus s on s.id = chosen.sku_id
            where chosen.value_id = v.id and s.on_sale)
        )) order by o.position)
        from commerce.product_options o where o.product_id = p.id and exists (
          select from commerce.sku_option_values chosen join commerce.skus s on s.id = chosen.sku_id
          where chosen.option_id = o.id and s.on_sale)) as options
    from commerce.products p where p.id = ${productId}`,
  )
}

function findSkus(db: Sql, productId: string): Promise<SkuRow[]> {
  return rowsOf<SkuRow>(
    db,
    sql`
    select s.id, s.code, s.price, s.compare_at, s.on_hand - s.reserved as available, ${FULLEST_SHELF} as in_one_store, s.max_per_order,
      (select to_jsonb(photo) from commerce.pictures photo where photo.source = s.picture) as picture,
      (select jsonb_agg(chosen.value_id order by o.position) from commerce.sku_option_values chosen
        join commerce.product_options o on o.id = chosen.option_id where chosen.sku_id = s.id) as option_value_ids
    from commerce.skus s where s.product_id = ${productId} and s.on_sale order by s.position, s.id`,
  )
}

function skuOf(row: SkuRow, { rules }: Shop, productName: string): Sku {
  const limit = row.max_per_order ?? rules.maxPerOrder
  return {
    id: row.id,
    code: row.code,
    optionValueIds: row.option_value_ids ?? [],
    price: Number(row.price),
    compareAt: row.compare_at === null ? null : Number(row.compare_at),
    stock: stockOf(row.available, rules.lowStockAt),
    maxQuantity: Math.min(row.available, limit),
    pickup: storePickup(row.in_one_store, limit),
    picture: pictureOf(row.picture, productName),
  }
}
