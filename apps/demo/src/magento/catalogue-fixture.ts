import type {
  AttributeFixture,
  CatalogueFixture,
  CategoryFixture,
  PriceFixture,
  ProductFixture,
} from '@xiaopu/magento-stand-in'
import type { DemoReview } from '../seed/catalogue'
import { type Facets, facetsOf, swatchOf } from './facets'
import { reviewsOf } from './reviews'

type Row = Record<string, string>
/** In the store views `default` and `en`. */
type Words = { default: string; en: string }

/** A product's row and those of its SKUs. */
interface Goods {
  product: Row
  skus: Row[]
}

/**
 * The demo's catalogue as a merchant would have it in Magento.
 * @param rows of the very table the other back end imports; see seed/catalogue.ts
 * @param origin where phones find its media
 */
export function catalogueFixture(
  rows: Row[],
  reviews: DemoReview[] = [],
  origin = 'https://magento.example',
): Pick<CatalogueFixture, 'attributes' | 'categories' | 'products'> {
  const goods = groupSkus(rows)
  const facets = facetsOf(goods.map(({ product }) => product))
  const attributes = attributesOf(goods, facets)
  const skuOf = new Map(goods.map((each) => [each.product.slug, ownSku(each)]))
  const related = ({ product }: Goods) => list(product.related).flatMap((slug) => skuOf.get(slug) ?? [])
  return {
    attributes: [...attributes.values(), ...facets.attributes, NOT_SENT_TO],
    categories: categoriesOf(goods),
    products: goods.map((each) => ({
      ...productOf(each, attributes, origin),
      attributes: { ...facets.of(each.product), [NOT_SENT_TO.code]: each.product.notDeliveredTo ?? '' },
      related: related(each),
      reviews: reviewsOf(
        reviews,
        each.skus.map(({ sku }) => sku ?? ''),
      ),
    })),
  }
}

/** Places a product is not sent to, in the words of the table: what MAGENTO_UNDELIVERABLE_ATTRIBUTE names. */
export const NOT_SENT_TO: AttributeFixture = {
  code: 'wx_not_sent_to',
  label: { default: '不发货地区', en: 'Not sent to' },
  input: 'text',
}

/** `Lighting & decor` → `lighting-decor`: what Magento would make of a name for an address. */
export const urlKeyOf = (name: string) => name.toLowerCase().replaceAll(/\W+/g, '-')

function groupSkus(rows: Row[]): Goods[] {
  const goods: Goods[] = []
  for (const row of rows) {
    if (row.slug) goods.push({ product: row, skus: [] })
    goods.at(-1)?.skus.push(row)
  }
  return goods
}

const words = (row: Row, column: string): Words => ({
  default: row[`${column}:zh-CN`] ?? '',
  en: row[`${column}:en`] ?? '',
})

/** `颜色|尺码` and `Colour|Size`, pair by pair. */
function wordList(row: Row, column: string): Words[] {
  const { default: chinese, en } = words(row, column)
  const english = en.split('|')
  return chinese
    .split('|')
    .filter((word) => word !== '')
    .map((word, index) => ({ default: word.trim(), en: (english[index] ?? word).trim() }))
}

const list = (cell: string | undefined) => (cell ?? '').split('|').filter((part) => part !== '')

/** By which Magento knows a product: that of its only SKU, else one for all. */
const ownSku = ({ product, skus }: Goods) =>
  list(product['optionGroups:zh-CN']).length === 0 ? (skus[0]?.sku ?? '') : (product.slug ?? '').toUpperCase()

const nameOf = ({ default: chinese, en }: Words) => `${en}/${chinese}`

/** By both names: a monitor's size and a shoe's are two attributes, although English has one word for them. */
function attributesOf(goods: Goods[], facets: Facets): Map<string, AttributeFixture> {
  const attributes = new Map<string, AttributeFixture>()
  for (const { product, skus } of goods) {
    for (const [index, label] of wordList(product, 'optionGroups').entries()) {
      const attribute = attributes.get(nameOf(label)) ?? newAttribute(label, attributes.size)
      attributes.set(nameOf(label), attribute)
      for (const sku of skus) {
        const value = choiceOf(sku, index)
        const key = nameOf(value)
        if (!attribute.options?.some((option) => option.key === key)) {
          attribute.options?.push({ key, label: value, ...swatchOf(facets.colourOf(value)) })
        }
      }
    }
  }
  return attributes
}

/** A code is a name in Magento's GraphQL schema. The number keeps it apart from Magento's own attributes, such as `size`. */
const newAttribute = (label: Words, index: number): AttributeFixture => ({
  code: `option_${index + 1}`,
  label,
  input: 'select',
  options: [],
})

function choiceOf(sku: Row, index: number): Words {
  const value = wordList(sku, 'optionValues')[index]
  if (!value) throw new Error(`${sku.sku} has no value for option ${index + 1}`)
  return value
}

function categoriesOf(goods: Goods[]): CategoryFixture[] {
  const tree: CategoryFixture[] = []
  for (const { product } of goods) {
    let level = tree
    for (const name of categoryPath(product)) {
      const key = urlKeyOf(name.en)
      let category = level.find((one) => one.key === key)
      if (!category) {
        category = { key, name, image: product.assets, children: [] }
        level.push(category)
      }
      level = category.children ?? []
    }
  }
  return tree
}

/** From the top: 家居 › 沙发. */
function categoryPath(product: Row): Words[] {
  const english = (product['categories:en'] ?? '').split('/')
  return (product['categories:zh-CN'] ?? '')
    .split('/')
    .map((name, index) => ({ default: name, en: english[index] ?? name }))
}

function productOf(
  { product, skus }: Goods,
  attributes: Map<string, AttributeFixture>,
  origin: string,
): ProductFixture {
  const slug = product.slug ?? ''
  const name = words(product, 'name')
  const common = {
    name,
    urlKey: slug,
    shortDescription: both(words(product, 'subtitle'), paragraphs),
    description: both(words(product, 'description'), paragraphs),
    categories: [
      categoryPath(product)
        .map(({ en }) => urlKeyOf(en))
        .join('/'),
    ],
    createdAt: `${product.publishedAt} 00:00:00`,
    images: [...(product.assets ? [{ file: product.assets }] : []), ...filmOf(product, origin)],
  }
  const options = wordList(product, 'optionGroups').map((label) => attributes.get(nameOf(label))?.code ?? '')
  const [only] = skus
  if (options.length === 0 && only) {
    return { type: 'simple', sku: only.sku ?? '', ...common, ...priceOf(only), stock: Number(only.stockOnHand) }
  }
  return {
    type: 'configurable',
    sku: slug.toUpperCase(),
    ...common,
    options,
    variants: skus.map((sku) => {
      const values = options.map((_, index) => choiceOf(sku, index))
      return {
        sku: sku.sku ?? '',
        name: {
          default: [name.default, ...values.map((value) => value.default)].join(' '),
          en: [name.en, ...values.map(({ en }) => en)].join(' '),
        },
        values: Object.fromEntries(options.map((code, index) => [code, nameOf(values[index]!)])),
        ...priceOf(sku),
        stock: Number(sku.stockOnHand),
      }
    }),
  }
}

/** A film in Magento is the picture that stands for it, and where the film is. */
function filmOf({ video }: Row, origin: string) {
  const [film, still] = list(video)
  return film && still ? [{ file: still, videoUrl: `${origin}/media/catalog/product/${film}` }] : []
}

/** Our table has the price of now and the former one; Magento has the price and a lower special one. Yuan. */
function priceOf({ price, compareAt }: Row): PriceFixture {
  return compareAt ? { price: Number(compareAt), special: Number(price) } : { price: Number(price) }
}

const both = (text: Words, change: (text: string) => string): Words => ({
  default: change(text.default),
  en: change(text.en),
})

/** As Magento's editor writes what a merchant types. */
const paragraphs = (text: string) =>
  text
    .split(/\n{2,}/)
    .filter((paragraph) => paragraph !== '')
    .map((paragraph) => `<p>${escaped(paragraph)}</p>`)
    .join('\n')

const escaped = (text: string) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')
