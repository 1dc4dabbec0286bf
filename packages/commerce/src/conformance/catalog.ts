import type { ProductQuery, ProductSort } from '../port/catalog'
import { CONFORMANCE_CATALOGUE } from './catalogue'
import { type Bench, testIf } from './shop'

const SORTS: ProductSort[] = ['relevance', 'newest', 'price_asc', 'price_desc', 'sales']
const zh = { locale: 'zh-CN' } as const
const en = { locale: 'en' } as const

export function describeCatalog(bench: Bench): void {
  const { catalog } = bench.backend
  const list = (query: Partial<ProductQuery>, context: typeof zh | typeof en = zh) =>
    catalog.products(context, { sort: 'relevance', limit: 50, ...query })
  const names = async (query: Partial<ProductQuery>, context: typeof zh | typeof en = zh) =>
    (await list(query, context))?.items.map(({ name }) => name)
  const categoryId = async (name: string) => {
    const tree = await catalog.categories(en)
    return [...tree, ...tree.flatMap(({ children }) => children)].find((category) => category.name === name)!.id
  }

  describe('an unhappy path', () => {
    test('an unknown product is null', async () => {
      expect(await catalog.product(zh, 'no-such-product')).toBeNull()
    })
    test('an unknown category has no list, not an empty one', async () => {
      expect(await list({ categoryId: 'no-such-category' })).toBeNull()
    })
    test('words nothing matches give an empty page', async () => {
      expect(await list({ words: '航空母舰' })).toMatchObject({ items: [], nextCursor: null })
    })
    test.each(['garbage', '', '🙂', 'WyJuZXdlc3QiXQ', 'bnVsbA', 'W10'])(
      'the cursor %p starts from the top',
      async (cursor) => {
        expect(await list({ cursor, limit: 2 })).toEqual(await list({ limit: 2 }))
      },
    )
    test.each(['%', '_', "'", '\\', '%%%', 'Ar_ chair'])('%p is looked for as it is written', async (words) => {
      const found = await list({ words })
      for (const { name } of found!.items) expect(name).toContain(words)
    })
    test('a NUL character in the words is passed over', async () => {
      expect(await names({ words: '餐\0椅' })).toEqual(['弧形餐椅'])
    })
    test('ids that are not on sale are left out of summaries', async () => {
      const [chair, lamp] = [bench.product('arc-chair'), bench.product('paper-lamp')]
      const found = await catalog.summaries(zh, [lamp, 'no-such-product', chair])
      expect(found.map(({ id }) => id)).toEqual([lamp, chair])
      expect(await catalog.summaries(zh, [])).toEqual([])
    })
    test('a product whose SKUs are all off sale is gone, and comes back with them', async () => {
      await bench.shop.putOffSale('TENT')
      expect(await catalog.product(zh, bench.product('tent'))).toBeNull()
      expect(await names({ words: '帐篷' })).toEqual([])
      expect(await catalog.summaries(zh, [bench.product('tent')])).toEqual([])
      await bench.shop.putOnSale('TENT')
      expect(await names({ words: '帐篷' })).toEqual(['双人帐篷'])
    })
  })

  test('the category tree speaks both languages and counts what is below', async () => {
    const shape = async (context: typeof zh | typeof en) =>
      (await catalog.categories(context)).map(({ name, productCount, children }) => [
        name,
        productCount,
        children.map((child) => [child.name, child.productCount, child.children.length]),
      ])
    expect(await shape(zh)).toEqual([
      [
        '家居',
        4,
        [
          ['座椅', 2, 0],
          ['灯具', 1, 0],
        ],
      ],
      ['户外', 3, []],
    ])
    expect(await shape(en)).toEqual([
      [
        'Home',
        4,
        [
          ['Seating', 2, 0],
          ['Lighting', 1, 0],
        ],
      ],
      ['Outdoor', 3, []],
    ])
  })

  test('a category lists what is in it and below it', async () => {
    expect((await names({ categoryId: await categoryId('Home') }))!.sort()).toEqual(
      ['弧形餐椅', '小圆凳', '和纸灯', '100% 羊毛毯'].sort(),
    )
    expect(await names({ categoryId: await categoryId('Lighting') })).toEqual(['和纸灯'])
  })

  test('a product has its options, and each SKU one value of each', async () => {
    const product = (await catalog.product(zh, bench.product('arc-chair')))!
    expect(product).toMatchObject({
      name: '弧形餐椅',
      subtitle: '榉木实木',
      price: { from: 39_900, to: 42_900, compareAt: 49_900 },
      isNew: true,
    })
    expect(product.options.map(({ name, values }) => [name, values.map((value) => value.name)])).toEqual([
      ['颜色', ['原木', '黑色']],
    ])
    expect(product.options[0]!.values.map(({ colour }) => colour)).toEqual(['#b5894f', null])
    const [oak, black] = product.options[0]!.values
    expect(product.skus.map(({ code, optionValueIds, price }) => ({ code, optionValueIds, price }))).toEqual([
      { code: 'CHAIR-OAK', optionValueIds: [oak!.id], price: 39_900 },
      { code: 'CHAIR-BLACK', optionValueIds: [black!.id], price: 42_900 },
    ])
    const english = (await catalog.product(en, product.id))!
    expect(english.name).toBe('Arc chair')
    expect(english.options[0]!.values.map(({ name }) => name)).toEqual(['Oak', 'Black'])
    expect(english.categoryIds).toEqual([await categoryId('Seating')])
  })

  test('a product has the film the merchant gave it, apart from its pictures, and the others have none', async () => {
    const chair = (await catalog.product(zh, bench.product('arc-chair')))!
    expect(chair.video?.source).toMatch(/(^|[/])arc-chair\.mp4$/)
    expect(chair.pictures.map(({ source }) => source)).not.toContain(chair.video?.source)
    const lamp = (await catalog.product(zh, bench.product('paper-lamp')))!
    expect(lamp.video).toBeNull()
  })

  test('a SKU that is off sale is not offered, nor the option value only it had', async () => {
    await bench.shop.putOffSale('CHAIR-BLACK')
    const product = (await catalog.product(zh, bench.product('arc-chair')))!
    expect(product.skus.map(({ code }) => code)).toEqual(['CHAIR-OAK'])
    expect(product.options[0]!.values.map(({ name }) => name)).toEqual(['原木'])
    expect(product.price).toEqual({ from: 39_900, to: 39_900, compareAt: 49_900 })
  })

  test('stock is told as it is', async () => {
    await bench.shop.setStock('LAMP', 0)
    expect((await catalog.product(zh, bench.product('paper-lamp')))!.stock.status).toBe('sold_out')
    expect((await catalog.product(zh, bench.product('paper-lamp')))!.skus[0]!.maxQuantity).toBe(0)
    await bench.shop.setStock('LAMP', 2)
    if (bench.conformance.capabilities.stock === 'exact') {
      const { stock, skus } = (await catalog.product(zh, bench.product('paper-lamp')))!
      expect(stock).toEqual({ status: 'low_stock', available: 2 })
      expect(skus[0]!.maxQuantity).toBe(2)
    }
    await bench.shop.setStock('LAMP', 50)
    expect((await catalog.product(zh, bench.product('paper-lamp')))!.stock.status).toBe('in_stock')
  })

  test.each([
    ['chair', ['Arc chair']],
    ['CHAIR', ['Arc chair']],
    ['round  stool', ['Round stool']],
    ['stool round', ['Round stool']],
    ['STOOL', ['Round stool']],
    ['100%', ['100% wool blanket']],
  ])('%p finds %p', async (words, found) => {
    expect(await names({ words }, en)).toEqual(found)
  })
  test('a name is found in the other language, too, and by its subtitle or category', async () => {
    expect(await names({ words: 'lamp' })).toEqual(['和纸灯'])
    expect(await names({ words: '餐椅' })).toEqual(['弧形餐椅'])
    expect((await names({ words: '榉木' }))!.sort()).toEqual(['小圆凳', '弧形餐椅'].sort())
    expect((await names({ words: '座椅' }))!.sort()).toEqual(['小圆凳', '弧形餐椅'].sort())
  })
  test('words and category narrow each other', async () => {
    expect(await names({ words: 'solid', categoryId: await categoryId('Outdoor') })).toEqual([])
  })

  describe('a sorted list', () => {
    const price = (query: Partial<ProductQuery>) =>
      list(query).then((page) => page!.items.map((item) => item.price.from))
    test('by price, up and down', async () => {
      const up = [...CONFORMANCE_CATALOGUE.map(({ skus }) => Math.min(...skus.map((sku) => sku.price)))].sort(
        (a, b) => a - b,
      )
      expect(await price({ sort: 'price_asc' })).toEqual(up)
      expect(await price({ sort: 'price_desc' })).toEqual(up.reverse())
    })
    test('newest first', async () => {
      const newest = [...CONFORMANCE_CATALOGUE].sort((a, b) => a.daysOnSale - b.daysOnSale)
      expect(await names({ sort: 'newest' }, en)).toEqual(newest.map(({ name }) => name.en))
    })
    testIf(bench.conformance.capabilities.soldCounts)('best sellers first, where sales are counted', async () => {
      const best = [...CONFORMANCE_CATALOGUE].sort((a, b) => b.soldBefore - a.soldBefore)
      expect(await names({ sort: 'sales', limit: 3 }, en)).toEqual(best.slice(0, 3).map(({ name }) => name.en))
    })
    test.each(SORTS)('pages of %s have no gaps and no repeats', async (sort) => {
      const all = (await list({ sort }))!
      for (const limit of [1, 2, 3, 7]) {
        const paged: string[] = []
        let cursor: string | undefined
        for (let pages = 0; pages < 20; pages++) {
          const page = (await list({ sort, limit, cursor }))!
          expect(page.items.length).toBeLessThanOrEqual(limit)
          paged.push(...page.items.map(({ id }) => id))
          if (page.nextCursor === null) break
          cursor = page.nextCursor
        }
        expect(paged).toEqual(all.items.map(({ id }) => id))
      }
      if (all.total !== null) expect(all.total).toBe(CONFORMANCE_CATALOGUE.length)
    })
    test('a cursor of another order starts from the top', async () => {
      const { nextCursor } = (await list({ sort: 'newest', limit: 3 }))!
      expect(await list({ sort: 'price_asc', limit: 3, cursor: nextCursor! })).toEqual(
        await list({ sort: 'price_asc', limit: 3 }),
      )
    })
  })
}
