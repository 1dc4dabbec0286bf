import { CONFORMANCE_ATTRIBUTES, type ConformanceProduct, type ConformanceStore } from '@xiaopu/commerce/conformance'

const DAY = 24 * 60 * 60 * 1000

/** The suite's catalogue as a file to import. */
export function catalogueCsv(products: ConformanceProduct[], now: Date): string {
  const headings = [
    ...['slug', 'name:zh-CN', 'name:en', 'subtitle:zh-CN', 'subtitle:en', 'categories:zh-CN', 'categories:en'],
    ...['facets:zh-CN', 'facets:en', 'colours', 'publishedAt', 'soldBefore', 'assets', 'video'],
    ...['optionGroups:zh-CN', 'optionGroups:en'],
    ...['optionValues:zh-CN', 'optionValues:en', 'sku', 'price', 'compareAt', 'stockOnHand'],
  ]
  const rows = products.flatMap(
    ({ slug, name, subtitle, category, attributes, daysOnSale, soldBefore, video, option, skus }) =>
      skus.map((sku, index) => {
        const publishedAt = new Date(now.getTime() - daysOnSale * DAY).toISOString()
        const product = [
          ...[slug, name['zh-CN'], name.en, subtitle['zh-CN'], subtitle.en],
          ...[category.map((step) => step['zh-CN']).join('/'), category.map((step) => step.en).join('/')],
          ...[facets(attributes, 'zh-CN'), facets(attributes, 'en'), colours(attributes, skus)],
          ...[publishedAt, soldBefore, `${slug}.jpg`, video, option?.['zh-CN'], option?.en],
        ]
        const { value, code, price, compareAt, stock } = sku
        return [
          ...(index === 0 ? product : product.map(() => '')),
          ...[value?.['zh-CN'], value?.en, code, yuan(price), compareAt === null ? '' : yuan(compareAt), stock],
        ]
      }),
  )
  return table(headings, rows)
}

const chosen = (attributes: ConformanceProduct['attributes']) =>
  CONFORMANCE_ATTRIBUTES.flatMap(({ code, name, values }) => {
    const key = attributes[code]
    return key === undefined ? [] : [{ name, value: values[key]! }]
  })

function facets(attributes: ConformanceProduct['attributes'], locale: 'zh-CN' | 'en'): string {
  return chosen(attributes)
    .map(({ name, value }) => `${name[locale]}:${value[locale]}`)
    .join('|')
}

function colours(attributes: ConformanceProduct['attributes'], skus: ConformanceProduct['skus']): string {
  const values = [...chosen(attributes).map(({ value }) => value), ...skus.flatMap(({ value }) => value ?? [])]
  return values.flatMap(({ en, colour }) => (colour ? [`${en}=${colour}`] : [])).join('|')
}

export function storesCsv(stores: ConformanceStore[]): string {
  const headings = [
    ...['id', 'name:zh-CN', 'name:en', 'city:zh-CN', 'city:en', 'address:zh-CN', 'address:en'],
    ...['latitude', 'longitude', 'phone', 'hours', 'services'],
  ]
  const rows = stores.map(({ id, name, city, address, latitude, longitude, phone, hours }) => [
    ...[id, name['zh-CN'], name.en, city['zh-CN'], city.en, address['zh-CN'], address.en, latitude, longitude, phone],
    hours.map(({ weekdays, opens, closes }) => `${weekdays.join(',')} ${opens}-${closes}`).join('; '),
    'pickup|returns',
  ])
  return table(headings, rows)
}

/** CSV of the cells, each quoted. */
export function table(headings: string[], rows: (string | number | undefined)[][]): string {
  return [headings, ...rows]
    .map((cells) => cells.map((cell) => `"${String(cell ?? '').replaceAll('"', '""')}"`).join(','))
    .join('\r\n')
}

function yuan(fen: number): string {
  return (fen / 100).toFixed(2)
}
