import { type Place, placeName } from '@xiaopu/commerce'
import type { LocalText } from '../tables'
import { Cells, LOCALES, missingColumns } from './cells'
import { Duplicates } from './duplicates'
import { idOf } from './ids'
import type { Problems } from './problems'
import { type AttributeChoice, type AttributeInFile, readAttributes } from './read-attributes'
import { type CategoryInFile, readCategories } from './read-categories'
import { type Colours, colourAttributes, readColours } from './read-colours'
import { readSku, type SkuInFile } from './read-sku'
import { readSheet } from './sheet'

/** A product as the file says it. What the file leaves open is undefined, and stays as it is in the database. */
export interface ProductInFile {
  line: number
  id: string
  slug: string
  name: LocalText
  subtitle: LocalText
  description: LocalText
  publishedAt: Date | undefined
  soldBefore: number | undefined
  /** File names. */
  pictures: string[]
  /** File names; the poster is a picture. */
  video: { film: string; poster: string | null } | null
  categoryIds: string[]
  attributes: AttributeChoice[]
  /** Slugs of what goes well with it. */
  related: string[]
  colours: Colours
  notDeliveredTo: Place[]
  freeShipping: boolean
  options: LocalText[]
  skus: SkuInFile[]
}
export interface CatalogFile {
  products: ProductInFile[]
  /** Parents before their children, in order of first appearance. */
  categories: CategoryInFile[]
  /** In order of first appearance, as are their values. */
  attributes: AttributeInFile[]
  unknownColumns: string[]
}

const LONGEST = { name: 120, subtitle: 200, description: 10_000, option: 60, slug: 64, fileName: 255, place: 40 }
const TEXTS = ['name', 'subtitle', 'description', 'optionGroups', 'optionValues', 'categories', 'facets']
/** The last two say nothing a shopper here is shown. */
const COLUMNS = [
  ...['slug', 'assets', 'sku', 'price', 'stockOnHand', 'trackInventory', 'variantAssets'],
  ...['compareAt', 'soldBefore', 'publishedAt', 'maxPerOrder'],
  ...['related', 'colours', 'video'],
  ...['weight', 'notDeliveredTo', 'freeShipping'],
  ...['taxCategory', 'variantFacets'],
]
const KNOWN = new Set([
  ...COLUMNS,
  ...TEXTS.flatMap((column) => [column, ...LOCALES.map((locale) => `${column}:${locale}`)]),
])

/** Reads the whole file; null when it is no table at all. Every problem of every row is reported. */
export function readCatalogFile(csv: string | Buffer, problems: Problems): CatalogFile | null {
  const sheet = readSheet(csv, problems)
  if (!sheet) return null
  const columns = new Set(sheet.columns)
  const missing = missingColumns(columns, ['slug', 'sku', 'price', 'stockOnHand'], ['name'])
  for (const column of missing) problems.add(1, column, 'The file needs this column.')
  if (missing.length > 0) return null

  const categories = new Map<string, CategoryInFile>()
  const attributes = new Map<string, AttributeInFile>()
  const slugs = new Duplicates('slug', problems)
  const codes = new Duplicates('sku', problems)
  const products: ProductInFile[] = []
  let product: ProductInFile | undefined
  for (const row of sheet.rows) {
    const cells = new Cells(row, columns, problems)
    // A row without a name is another SKU of the product above.
    if (['name', ...LOCALES.map((locale) => `name:${locale}`)].some((column) => cells.has(column))) {
      product = readProduct(cells, categories, attributes)
      slugs.check(product.slug, row.line)
      products.push(product)
    }
    if (!product) {
      cells.problem('name', 'A row without a name belongs to the product above it, and there is none.')
      continue
    }
    const sku = readSku(cells, product.options, product.skus)
    codes.check(sku.code, row.line)
    product.skus.push(sku)
  }
  for (const read of products) colourAttributes(read, attributes, problems)
  return {
    products,
    categories: [...categories.values()],
    attributes: [...attributes.values()],
    unknownColumns: sheet.columns.filter((column) => !KNOWN.has(column)),
  }
}

function readProduct(
  cells: Cells,
  categories: Map<string, CategoryInFile>,
  attributes: Map<string, AttributeInFile>,
): ProductInFile {
  const slug = cells.text('slug', 64)
  if (!/^[\w-]+$/.test(slug)) cells.problem('slug', `"${slug}" is not a slug: letters, digits, - and _ only.`)
  return {
    line: cells.line,
    id: idOf(slug),
    slug,
    name: cells.localText('name', LONGEST.name),
    subtitle: cells.localText('subtitle', LONGEST.subtitle),
    description: cells.localText('description', LONGEST.description),
    publishedAt: cells.optional('publishedAt', (column) => cells.date(column)),
    soldBefore: cells.optional('soldBefore', (column) => cells.count(column)),
    pictures: [...new Set(cells.list('assets', LONGEST.fileName))],
    video: readVideo(cells),
    categoryIds: readCategories(cells, categories),
    attributes: readAttributes(cells, attributes),
    related: readRelated(cells, slug),
    colours: readColours(cells),
    notDeliveredTo: readPlaces(cells, 'notDeliveredTo'),
    freeShipping: cells.optional('freeShipping', (column) => cells.yesOrNo(column)) ?? false,
    options: cells.localTexts('optionGroups', LONGEST.option),
    skus: [],
  }
}

/** `film.mp4`, or `film.mp4|poster.jpg`. */
function readVideo(cells: Cells): ProductInFile['video'] {
  const [film, poster = null, ...more] = cells.list('video', LONGEST.fileName)
  if (more.length > 0) cells.problem('video', 'This is one film and one picture to stand for it, film.mp4|poster.jpg.')
  return film === undefined ? null : { film, poster }
}

function readRelated(cells: Cells, slug: string): string[] {
  const related = [...new Set(cells.list('related', LONGEST.slug))]
  if (related.includes(slug)) cells.problem('related', 'A product is not related to itself.')
  return related
}

/** Places by their one name each: `广东省/深圳市` is written back as `广东/深圳`. */
function readPlaces(cells: Cells, column: string): Place[] {
  const places = cells.list(column, LONGEST.place).flatMap((written) => {
    const name = placeName(written)
    if (name === null) cells.problem(column, `"${written}" is not a place like 新疆 or 广东/深圳.`)
    return name ?? []
  })
  return [...new Set(places)].sort()
}
