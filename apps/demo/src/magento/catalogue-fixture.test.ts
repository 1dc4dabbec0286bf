import type { PriceFixture, ProductFixture } from '@xiaopu/magento-stand-in'
import { parse } from 'csv-parse/sync'
import { demoCatalogueCsv } from '../seed/catalogue'
import { catalogueFixture } from './catalogue-fixture'

describe('the demo catalogue at Magento', () => {
  let rows: Record<string, string>[]
  let fixture: ReturnType<typeof catalogueFixture>
  beforeAll(async () => {
    rows = parse(await demoCatalogueCsv(), { columns: true })
    fixture = catalogueFixture(rows)
  })
  const product = (slug: string) => fixture.products.find(({ urlKey }) => urlKey === slug)
  const shelves = (each: ProductFixture): (PriceFixture & { sku: string; stock: number })[] =>
    each.type === 'configurable' ? each.variants : each.type === 'simple' ? [each] : []

  test('has every SKU of the table, at its price and with its stock', () => {
    const told = fixture.products
      .flatMap(shelves)
      .map(({ sku, price, special, stock }) => [sku, special ?? price, special === undefined ? null : price, stock])
    const wanted = rows.map(({ sku, price, compareAt, stockOnHand }) => [
      sku,
      Number(price),
      compareAt ? Number(compareAt) : null,
      Number(stockOnHand),
    ])
    expect(told).toEqual(wanted)
  })

  test('a chair in three colours is one configurable product, in both languages', () => {
    expect(product('modern-cafe-chair')).toMatchObject({
      type: 'configurable',
      name: { default: '街角咖啡椅', en: 'Modern Cafe Chair' },
      categories: ['home/seating'],
      variants: [
        {
          sku: 'CAFE-MUSTARD',
          name: { default: '街角咖啡椅 芥末黄', en: 'Modern Cafe Chair mustard' },
          price: 499,
          special: 429,
        },
        { sku: 'CAFE-MINT', stock: 3 },
        { sku: 'CAFE-PEARL', stock: 0 },
      ],
    })
  })

  test('a laptop is chosen by two attributes', () => {
    const laptop = fixture.products.find((each) => each.type === 'configurable' && each.options.length === 2)
    const labels = laptop?.type === 'configurable' ? laptop.options.map(labelOf) : []
    expect(labels).toEqual(['屏幕尺寸', '内存'])
  })

  test('what English calls Size is one attribute for shoes and another one for monitors', () => {
    const sizes = (fixture.attributes ?? []).filter(({ label }) => typeof label === 'object' && label.en === 'Size')
    expect(sizes.map(({ code }) => labelOf(code)).sort()).toEqual(['尺寸', '尺码'].sort())
  })

  test('categories have two levels and are named by an address', () => {
    const home = fixture.categories[0]
    expect(home).toMatchObject({ key: 'home', name: { default: '家居', en: 'Home' } })
    expect(home?.children?.map(({ key }) => key)).toEqual(['sofas', 'seating', 'tables', 'lighting-decor'])
  })

  test('paragraphs are HTML, and what looks like a tag is text', () => {
    const [one] = catalogueFixture([{ ...rows[0]!, 'description:zh-CN': '深 <60 & 高>\n\n第二段' }]).products
    expect(one?.description).toMatchObject({ default: '<p>深 &lt;60 &amp; 高&gt;</p>\n<p>第二段</p>' })
  })

  function labelOf(code: string): string {
    const label = fixture.attributes?.find((attribute) => attribute.code === code)?.label
    return typeof label === 'object' ? label.default! : ''
  }
})
