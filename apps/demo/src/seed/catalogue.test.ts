import { parse } from 'csv-parse/sync'
import { demoCatalogueCsv, demoStoresCsv } from './catalogue'

describe('the catalogue of the demo shop', () => {
  let rows: Record<string, string>[]
  beforeAll(async () => {
    rows = parse(await demoCatalogueCsv(), { columns: true })
  })

  test('every product has a Chinese and an English name, a description, a photograph and two levels of category', () => {
    const products = rows.filter((row) => row.slug)
    expect(products.length).toBeGreaterThan(50)
    for (const product of products) {
      expect(product['name:zh-CN']).toMatch(/\p{Script=Han}/u)
      expect(product['name:en']).toMatch(/[a-z]/i)
      expect(product['description:zh-CN']).not.toBe('')
      expect(product.assets).toMatch(/\.jpg$/)
      expect(product['categories:zh-CN']).toMatch(/^[^/]+\/[^/]+$/)
    }
  })

  test('no two SKUs share a code, although three chairs of the published table do', () => {
    const codes = rows.map((row) => row.sku)
    expect(new Set(codes).size).toBe(codes.length)
    expect(codes).not.toContain('404.038.96')
  })

  test('every price is in yuan with two decimals, and a former price is higher than the price', () => {
    for (const row of rows) {
      expect(row.price).toMatch(/^\d+\.\d\d$/)
      if (row.compareAt) expect(Number(row.compareAt)).toBeGreaterThan(Number(row.price))
    }
  })
})

test('at least six stores in four cities lie within the bounds of China', async () => {
  const stores: Record<string, string>[] = parse(await demoStoresCsv(), { columns: true })
  expect(stores.length).toBeGreaterThanOrEqual(6)
  expect(new Set(stores.map((store) => store['city:zh-CN'])).size).toBeGreaterThanOrEqual(4)
  for (const store of stores) {
    expect(Number(store.latitude)).toBeGreaterThan(18)
    expect(Number(store.latitude)).toBeLessThan(54)
    expect(Number(store.longitude)).toBeGreaterThan(73)
    expect(Number(store.longitude)).toBeLessThan(136)
  }
})
