import type { Category, Context } from '@xiaopu/commerce'
import { sql } from 'drizzle-orm'
import type { Sql } from '../database/database'
import type { LocalText } from '../tables/schema'
import { FIRST_PICTURE, isListed, type PictureRow, pictureOf, rowsOf } from './rows'
import type { Shop } from './settings'
import { inLocale } from './text'

interface CategoryRow {
  id: string
  parent_id: string | null
  name: LocalText
  product_count: number
  picture: PictureRow | null
}

/** The category tree in the shop's order. A category wears the picture of the first product in it. */
export async function categoryTree(db: Sql, shop: Shop, { locale }: Context): Promise<Category[]> {
  const rows = await rowsOf<CategoryRow>(
    db,
    sql`
    select c.id, c.parent_id, c.name, coalesce(inside.product_count, 0)::int as product_count,
      (select ${FIRST_PICTURE} from commerce.products p where p.id = inside.first_product) as picture
    from commerce.categories c
    left join lateral (
      select count(distinct p.id) as product_count, (array_agg(p.id order by p.position, p.id))[1] as first_product
      from commerce.product_categories member join commerce.products p on p.id = member.product_id
      where (member.category_id = c.id
          or member.category_id in (select child.id from commerce.categories child where child.parent_id = c.id))
        and ${isListed(shop.clock())}
    ) inside on true
    order by c.position, c.id`,
  )
  const categories = new Map<string, Category>()
  for (const row of rows) {
    const name = inLocale(row.name, locale)
    const picture = pictureOf(row.picture, name)
    categories.set(row.id, { id: row.id, name, picture, productCount: row.product_count, children: [] })
  }
  const roots: Category[] = []
  for (const row of rows) {
    const siblings = row.parent_id === null ? roots : categories.get(row.parent_id)!.children
    siblings.push(categories.get(row.id)!)
  }
  return roots
}
