import type { Picture, Video } from '@xiaopu/commerce'
import { inArray, notInArray, or, sql } from 'drizzle-orm'
import type { Sql } from '../database/database'
import { categories, pictures, products, skus, videos } from '../tables'
import type { CatalogFile, ProductInFile } from './catalog-file'
import type { FoundMedia } from './find-media'
import { stateInDatabase, stateInFile } from './product-state'
import type { CategoryInFile } from './read-categories'
import { writeRelated } from './related'
import { removeUnusedAttributes, writeAttributes } from './write-attributes'
import { writeProduct } from './write-product'

export interface WriteOptions {
  overwriteStock: boolean
  now: Date
  onProgress: (done: number, total: number) => void
}
export interface Written {
  created: number
  updated: number
  unchanged: number
}

/** Brings the database to what the file says, inside the caller's transaction. */
export async function writeCatalog(
  db: Sql,
  file: CatalogFile,
  found: FoundMedia,
  { overwriteStock, now, onProgress }: WriteOptions,
): Promise<Written> {
  await writeCategories(db, file.categories)
  await writeAttributes(db, file.attributes)
  await writePictures(db, [...found.pictures.values()])
  await writeVideos(db, [...found.videos.values()])
  const before = await stateInDatabase(db)
  const changes = file.products.map((product, position) => {
    const known = before.get(product.slug)
    const wanted = stateInFile(product, position, found, known, { overwriteStock, now })
    return { product, wanted, change: changeOf(known, wanted) }
  })
  const changed = changes.filter(({ change }) => change !== 'unchanged')
  await lockSkus(
    db,
    changed.map(({ product }) => product),
  )
  for (const [done, { wanted }] of changed.entries()) {
    onProgress(done, changed.length)
    await writeProduct(db, wanted, { overwriteStock })
  }
  await writeRelated(
    db,
    changed.map(({ wanted }) => wanted),
  )
  await removeEmptyCategories(db, file.categories)
  await removeUnusedAttributes(db)
  await refreshSearchText(db)
  onProgress(changed.length, changed.length)
  const count = (change: string) => changes.filter((one) => one.change === change).length
  return { created: count('created'), updated: count('updated'), unchanged: count('unchanged') }
}

function changeOf(known: object | undefined, wanted: object): keyof Written {
  if (!known) return 'created'
  return JSON.stringify(known) === JSON.stringify(wanted) ? 'unchanged' : 'updated'
}

async function writeCategories(db: Sql, found: CategoryInFile[]): Promise<void> {
  for (const [position, { id, parentId, name }] of found.entries()) {
    await db
      .insert(categories)
      .values({ id, slug: id, parentId, name, position })
      .onConflictDoUpdate({ target: categories.id, set: { name, position } })
  }
}

async function writePictures(db: Sql, found: Picture[]): Promise<void> {
  for (const { source, width, height, tone } of found) {
    await db
      .insert(pictures)
      .values({ source, width, height, tone })
      .onConflictDoUpdate({ target: pictures.source, set: { width, height, tone } })
  }
}

async function writeVideos(db: Sql, found: Video[]): Promise<void> {
  for (const { source, width, height, seconds, bytes } of found) {
    const measures = { width, height, seconds, bytes }
    await db
      .insert(videos)
      .values({ source, ...measures })
      .onConflictDoUpdate({ target: videos.source, set: measures })
  }
}

/** In the order in which orders take them: an import and an order never wait for each other in a circle. */
async function lockSkus(db: Sql, changed: ProductInFile[]): Promise<void> {
  if (changed.length === 0) return
  const codes = changed.flatMap((product) => product.skus.map(({ code }) => code))
  const slugs = changed.map(({ slug }) => slug)
  const ofProducts = db.select({ id: products.id }).from(products).where(inArray(products.slug, slugs))
  await db
    .select({ id: skus.id })
    .from(skus)
    .where(or(inArray(skus.code, codes), inArray(skus.productId, ofProducts)))
    .orderBy(sql`${skus.id} collate "C"`)
    .for('no key update')
}

/** A category that no product is in any more, and that the file does not name, is gone: leaves first. */
async function removeEmptyCategories(db: Sql, named: CategoryInFile[]): Promise<void> {
  const ids = named.map(({ id }) => id)
  const isEmpty = sql`not exists (select from commerce.product_categories member where member.category_id = ${categories.id})
    and not exists (select from commerce.categories child where child.parent_id = ${categories.id})`
  const notNamed = ids.length > 0 ? notInArray(categories.id, ids) : sql`true`
  for (let level = 0; level < 2; level++) await db.delete(categories).where(sql`${notNamed} and ${isEmpty}`)
}

/** All products, for a category may have a new name: both languages of name, subtitle and categories; SKU codes. */
async function refreshSearchText(db: Sql): Promise<void> {
  const fresh = sql`lower(concat_ws(E'\n',
    ${products.name} ->> 'zh-CN', ${products.name} ->> 'en', ${products.subtitle} ->> 'zh-CN', ${products.subtitle} ->> 'en',
    (select string_agg(concat_ws(E'\n', c.name ->> 'zh-CN', c.name ->> 'en', above.name ->> 'zh-CN', above.name ->> 'en'), E'\n')
      from commerce.product_categories member join commerce.categories c on c.id = member.category_id
      left join commerce.categories above on above.id = c.parent_id where member.product_id = ${products.id}),
    (select string_agg(s.code, E'\n') from commerce.skus s where s.product_id = ${products.id} and s.on_sale)))`
  await db.update(products).set({ searchText: fresh }).where(sql`${products.searchText} is distinct from ${fresh}`)
}
