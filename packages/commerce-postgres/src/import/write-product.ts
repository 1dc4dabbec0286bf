import { and, eq, inArray, notInArray, sql } from 'drizzle-orm'
import type { Sql } from '../database/database'
import {
  optionValues,
  productAttributeValues,
  productCategories,
  productOptions,
  productPictures,
  products,
  skuOptionValues,
  skus,
} from '../tables'
import type { ProductState, SkuState } from './product-state'

/** Makes the product in the database what `product` says. Rows of its SKUs are held by the caller. */
export async function writeProduct(
  db: Sql,
  product: ProductState,
  { overwriteStock }: { overwriteStock: boolean },
): Promise<void> {
  const { id, slug, name, subtitle, description, onSale, soldBefore, position, notDeliveredTo, freeShipping } = product
  const { video, videoPoster } = product
  const row = {
    slug,
    name,
    subtitle,
    description,
    onSale,
    soldBefore,
    position,
    notDeliveredTo,
    freeShipping,
    video,
    videoPoster,
    publishedAt: new Date(product.publishedAt),
  }
  await db
    .insert(products)
    .values({ id, ...row })
    .onConflictDoUpdate({ target: products.id, set: row })

  await db.delete(productPictures).where(eq(productPictures.productId, id))
  if (product.pictures.length > 0) {
    const shown = product.pictures.map((picture, position) => ({ productId: id, position, picture }))
    await db.insert(productPictures).values(shown)
  }
  await db.delete(productCategories).where(eq(productCategories.productId, id))
  if (product.categoryIds.length > 0) {
    await db.insert(productCategories).values(product.categoryIds.map((categoryId) => ({ productId: id, categoryId })))
  }
  await db.delete(productAttributeValues).where(eq(productAttributeValues.productId, id))
  if (product.attributes.length > 0) {
    const rows = product.attributes.map((attribute) => {
      const [attributeId, valueId] = attribute.split(':') as [string, string]
      return { productId: id, attributeId, valueId }
    })
    await db.insert(productAttributeValues).values(rows)
  }
  await writeOptions(db, product)
  for (const [position, sku] of product.skus.entries()) await writeSku(db, product, sku, position, overwriteStock)
  await retireSkus(db, product)
  await removeUnusedOptions(db, product)
}

async function writeOptions(db: Sql, product: ProductState): Promise<void> {
  for (const [position, { id, name, values }] of product.options.entries()) {
    await db
      .insert(productOptions)
      .values({ id, productId: product.id, position, name })
      .onConflictDoUpdate({ target: productOptions.id, set: { position, name } })
    for (const [position, value] of values.entries()) {
      await db
        .insert(optionValues)
        .values({ ...value, optionId: id, position })
        .onConflictDoUpdate({ target: optionValues.id, set: { position, name: value.name, colour: value.colour } })
    }
  }
}

async function writeSku(
  db: Sql,
  product: ProductState,
  sku: SkuState,
  position: number,
  overwriteStock: boolean,
): Promise<void> {
  const { id, code, price, compareAt, maxPerOrder, grams, picture } = sku
  const row = { productId: product.id, position, price, compareAt, maxPerOrder, grams, picture, onSale: true }
  const onHand = sku.onHand
  // Pieces that unpaid orders hold are in the warehouse, whatever the file counted.
  const stock = overwriteStock ? { onHand: sql`greatest(${onHand}::int, ${skus.reserved})` } : {}
  const [written] = await db
    .insert(skus)
    .values({ id, code, onHand, ...row })
    .onConflictDoUpdate({ target: skus.code, set: { ...row, ...stock } })
    .returning({ id: skus.id })
  const skuId = written!.id
  await db.delete(skuOptionValues).where(eq(skuOptionValues.skuId, skuId))
  if (sku.valueIds.length > 0) {
    const chosen = sku.valueIds.map((valueId, index) => ({ skuId, optionId: product.options[index]!.id, valueId }))
    await db.insert(skuOptionValues).values(chosen)
  }
}

/** A SKU the file no longer has is not sold any more. Its row stays: orders and carts speak of it. */
async function retireSkus(db: Sql, product: ProductState): Promise<void> {
  const codes = product.skus.map(({ code }) => code)
  await db
    .update(skus)
    .set({ onSale: false })
    .where(and(eq(skus.productId, product.id), notInArray(skus.code, codes)))
}

/** What a retired SKU was, its line in a cart still says: only values that no SKU has are removed. */
async function removeUnusedOptions(db: Sql, product: ProductState): Promise<void> {
  const own = db.select({ id: productOptions.id }).from(productOptions).where(eq(productOptions.productId, product.id))
  await db
    .delete(optionValues)
    .where(
      and(
        inArray(optionValues.optionId, own),
        sql`not exists (select from commerce.sku_option_values chosen where chosen.value_id = ${optionValues.id})`,
      ),
    )
  await db
    .delete(productOptions)
    .where(
      and(
        eq(productOptions.productId, product.id),
        sql`not exists (select from commerce.option_values v where v.option_id = ${productOptions.id})`,
      ),
    )
}
