import { eq, inArray } from 'drizzle-orm'
import type { Sql } from '../database/database'
import { products, relatedProducts } from '../tables'
import type { CatalogFile } from './catalog-file'
import type { Problems } from './problems'
import type { ProductState } from './product-state'

/** Tells of slugs that neither the file nor the shop knows. */
export async function checkRelated(db: Sql, file: CatalogFile, problems: Problems): Promise<void> {
  const known = new Set(file.products.map(({ slug }) => slug))
  const elsewhere = file.products.flatMap(({ related }) => related.filter((slug) => !known.has(slug)))
  for (const { slug } of await withSlugs(db, elsewhere)) known.add(slug)
  for (const { line, related } of file.products) {
    for (const slug of related) {
      if (!known.has(slug)) problems.add(line, 'related', `There is no product "${slug}".`)
    }
  }
}

/** Once all the products are there. */
export async function writeRelated(db: Sql, changed: ProductState[]): Promise<void> {
  const rows = await withSlugs(
    db,
    changed.flatMap(({ related }) => related),
  )
  const idOf = new Map(rows.map(({ id, slug }) => [slug, id]))
  for (const { id, related } of changed) {
    await db.delete(relatedProducts).where(eq(relatedProducts.productId, id))
    if (related.length === 0) continue
    const links = related.map((slug, position) => ({ productId: id, position, relatedId: idOf.get(slug)! }))
    await db.insert(relatedProducts).values(links)
  }
}

function withSlugs(db: Sql, slugs: string[]): Promise<{ id: string; slug: string }[]> {
  return db
    .select({ id: products.id, slug: products.slug })
    .from(products)
    .where(inArray(products.slug, [...new Set(slugs)]))
}
