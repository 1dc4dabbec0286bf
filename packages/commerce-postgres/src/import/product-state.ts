import type { Place } from '@xiaopu/commerce'
import { and, asc, eq } from 'drizzle-orm'
import type { Sql } from '../database/database'
import {
  type LocalText,
  optionValues,
  productAttributeValues,
  productCategories,
  productOptions,
  productPictures,
  products,
  relatedProducts,
  skuOptionValues,
  skus,
} from '../tables'
import type { ProductInFile } from './catalog-file'
import type { FoundMedia } from './find-media'
import { digest } from './ids'
import { colourOf } from './read-colours'

/** Everything an import decides about a product, the same from the file and from the database: equal is unchanged. */
export interface ProductState {
  id: string
  slug: string
  name: LocalText
  subtitle: LocalText
  description: LocalText
  onSale: boolean
  publishedAt: string
  soldBefore: number
  position: number
  notDeliveredTo: Place[]
  freeShipping: boolean
  /** Sources of pictures. */
  pictures: string[]
  video: string | null
  videoPoster: string | null
  categoryIds: string[]
  /** `attribute:value` */
  attributes: string[]
  /** Slugs. */
  related: string[]
  options: { id: string; name: LocalText; values: { id: string; name: LocalText; colour: string | null }[] }[]
  /** Those on sale. */
  skus: SkuState[]
}
export interface SkuState {
  id: string
  code: string
  price: number
  compareAt: number | null
  onHand: number
  maxPerOrder: number | null
  grams: number | null
  picture: string | null
  valueIds: string[]
}

/** What the file wants. What it leaves open is as `known` has it. */
export function stateInFile(
  product: ProductInFile,
  position: number,
  found: FoundMedia,
  known: ProductState | undefined,
  { overwriteStock, now }: { overwriteStock: boolean; now: Date },
): ProductState {
  const id = known?.id ?? product.id
  const source = (fileName: string) => found.pictures.get(fileName)!.source
  const options = product.options.map((name, index) => {
    const optionId = digest(`${id}/${name.en}`)
    const values = new Map(product.skus.map(({ values }) => [valueId(optionId, values[index]!), values[index]!]))
    return {
      id: optionId,
      name,
      values: [...values].map(([id, name]) => ({ id, name, colour: colourOf(product.colours, name) })),
    }
  })
  return {
    id,
    slug: product.slug,
    name: product.name,
    subtitle: product.subtitle,
    description: product.description,
    onSale: true,
    publishedAt: product.publishedAt?.toISOString() ?? known?.publishedAt ?? now.toISOString(),
    soldBefore: product.soldBefore ?? known?.soldBefore ?? 0,
    position,
    notDeliveredTo: product.notDeliveredTo,
    freeShipping: product.freeShipping,
    pictures: product.pictures.map(source),
    video: product.video && found.videos.get(product.video.film)!.source,
    videoPoster: product.video?.poster ? source(product.video.poster) : null,
    categoryIds: [...product.categoryIds].sort(),
    attributes: product.attributes.map(({ attributeId, valueId }) => `${attributeId}:${valueId}`).sort(),
    related: product.related,
    options,
    skus: product.skus.map((sku) => {
      const before = known?.skus.find(({ code }) => code === sku.code)
      return {
        id: sku.id,
        code: sku.code,
        price: sku.price,
        compareAt: sku.compareAt,
        onHand: before && !overwriteStock ? before.onHand : sku.stockOnHand,
        maxPerOrder: sku.maxPerOrder,
        grams: sku.grams,
        picture: sku.picture === null ? null : source(sku.picture),
        valueIds: sku.values.map((value, index) => valueId(options[index]!.id, value)),
      }
    }),
  }
}

function valueId(optionId: string, value: LocalText): string {
  return digest(`${optionId}/${value.en}`)
}

/** All products by slug, as they are. */
export async function stateInDatabase(db: Sql): Promise<Map<string, ProductState>> {
  const rows = await db.select().from(products)
  const shown = await db.select().from(productPictures).orderBy(asc(productPictures.position))
  const members = await db.select().from(productCategories)
  const attributes = await db.select().from(productAttributeValues)
  const related = await db
    .select({ productId: relatedProducts.productId, slug: products.slug })
    .from(relatedProducts)
    .innerJoin(products, eq(products.id, relatedProducts.relatedId))
    .orderBy(asc(relatedProducts.position))
  const options = await db.select().from(productOptions).orderBy(asc(productOptions.position))
  const values = await db.select().from(optionValues).orderBy(asc(optionValues.position))
  const onSale = await db.select().from(skus).where(eq(skus.onSale, true)).orderBy(asc(skus.position))
  // What only a retired SKU still has is none of the import's business.
  const chosen = await db
    .select({ skuId: skuOptionValues.skuId, optionId: skuOptionValues.optionId, valueId: skuOptionValues.valueId })
    .from(skuOptionValues)
    .innerJoin(skus, and(eq(skus.id, skuOptionValues.skuId), eq(skus.onSale, true)))
  const inUse = new Set(chosen.map(({ valueId }) => valueId))

  const picturesOf = groups(shown, 'productId')
  const categoriesOf = groups(members, 'productId')
  const attributesOf = groups(attributes, 'productId')
  const relatedTo = groups(related, 'productId')
  const optionsOf = groups(options, 'productId')
  const valuesOf = groups(
    values.filter(({ id }) => inUse.has(id)),
    'optionId',
  )
  const skusOf = groups(onSale, 'productId')
  const chosenOf = groups(chosen, 'skuId')

  return new Map(
    rows.map((row) => {
      const own = optionsOf(row.id).filter(({ id }) => valuesOf(id).length > 0)
      const state: ProductState = {
        id: row.id,
        slug: row.slug,
        name: ordered(row.name),
        subtitle: ordered(row.subtitle),
        description: ordered(row.description),
        onSale: row.onSale,
        publishedAt: row.publishedAt.toISOString(),
        soldBefore: row.soldBefore,
        position: row.position,
        notDeliveredTo: row.notDeliveredTo,
        freeShipping: row.freeShipping,
        pictures: picturesOf(row.id).map(({ picture }) => picture),
        video: row.video,
        videoPoster: row.videoPoster,
        categoryIds: categoriesOf(row.id)
          .map(({ categoryId }) => categoryId)
          .sort(),
        attributes: attributesOf(row.id)
          .map(({ attributeId, valueId }) => `${attributeId}:${valueId}`)
          .sort(),
        related: relatedTo(row.id).map(({ slug }) => slug),
        options: own.map(({ id, name }) => ({
          id,
          name: ordered(name),
          values: valuesOf(id).map((value) => ({ id: value.id, name: ordered(value.name), colour: value.colour })),
        })),
        skus: skusOf(row.id).map((sku) => {
          const valueIds = own.flatMap(
            ({ id }) => chosenOf(sku.id).find(({ optionId }) => optionId === id)?.valueId ?? [],
          )
          const { id, code, price, compareAt, onHand, maxPerOrder, grams, picture } = sku
          return { id, code, price, compareAt, onHand, maxPerOrder, grams, picture, valueIds }
        }),
      }
      return [row.slug, state]
    }),
  )
}

/** JSON in a database keeps no order of its own. */
function ordered(text: LocalText): LocalText {
  return { 'zh-CN': text['zh-CN'], en: text.en }
}

function groups<Row, Key extends keyof Row>(rows: Row[], key: Key): (value: Row[Key]) => Row[] {
  const byKey = new Map<Row[Key], Row[]>()
  for (const row of rows) {
    const group = byKey.get(row[key])
    if (group) group.push(row)
    else byKey.set(row[key], [row])
  }
  return (value) => byKey.get(value) ?? []
}
