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

  test('a film is a video of the gallery behind its still, where phones can play it', () => {
    const [photograph, film] = product('modern-cafe-chair')!.images!
    expect(photograph!.videoUrl).toBeUndefined()
    expect(film).toEqual({
      file: 'cafe-chair.jpg',
      videoUrl: 'https://magento.example/media/catalog/product/cafe-chair.mp4',
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

  test('a list is narrowed by materials, and by a colour that shows itself', () => {
    const [colour, material] = ['色系', '材质'].map((label) => {
      const found = fixture.attributes?.find(
        (attribute) => typeof attribute.label === 'object' && attribute.label.default === label,
      )
      return found?.filterable ? found : undefined
    })
    expect(material?.input).toBe('multiselect')
    expect(colour?.input).toBe('select')
    expect(colour?.options?.find(({ key }) => key === 'Grey/灰')?.swatch).toEqual({ kind: 'color', value: '#9a978f' })
    expect(product('grey-fabric-sofa')?.attributes).toEqual({
      [colour!.code]: 'Grey/灰',
      [material!.code]: ['Fabric/织物', 'Solid wood/实木'],
      wx_not_sent_to: '西藏|新疆|青海|海南',
    })
  })

  test('an option value that is a colour shows it', () => {
    const [chosenBy] = (product('modern-cafe-chair') as Extract<ProductFixture, { type: 'configurable' }>).options
    const values = fixture.attributes?.find(({ code }) => code === chosenBy)?.options
    expect(values?.find(({ label }) => typeof label === 'object' && label.en === 'mint')?.swatch?.value).toBe('#a9cdb8')
  })

  test('reviews go with the product of their SKU, and who gave no name is called so', () => {
    const [row] = rows
    const review = {
      sku: row!.sku!,
      writtenAt: new Date('2026-08-14T13:10:00Z'),
      stars: 4,
      text: '结实\n不晃',
      reply: '谢谢',
      tags: [],
      later: null,
    }
    const [first, second] = catalogueFixture(rows, [
      { ...review, nickname: null },
      { ...review, nickname: '阿离', sku: 'NOT-SOLD' },
    ]).products
    expect(first?.reviews).toEqual([
      { nickname: '匿名用户', summary: '结实', text: '结实\n不晃', stars: 4, createdAt: '2026-08-14 13:10:00' },
    ])
    expect(second?.reviews).toEqual([])
  })

  test('what goes well with a product is named by its own SKU', () => {
    const changed = rows.map((row) =>
      row.slug === 'wooden-stool' ? { ...row, related: 'modern-cafe-chair|tent' } : row,
    )
    const stool = catalogueFixture(changed).products.find(({ urlKey }) => urlKey === 'wooden-stool')
    expect(stool?.related).toEqual(['MODERN-CAFE-CHAIR', '2000023510'])
  })

  function labelOf(code: string): string {
    const label = fixture.attributes?.find((attribute) => attribute.code === code)?.label
    return typeof label === 'object' ? label.default! : ''
  }
})
