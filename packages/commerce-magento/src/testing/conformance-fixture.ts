import { CONFORMANCE_ATTRIBUTES, type ConformanceProduct, type ConformanceStore } from '@xiaopu/commerce/conformance'
import type { AttributeFixture, CatalogueFixture, CategoryFixture, ProductFixture } from '@xiaopu/magento-stand-in'

const DAY = 24 * 60 * 60_000

export const STORES = [
  { code: 'default', locale: 'zh_Hans_CN', currency: 'CNY' },
  { code: 'en', locale: 'en_US', currency: 'CNY' },
]
/** What merchants name the places a product is not sent to by: words, or a choice among places. */
export const NOT_SENT_TO: AttributeFixture[] = [
  { code: 'not_sent_to', label: '不发货地区', input: 'text' },
  {
    ...{ code: 'kept_from', label: '不发货省份', input: 'multiselect' },
    options: ['西藏', '西藏/拉萨', '西藏/日喀则', '新疆维吾尔自治区'].map((place, index) => ({
      key: place,
      label: { default: place, en: `Place ${index}` },
    })),
  },
]
type Named = ConformanceProduct['name']
const text = (named: Named) => ({ default: named['zh-CN'], en: named.en })
const keyOf = (named: Named) => named.en.toLowerCase().replaceAll(/\W+/g, '-')
const magentoTime = (ms: number) => new Date(ms).toISOString().slice(0, 19).replace('T', ' ')

/** The suite's catalogue as a merchant would have it in Magento. */
export function conformanceFixture(
  products: readonly ConformanceProduct[],
  stores: readonly ConformanceStore[],
  now: Date,
): CatalogueFixture {
  const colours = products.flatMap(({ option, skus }) => (option ? skus.map(({ value }) => value!) : []))
  return {
    attributes: [
      {
        code: 'shade',
        label: text(products.find(({ option }) => option)!.option!),
        input: 'select',
        options: colours.map((value) => ({ key: keyOf(value), label: text(value), ...swatchOf(value) })),
      },
      ...CONFORMANCE_ATTRIBUTES.map(attributeOf),
      ...NOT_SENT_TO,
    ],
    categories: categoriesOf(products),
    products: products.map((product) => productOf(product, now)),
    pickupLocations: stores.map((store) => ({
      code: store.id,
      name: store.name['zh-CN'],
      city: store.city['zh-CN'],
      street: store.address['zh-CN'],
      description: descriptionOf(store),
      region: 'CN-SH',
      phone: store.phone,
      latitude: store.latitude,
      longitude: store.longitude,
    })),
  }
}

function attributeOf({ code, name, values }: (typeof CONFORMANCE_ATTRIBUTES)[number]): AttributeFixture {
  const options = Object.entries(values).map(([key, value]) => ({ key, label: text(value), ...swatchOf(value) }))
  return { code, label: text(name), input: 'select', filterable: true, options }
}

const swatchOf = ({ colour }: { colour: string | null }) =>
  colour === null ? {} : { swatch: { kind: 'color' as const, value: colour } }

function categoriesOf(products: readonly ConformanceProduct[]): CategoryFixture[] {
  const tree: CategoryFixture[] = []
  for (const { category } of products) {
    let level = tree
    for (const step of category) {
      let found = level.find(({ key }) => key === keyOf(step))
      if (!found) {
        found = { key: keyOf(step), name: text(step), children: [] }
        level.push(found)
      }
      level = found.children!
    }
  }
  return tree
}

function productOf(product: ConformanceProduct, now: Date): ProductFixture {
  const { slug, name, subtitle, category, attributes, daysOnSale, video, option, skus } = product
  const common = {
    name: text(name),
    urlKey: slug,
    shortDescription: { default: `<p>${subtitle['zh-CN']}</p>`, en: `<p>${subtitle.en}</p>` },
    categories: [category.map(keyOf).join('/')],
    attributes,
    ...(video ? { images: filmed(slug, video) } : {}),
    createdAt: magentoTime(now.getTime() - daysOnSale * DAY),
  }
  const priceOf = ({ price, compareAt }: ConformanceProduct['skus'][number]) =>
    compareAt === null ? { price: price / 100 } : { price: compareAt / 100, special: price / 100 }
  if (option === null) {
    const [sku] = skus
    return { type: 'simple', sku: sku!.code, ...common, ...priceOf(sku!), stock: sku!.stock }
  }
  return {
    type: 'configurable',
    sku: slug.toUpperCase(),
    ...common,
    options: ['shade'],
    variants: skus.map((sku) => ({
      sku: sku.code,
      values: { shade: keyOf(sku.value!) },
      ...priceOf(sku),
      stock: sku.stock,
    })),
  }
}

/** A page of a video site goes before what can be played: merchants have both. */
const filmed = (slug: string, video: string) => [
  { file: `${slug}.jpg` },
  { file: `${slug}-tour.jpg`, videoUrl: 'https://www.youtube.com/watch?v=tour' },
  { file: `${slug}-still.jpg`, videoUrl: `https://media.shop.example/films/${video}` },
]

/** Pickup locations speak one language and have no hours: the rest is in their description. */
function descriptionOf({ name, city, address, hours }: ConformanceStore): string {
  const spans = hours.map(({ weekdays, opens, closes }) => `${weekdays.join(',')} ${opens}-${closes}`)
  return [`hours: ${spans.join('; ')}`, `en.name: ${name.en}`, `en.city: ${city.en}`, `en.address: ${address.en}`].join(
    '\n',
  )
}
