import type { ConformanceProduct, ConformanceStore } from '@xiaopu/commerce/conformance'

const DAY = 24 * 60 * 60 * 1000

/** The suite's catalogue as a file to import. */
export function catalogueCsv(products: ConformanceProduct[], now: Date): string {
  const headings = [
    ...['slug', 'name:zh-CN', 'name:en', 'subtitle:zh-CN', 'subtitle:en', 'categories:zh-CN', 'categories:en'],
    ...['publishedAt', 'soldBefore', 'assets', 'optionGroups:zh-CN', 'optionGroups:en'],
    ...['optionValues:zh-CN', 'optionValues:en', 'sku', 'price', 'compareAt', 'stockOnHand'],
  ]
  const rows = products.flatMap(({ slug, name, subtitle, category, daysOnSale, soldBefore, option, skus }) =>
    skus.map((sku, index) => {
      const publishedAt = new Date(now.getTime() - daysOnSale * DAY).toISOString()
      const product = [
        ...[slug, name['zh-CN'], name.en, subtitle['zh-CN'], subtitle.en],
        ...[category.map((step) => step['zh-CN']).join('/'), category.map((step) => step.en).join('/')],
        ...[publishedAt, soldBefore, `${slug}.jpg`, option?.['zh-CN'], option?.en],
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
