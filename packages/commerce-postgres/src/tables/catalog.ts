import type { Place } from '@xiaopu/commerce'
import { sql } from 'drizzle-orm'
import {
  type AnyPgColumn,
  boolean,
  check,
  doublePrecision,
  foreignKey,
  index,
  integer,
  jsonb,
  primaryKey,
  text,
  unique,
} from 'drizzle-orm/pg-core'
import { commerce, fen, instant, localText } from './schema'

/** `#rrggbb`, in small letters. */
const isColour = (column: AnyPgColumn) => sql`${column} ~ '^#[0-9a-f]{6}$'`

/** `source` is the key in the media store, or an absolute URL. Sizes are of the largest there is. */
export const pictures = commerce.table('pictures', {
  source: text('source').primaryKey(),
  width: integer('width').notNull(),
  height: integer('height').notNull(),
  tone: text('tone').notNull(),
})

/** `source` as that of a picture; sizes in pixels, upright. */
export const videos = commerce.table(
  'videos',
  {
    source: text('source').primaryKey(),
    width: integer('width'),
    height: integer('height'),
    seconds: doublePrecision('seconds'),
    bytes: integer('bytes'),
  },
  (table) => [check('video_lasts', sql`${table.seconds} >= 0`), check('video_has_bytes', sql`${table.bytes} >= 0`)],
)

export const categories = commerce.table(
  'categories',
  {
    id: text('id').primaryKey(),
    slug: text('slug').notNull().unique(),
    parentId: text('parent_id').references((): AnyPgColumn => categories.id),
    position: integer('position').notNull(),
    name: localText('name').notNull(),
  },
  (table) => [check('category_is_not_its_own_parent', sql`${table.parentId} <> ${table.id}`)],
)

export const products = commerce.table(
  'products',
  {
    id: text('id').primaryKey(),
    slug: text('slug').notNull().unique(),
    name: localText('name').notNull(),
    subtitle: localText('subtitle').notNull(),
    description: localText('description').notNull(),
    onSale: boolean('on_sale').notNull().default(true),
    publishedAt: instant('published_at').notNull(),
    /** Pieces sold before this database began to count. */
    soldBefore: integer('sold_before').notNull().default(0),
    /** Places it is not sent to, as shipping rules name them. */
    notDeliveredTo: jsonb('not_delivered_to').$type<Place[]>().notNull().default([]),
    freeShipping: boolean('free_shipping').notNull().default(false),
    video: text('video').references(() => videos.source),
    videoPoster: text('video_poster').references(() => pictures.source),
    /** The shop's own order: what "relevance" means when nothing is searched for. */
    position: integer('position').notNull(),
    /** Everything words are looked for in, lower case; rewritten by each import. */
    searchText: text('search_text').notNull().default(''),
  },
  (table) => [
    check('sold_before_is_a_count', sql`${table.soldBefore} >= 0`),
    check('poster_is_of_a_video', sql`${table.videoPoster} is null or ${table.video} is not null`),
    index('products_search').using('gin', table.searchText.op('gin_trgm_ops')),
  ],
)

export const productCategories = commerce.table(
  'product_categories',
  {
    productId: text('product_id')
      .notNull()
      .references(() => products.id, { onDelete: 'cascade' }),
    categoryId: text('category_id')
      .notNull()
      .references(() => categories.id, { onDelete: 'cascade' }),
  },
  (table) => [
    primaryKey({ columns: [table.productId, table.categoryId] }),
    index('product_categories_by_category').on(table.categoryId),
  ],
)

export const productPictures = commerce.table(
  'product_pictures',
  {
    productId: text('product_id')
      .notNull()
      .references(() => products.id, { onDelete: 'cascade' }),
    position: integer('position').notNull(),
    picture: text('picture')
      .notNull()
      .references(() => pictures.source),
  },
  (table) => [primaryKey({ columns: [table.productId, table.position] })],
)

export const productOptions = commerce.table(
  'product_options',
  {
    id: text('id').primaryKey(),
    productId: text('product_id')
      .notNull()
      .references(() => products.id, { onDelete: 'cascade' }),
    position: integer('position').notNull(),
    name: localText('name').notNull(),
  },
  (table) => [index('product_options_by_product').on(table.productId)],
)

export const optionValues = commerce.table(
  'option_values',
  {
    id: text('id').primaryKey(),
    optionId: text('option_id')
      .notNull()
      .references(() => productOptions.id, { onDelete: 'cascade' }),
    position: integer('position').notNull(),
    name: localText('name').notNull(),
    colour: text('colour'),
  },
  (table) => [
    unique('option_value_of_option').on(table.optionId, table.id),
    check('option_colour_is_rgb', isColour(table.colour)),
  ],
)

/**
 * What is sold. `onHand` counts the pieces in the warehouse, `reserved` those of them that unpaid orders hold, `sold`
 * the pieces of paid orders. A SKU is never deleted: orders speak of it for years.
 */
export const skus = commerce.table(
  'skus',
  {
    id: text('id').primaryKey(),
    code: text('code').notNull().unique(),
    productId: text('product_id')
      .notNull()
      .references(() => products.id),
    position: integer('position').notNull(),
    price: fen('price').notNull(),
    compareAt: fen('compare_at'),
    onHand: integer('on_hand').notNull(),
    reserved: integer('reserved').notNull().default(0),
    sold: integer('sold').notNull().default(0),
    onSale: boolean('on_sale').notNull().default(true),
    maxPerOrder: integer('max_per_order'),
    /** Of one piece, packed; null: nobody has weighed it. */
    grams: integer('grams'),
    picture: text('picture').references(() => pictures.source),
  },
  (table) => [
    check('price_is_money', sql`${table.price} >= 0`),
    check('compare_at_is_higher', sql`${table.compareAt} > ${table.price}`),
    check('stock_is_never_oversold', sql`${table.reserved} >= 0 and ${table.onHand} >= ${table.reserved}`),
    check('sold_is_a_count', sql`${table.sold} >= 0`),
    check('max_per_order_is_positive', sql`${table.maxPerOrder} > 0`),
    check('grams_are_positive', sql`${table.grams} > 0`),
    index('skus_by_product').on(table.productId),
  ],
)

/** One value of each option per SKU: the keys make anything else impossible. */
export const skuOptionValues = commerce.table(
  'sku_option_values',
  {
    skuId: text('sku_id')
      .notNull()
      .references(() => skus.id, { onDelete: 'cascade' }),
    optionId: text('option_id').notNull(),
    valueId: text('value_id').notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.skuId, table.optionId] }),
    foreignKey({
      name: 'sku_option_value_exists',
      columns: [table.optionId, table.valueId],
      foreignColumns: [optionValues.optionId, optionValues.id],
    }).onDelete('cascade'),
  ],
)

/** What lists are narrowed by beside price and stock: 材质, 色系. */
export const attributes = commerce.table('attributes', {
  id: text('id').primaryKey(),
  position: integer('position').notNull(),
  name: localText('name').notNull(),
})

export const attributeValues = commerce.table(
  'attribute_values',
  {
    attributeId: text('attribute_id')
      .notNull()
      .references(() => attributes.id, { onDelete: 'cascade' }),
    /** Within its attribute. */
    id: text('id').notNull(),
    position: integer('position').notNull(),
    name: localText('name').notNull(),
    colour: text('colour'),
  },
  (table) => [
    primaryKey({ columns: [table.attributeId, table.id] }),
    check('attribute_colour_is_rgb', isColour(table.colour)),
  ],
)

export const productAttributeValues = commerce.table(
  'product_attribute_values',
  {
    productId: text('product_id')
      .notNull()
      .references(() => products.id, { onDelete: 'cascade' }),
    attributeId: text('attribute_id').notNull(),
    valueId: text('value_id').notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.productId, table.attributeId, table.valueId] }),
    index('products_by_attribute_value').on(table.attributeId, table.valueId),
    foreignKey({
      name: 'product_attribute_value_exists',
      columns: [table.attributeId, table.valueId],
      foreignColumns: [attributeValues.attributeId, attributeValues.id],
    }).onDelete('cascade'),
  ],
)

/** What the merchant says goes well with a product. */
export const relatedProducts = commerce.table(
  'related_products',
  {
    productId: text('product_id')
      .notNull()
      .references(() => products.id, { onDelete: 'cascade' }),
    position: integer('position').notNull(),
    relatedId: text('related_id')
      .notNull()
      .references(() => products.id, { onDelete: 'cascade' }),
  },
  (table) => [
    primaryKey({ columns: [table.productId, table.relatedId] }),
    check('product_is_not_related_to_itself', sql`${table.relatedId} <> ${table.productId}`),
  ],
)
