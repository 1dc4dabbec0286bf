import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { parse } from 'csv-parse/sync'
import { stringify } from 'csv-stringify/sync'

type Row = Record<string, string>

/** Films, and what stands for them until they play: ours (see scripts/draw-film.ts). */
export const FILMS = join(import.meta.dirname, '../../seed/media')

/** Our tables: names, descriptions and yuan prices of the goods whose photographs and English texts others made. */
const SEED = join(import.meta.dirname, '../../seed')

const read = async (file: string): Promise<Row[]> =>
  parse(await readFile(file, 'utf8'), {
    columns: (names: string[]) => names.map((name) => name.trim()),
    trim: true,
    bom: true,
  })

/** Where the published package keeps its product table and photographs; read in place, never copied into the repository. */
export function photographedGoods(): { csv: string; images: string } {
  const assets = join(dirname(createRequire(import.meta.url).resolve('@vendure/create/package.json')), 'assets')
  return { csv: join(assets, 'products.csv'), images: join(assets, 'images') }
}

/**
 * The demo catalogue as one CSV in the import's own format: each product of our table, joined by slug with the
 * published row of that slug and, SKU by SKU, with the published variant of the same option values. Prices are ours,
 * in yuan. (The published table uses one SKU code for three chairs; ours replaces such codes.)
 * @throws when the two tables do not fit, naming the product: the package was updated, or our table has a slip.
 */
export async function demoCatalogueCsv(): Promise<string> {
  const [published, products, skus, optionNames, facets, facetValues, related, deliveries, videos] = await Promise.all([
    read(photographedGoods().csv),
    read(join(SEED, 'products.csv')),
    read(join(SEED, 'skus.csv')),
    read(join(SEED, 'option-names.csv')),
    read(join(SEED, 'facets.csv')),
    read(join(SEED, 'facet-values.csv')),
    read(join(SEED, 'related.csv')),
    read(join(SEED, 'deliveries.csv')),
    read(join(SEED, 'videos.csv')),
  ])
  const variantsBySlug = groupVariants(published)
  const named = new Map(optionNames.map((row) => [row.option, row]))
  const inLanguage = (groups: string, language: 'zh-CN' | 'en') =>
    splitList(groups)
      .map((group) => named.get(group)?.[language] ?? group)
      .join('|')

  const valuesOf = ({ slug }: Row) => {
    const chosen = facets.find((row) => row.slug === slug) ?? {}
    return ['colour', 'material'].flatMap((facet) =>
      splitList(chosen[facet] ?? '').map((value) => {
        const known = facetValues.find((row) => row.facet === facet && row.value === value)
        if (!known) throw new Error(`${slug}: "${value}" is no ${facet} in our table`)
        return known
      }),
    )
  }
  const facetsOf = (product: Row, language: 'zh-CN' | 'en') =>
    valuesOf(product)
      .map((value) => `${inLanguage(value.facet ?? '', language)}:${value[language]}`)
      .join('|')
  /** Of its facet values, and of the options one chooses by. */
  const coloursOf = (product: Row, ours: Row[]) =>
    [
      ...valuesOf(product).map((value) => [value.en, value.colour]),
      ...ours.map((sku) => [sku['options:en'], sku.colour]),
    ]
      .filter(([, colour]) => colour)
      .map(([name, colour]) => `${name}=${colour}`)
      .join('|')

  /** What it weighs, and where it is not sent: of the goods where that matters. */
  const deliveryOf = ({ slug }: Row) => {
    const { weight = '', notDeliveredTo = '', freeShipping = '' } = deliveries.find((row) => row.slug === slug) ?? {}
    return { weight, notDeliveredTo, freeShipping }
  }

  const rows = products.flatMap((product) => {
    const variants = variantsBySlug.get(product.slug ?? '')
    const first = variants?.[0]
    if (!variants || !first) throw new Error(`${product.slug} is in our table but not in the published one`)
    const ours = skus.filter((sku) => sku.slug === product.slug)
    if (ours.length !== variants.length)
      throw new Error(`${product.slug}: ${ours.length} SKUs in our table, ${variants.length} in the published one`)
    return ours.map((sku, index) => {
      if (!variants.some((variant) => variant.optionValues === sku['options:en']))
        throw new Error(`${product.slug}: no published variant "${sku['options:en']}"`)
      const own = {
        sku: sku.sku,
        'optionValues:en': sku['options:en'],
        'optionValues:zh-CN': sku['options:zh-CN'],
        price: sku.price,
        compareAt: sku.compareAt,
        stockOnHand: sku.stockOnHand,
      }
      if (index > 0) return own
      return {
        ...own,
        slug: product.slug,
        'name:zh-CN': product['name:zh-CN'],
        'name:en': first.name,
        'subtitle:zh-CN': product['subtitle:zh-CN'],
        'subtitle:en': product['subtitle:en'],
        'description:zh-CN': product['description:zh-CN'],
        'description:en': first.description,
        'categories:zh-CN': product['categories:zh-CN'],
        'categories:en': product['categories:en'],
        'optionGroups:zh-CN': inLanguage(first.optionGroups ?? '', 'zh-CN'),
        'optionGroups:en': inLanguage(first.optionGroups ?? '', 'en'),
        'facets:zh-CN': facetsOf(product, 'zh-CN'),
        'facets:en': facetsOf(product, 'en'),
        colours: coloursOf(product, ours),
        ...deliveryOf(product),
        related: related.find(({ slug }) => slug === product.slug)?.related ?? '',
        assets: first.assets,
        video: videos.find(({ slug }) => slug === product.slug)?.video ?? '',
        soldBefore: product.soldBefore,
        publishedAt: product.publishedAt,
      }
    })
  })
  return stringify(rows, { header: true, columns: Object.keys(rows[0] ?? {}) })
}

/** Variant rows follow their product's row and leave its columns empty. */
function groupVariants(rows: Row[]): Map<string, Row[]> {
  const bySlug = new Map<string, Row[]>()
  let variants: Row[] = []
  for (const row of rows) {
    if (row.slug) {
      variants = []
      bySlug.set(row.slug, variants)
    }
    variants.push(row)
  }
  return bySlug
}

const splitList = (cell: string) =>
  cell
    .split('|')
    .map((part) => part.trim())
    .filter(Boolean)

/** The demo's stores as the store import's CSV. */
export const demoStoresCsv = () => readFile(join(SEED, 'stores.csv'), 'utf8')

/** Sold out in the warehouse, and still in stores: they can only be picked up. The others that are sold out are so everywhere. */
const LEFT_IN_STORES = ['AO7893-46', 'L2201516']

/**
 * What lies in the demo's stores, as the store stock import's CSV: up to four pieces of each SKU, here and there none, so that
 * every answer of a store can be seen.
 */
export async function demoStoreStockCsv(): Promise<string> {
  const [stores, skus] = await Promise.all([read(join(SEED, 'stores.csv')), read(join(SEED, 'skus.csv'))])
  const rows = stores.flatMap(({ id }, store) =>
    skus.map(({ sku = '', stockOnHand }, place) => {
      const isGone = Number(stockOnHand) === 0 && !LEFT_IN_STORES.includes(sku)
      return { store: id, sku, onHand: isGone ? 0 : (place + 2 * store + 3) % 5 }
    }),
  )
  return stringify(rows, { header: true })
}

/** The demo's coupons as the coupon import's CSV. */
export const demoCouponsCsv = () => readFile(join(SEED, 'coupons.csv'), 'utf8')

/** What buyers of the demo's goods wrote, the oldest of each product first. */
export async function demoReviews(): Promise<DemoReview[]> {
  const rows = await read(join(SEED, 'reviews.csv'))
  return rows.map(({ sku = '', writtenOn, stars, nickname, text = '', reply, tags, later }) => ({
    sku,
    // In the evening, when people write such things.
    writtenAt: new Date(`${writtenOn}T21:10:00+08:00`),
    stars: Number(stars),
    nickname: nickname || null,
    text,
    reply: reply || null,
    tags: tags ? tags.split(' ') : [],
    later: later || null,
  }))
}

export interface DemoReview {
  /** Code of what was bought. */
  sku: string
  writtenAt: Date
  stars: number
  nickname: string | null
  text: string
  reply: string | null
  tags: string[]
  /** What was added a month after. */
  later: string | null
}

/** The demo's home page. What ends in so many days from the day the shop is filled says `P3D`. */
export const demoHomeJson = () => readFile(join(SEED, 'home.json'), 'utf8')

const DAY = 24 * 60 * 60_000

/** The same in the form `npm run shop -- home` takes. */
export const datedHome = (json: string, now: Date) =>
  json.replace(/"P(\d+)D"/g, (_, days) => JSON.stringify(new Date(now.getTime() + Number(days) * DAY).toISOString()))
