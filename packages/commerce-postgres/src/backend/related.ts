import type { Context, ProductSummary } from '@xiaopu/commerce'
import { sql } from 'drizzle-orm'
import type { Sql } from '../database/database'
import { FIGURES } from './product-conditions'
import { type SummaryRow, summaryColumns, summaryOf } from './product-list'
import { isListed, rowsOf } from './rows'
import type { Shop } from './settings'

/**
 * What the merchant says goes well with the product; then what is in a category with it and can be bought, the most
 * alike first (by the attributes they share), then the best sold.
 */
export async function relatedProducts(
  db: Sql,
  shop: Shop,
  context: Context,
  productId: string,
  limit: number,
): Promise<ProductSummary[] | null> {
  const now = shop.clock()
  const known = await rowsOf(db, sql`select from commerce.products p where p.id = ${productId} and ${isListed(now)}`)
  if (known.length === 0) return null
  const rows = await rowsOf<SummaryRow>(
    db,
    sql`
    select ${summaryColumns(shop)} from commerce.products p ${FIGURES}
    left join commerce.related_products chosen on chosen.product_id = ${productId} and chosen.related_id = p.id
    where p.id <> ${productId} and ${isListed(now)} and (chosen.position is not null or figures.available > 0)
      and p.id in (
        select related_id from commerce.related_products where product_id = ${productId}
        union select theirs.product_id from commerce.product_categories theirs
          join commerce.product_categories own using (category_id) where own.product_id = ${productId})
    order by chosen.position nulls last,
      (select count(*) from commerce.product_attribute_values theirs
        join commerce.product_attribute_values own using (attribute_id, value_id)
        where theirs.product_id = p.id and own.product_id = ${productId}) desc,
      p.sold_before + figures.sold desc, p.position, p.id
    limit ${limit}`,
  )
  return rows.map((row) => summaryOf(row, shop, context))
}
