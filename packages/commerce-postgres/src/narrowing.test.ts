import type { ProductQuery } from '@xiaopu/commerce'
import { BACKINGS, type TestDatabase } from './testing/databases'
import { type ShopBench, shopBench } from './testing/shop-bench'

const en = { locale: 'en' } as const

describe.each(BACKINGS)('narrowing a list on $name', ({ create }) => {
  let opened: TestDatabase
  let bench: ShopBench
  beforeAll(async () => {
    opened = await create()
    bench = await shopBench(opened)
  }, 60_000)
  afterAll(() => opened.drop())

  const list = async (query: Partial<ProductQuery>) =>
    (await bench.backend.catalog.products(en, { sort: 'relevance', limit: 50, ...query }))!
  const values = async (id: string, query: Partial<ProductQuery>) => {
    const facet = (await list(query)).facets.find((one) => one.kind === 'choice' && one.id === id)
    return facet?.kind === 'choice' ? facet.values.map((value) => [value.id, value.count]) : undefined
  }

  test('what is chosen stays in sight when it leads nowhere: it can be taken back', async () => {
    const facets = { material: ['wool'], tint: ['green'] }
    expect(await values('tint', { facets })).toEqual([
      ['natural', 1],
      ['green', 0],
    ])
    expect(await values('material', { facets })).toEqual([
      ['wool', 0],
      ['canvas', 1],
      ['stainless-steel', 1],
    ])
  })
  test('a facet that no product of the list has is not offered', async () => {
    expect(await values('tint', { words: 'postcard' })).toBeUndefined()
  })
  test('a facet nothing is chosen of narrows nothing', async () => {
    expect((await list({ facets: { material: [] } })).total).toBe(7)
  })
  test('the prices are the cheapest and the dearest the list shows', async () => {
    const price = async (query: Partial<ProductQuery>) =>
      (await list(query)).facets.find(({ kind }) => kind === 'price')
    expect(await price({})).toEqual({ kind: 'price', lowest: 500, highest: 89_900 })
    expect(await price({ facets: { material: ['beech'] }, priceTo: 20_000 })).toEqual({
      kind: 'price',
      lowest: 12_900,
      highest: 39_900,
    })
    expect(await price({ words: '航空母舰' })).toBeUndefined()
  })
  test('facets keep the order of the catalogue, and so do their values', async () => {
    expect((await list({})).facets.map((facet) => ('id' in facet ? facet.id : facet.kind))).toEqual([
      'material',
      'tint',
      'price',
      'in_stock',
    ])
    expect((await values('material', {}))!.map(([id]) => id)).toEqual([
      'beech',
      'paper',
      'wool',
      'canvas',
      'stainless-steel',
    ])
  })

  test('without a choice of the merchant, goods of the same category are related, the most alike first', async () => {
    const related = async (id: string) => (await bench.backend.catalog.related(en, id, 6))!.map((one) => one.id)
    expect(await related('arc-chair')).toEqual(['round-stool'])
    // The flask is green as the tent is; the postcard is not.
    expect(await related('tent')).toEqual(['flask', 'postcard'])
    await bench.merchant.setStock('FLASK', 0)
    expect(await related('tent')).toEqual(['postcard'])
  })
})
