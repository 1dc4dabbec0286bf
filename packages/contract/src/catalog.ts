import { z } from 'zod'
import { Colour, Facet, FacetChoices } from './facets'
import { Cursor, Fen, Id, Picture, pageOf, Quantity, Video } from './primitives'
import { ReviewSummary } from './reviews'

const CategoryFields = z.object({
  id: Id,
  name: z.string(),
  picture: Picture.nullable(),
  productCount: z.int().min(0).describe('Products on sale in it and below it'),
})
/** The tree has two levels at most; `children` of a leaf is empty. */
export const Category = CategoryFields.extend({ children: z.array(CategoryFields) }).meta({ id: 'Category' })
export type Category = z.infer<typeof Category>
export type CategoryLeaf = z.infer<typeof CategoryFields>

/** `from` is the cheapest SKU. 起 is shown when `from` and `to` differ; `compareAt` is a true former price or null. */
export const PriceRange = z.object({ from: Fen, to: Fen, compareAt: Fen.nullable() }).meta({ id: 'PriceRange' })
export type PriceRange = z.infer<typeof PriceRange>

export const ProductTag = z.enum(['new', 'sale', 'low_stock', 'sold_out'])
export type ProductTag = z.infer<typeof ProductTag>

export const ProductSummary = z
  .object({
    id: Id,
    name: z.string(),
    subtitle: z.string(),
    picture: Picture.nullable(),
    price: PriceRange,
    tag: ProductTag.nullable().describe('One tag at most, the most useful one'),
    soldCount: z.int().min(0).nullable().describe('null where the back end does not count'),
    available: z.boolean(),
    pickupOnly: z.boolean().describe('Not available to be sent, and a store has some to be picked up'),
  })
  .meta({ id: 'ProductSummary' })
export type ProductSummary = z.infer<typeof ProductSummary>

/**
 * What a shopper may be told about stock. `available` is the exact number, or null where the back end tells only
 * in stock or not.
 */
export const Stock = z
  .object({ status: z.enum(['in_stock', 'low_stock', 'sold_out']), available: z.int().min(0).nullable() })
  .meta({ id: 'Stock' })
export type Stock = z.infer<typeof Stock>

/** Of one store, the one that has most of it: an order is picked up in one place. */
export const StorePickup = z
  .object({
    available: z.int().min(1),
    maxQuantity: z.int().min(1).describe('The most one order may pick up now'),
  })
  .meta({ id: 'StorePickup' })
export type StorePickup = z.infer<typeof StorePickup>

export const ProductOption = z.object({
  id: Id,
  name: z.string(),
  values: z
    .array(z.object({ id: Id, name: z.string(), picture: Picture.nullable(), colour: Colour.nullable() }))
    .min(1),
})
export type ProductOption = z.infer<typeof ProductOption>

export const Sku = z
  .object({
    id: Id,
    code: z.string().describe('What the warehouse calls it'),
    optionValueIds: z.array(Id).describe("One value of each of the product's options, in their order"),
    price: Fen,
    compareAt: Fen.nullable(),
    stock: Stock.describe('Of what can be sent'),
    maxQuantity: z.int().min(0).describe('The most one order may be sent now'),
    pickup: StorePickup.nullable().describe(
      'What a store has of it, sold out or not; null where none has any, or the shop system cannot sell it there alone',
    ),
    picture: Picture.nullable(),
  })
  .meta({ id: 'Sku' })
export type Sku = z.infer<typeof Sku>

export const Product = ProductSummary.extend({
  description: z.string().describe('Plain text; blank lines separate paragraphs'),
  video: Video.nullable().describe('Stands before the pictures'),
  pictures: z.array(Picture),
  options: z.array(ProductOption),
  skus: z.array(Sku).min(1),
  categoryIds: z.array(Id),
  reviews: ReviewSummary,
  shipsWithinHours: z.int().min(1).nullable(),
  freeShippingFrom: Fen.nullable(),
}).meta({ id: 'Product' })
export type Product = z.infer<typeof Product>

export const ProductSort = z.enum(['relevance', 'newest', 'price_asc', 'price_desc', 'sales'])
export type ProductSort = z.infer<typeof ProductSort>

export const ProductQuery = z.strictObject({
  category: Id.optional(),
  q: z.string().trim().max(80).optional().describe('Words to look for'),
  facets: FacetChoices.optional(),
  priceFrom: z.coerce.number<number>().pipe(Fen).optional(),
  priceTo: z.coerce.number<number>().pipe(Fen).optional(),
  inStock: z.literal('true').optional(),
  sort: ProductSort.default('relevance'),
  cursor: Cursor.optional(),
  limit: z.coerce.number<number>().int().min(1).max(50).default(20),
})
export type ProductQuery = z.input<typeof ProductQuery>

/** `facets` come with the first page; on the others they are empty. */
export const ProductPage = pageOf(ProductSummary)
  .extend({
    facets: z.array(Facet),
    searchedFor: z
      .string()
      .nullable()
      .describe('What was looked for instead of q, which led to nothing; the next page is asked for with it'),
  })
  .meta({ id: 'ProductPage' })
export type ProductPage = z.infer<typeof ProductPage>

/** A SKU and how many of it: the only thing a client ever says about goods. No price, no name. */
export const SkuQuantity = z.strictObject({ skuId: Id, quantity: Quantity })
export type SkuQuantity = z.infer<typeof SkuQuantity>
