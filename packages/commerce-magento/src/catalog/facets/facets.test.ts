import type { Facet, ProductQuery } from '@xiaopu/commerce'
import type { CatalogueFixture } from '@xiaopu/magento-stand-in'
import { openStand, type Stand } from '../../testing/stand'

const both = (zh: string, en: string) => ({ default: zh, en })
const common = { type: 'simple' as const, stock: 50 }
const CATALOGUE: CatalogueFixture = {
  attributes: [
    {
      code: 'tint',
      label: both('颜色', 'Colour'),
      input: 'select',
      filterable: true,
      options: [
        { key: 'oak', label: both('原木', 'Oak'), swatch: { kind: 'color', value: '#C8A165' } },
        { key: 'chequered', label: both('格子', 'Chequered'), swatch: { kind: 'image', value: 'chequered.jpg' } },
      ],
    },
    {
      code: 'made_of',
      label: both('材质', 'Material'),
      input: 'multiselect',
      filterable: true,
      options: [
        { key: 'wood', label: both('木', 'Wood') },
        { key: 'wool', label: both('羊毛', 'Wool') },
      ],
    },
    { code: 'washable', label: both('可洗', 'Washable'), input: 'boolean', filterable: true },
    { code: 'depth', label: both('深', 'Depth'), input: 'price', filterable: true },
    {
      code: 'supplier',
      label: both('供应商', 'Supplier'),
      input: 'select',
      options: [{ key: 'a', label: both('甲', 'A') }],
    },
  ],
  categories: [
    {
      key: 'home',
      name: both('家居', 'Home'),
      children: [
        { key: 'seating', name: both('座椅', 'Seating') },
        { key: 'lighting', name: both('灯具', 'Lighting') },
      ],
    },
  ],
  products: [
    {
      ...common,
      sku: 'CHAIR',
      name: '木椅',
      urlKey: 'chair',
      categories: ['home/seating'],
      price: 399.9,
      attributes: { tint: 'oak', made_of: ['wood', 'wool'], washable: false, supplier: 'a' },
    },
    {
      ...common,
      sku: 'STOOL',
      name: '木凳',
      urlKey: 'stool',
      categories: ['home/seating'],
      price: 99,
      attributes: { tint: 'chequered', made_of: ['wood'], washable: true },
    },
    {
      ...common,
      sku: 'LAMP',
      name: '木灯',
      urlKey: 'lamp',
      categories: ['home/lighting'],
      price: 259,
      attributes: { made_of: ['wool'] },
    },
  ],
}

describe.each(['2.4.9', '2.4.7'] as const)('what a list can be narrowed by on Magento %s', (version) => {
  let stand: Stand
  beforeAll(async () => {
    stand = await openStand({ catalogue: CATALOGUE, profile: { version, edition: 'opensource' } })
  })
  afterAll(async () => {
    expect(stand.control.bugs).toEqual([])
    await stand.close()
  })
  afterEach(() => stand.control.disarm())

  const list = async (query: Partial<ProductQuery> = {}, locale: 'zh-CN' | 'en' = 'en') =>
    (await stand.backend.catalog.products({ locale }, { sort: 'relevance', limit: 10, ...query }))!
  const names = async (query: Partial<ProductQuery>) => (await list(query)).items.map(({ name }) => name)
  const choices = (facets: Facet[]) => facets.filter((facet) => facet.kind === 'choice')
  const values = (facets: Facet[], name: string) =>
    choices(facets)
      .find((facet) => facet.name === name)
      ?.values.map((value) => [value.name, value.count])

  test('Magento fails at the facets: the list is there without', async () => {
    stand.control.arm({ kind: 'maskedError', operation: 'attributesList' })
    const { items, facets } = await list()
    expect([items.length, facets]).toEqual([3, []])
  })
  test.each([
    ['an attribute nobody may narrow by', { supplier: ['214'] }],
    ['one that is no choice', { depth: ['1'] }],
    ['a value of letters, at which the search engine breaks', { tint: ["1'", 'red'] }],
    ['a value no integer holds', { tint: ['99999999999'] }],
    ['a shelf nobody knows', { category_uid: ['no-such-shelf'] }],
  ])('%s leads to nothing, and is not asked for', async (_, facets) => {
    stand.control.clearRequests()
    expect(await list({ facets } as Partial<ProductQuery>)).toEqual({
      items: [],
      nextCursor: null,
      total: 0,
      facets: [],
    })
    const asked = stand.control.requests().flatMap(({ operationName }) => operationName ?? [])
    expect(asked).not.toContain('ProductList')
  })
  test('a choice of one shelf cannot show what another list does not have', async () => {
    const { facets } = await list()
    const shelves = choices(facets).find(({ name }) => name === 'Category')!
    const [seating, lighting] = shelves.values
    expect(await names({ categoryId: lighting!.id, facets: { [shelves.id]: [seating!.id] } })).toEqual([])
  })

  test('is told in the reader’s language, and yes and no in words', async () => {
    expect(choices((await list({}, 'zh-CN')).facets).map(({ name }) => name)).toEqual(['分类', '颜色', '材质', '可洗'])
    expect(values((await list({}, 'zh-CN')).facets, '可洗')).toEqual([
      ['否', 1],
      ['是', 1],
    ])
    expect(values((await list()).facets, 'Washable')).toEqual([
      ['No', 1],
      ['Yes', 1],
    ])
  })
  test('a colour is told of a value that is one, and of no picture', async () => {
    const tint = choices((await list()).facets).find(({ name }) => name === 'Colour')!
    expect(tint.values.map(({ name, colour }) => [name, colour])).toEqual([
      ['Oak', '#c8a165'],
      ['Chequered', null],
    ])
  })
  test('what has several values is found by each', async () => {
    const { facets } = await list()
    expect(values(facets, 'Material')).toEqual([
      ['Wood', 2],
      ['Wool', 2],
    ])
    const material = choices(facets).find(({ name }) => name === 'Material')!
    const wool = material.values.find(({ name }) => name === 'Wool')!
    expect((await names({ facets: { [material.id]: [wool.id] } })).sort()).toEqual(['木椅', '木灯'].sort())
  })
  test('prices go from the cheapest to the dearest, in fen', async () => {
    const { facets } = await list({ priceFrom: 30_000 })
    expect(facets.find(({ kind }) => kind === 'price')).toEqual({ kind: 'price', lowest: 9_900, highest: 39_990 })
    expect(await names({ priceFrom: 39_990, priceTo: 39_990 })).toEqual(['木椅'])
  })
  test('shelves are those where there is a choice, and narrow what words find', async () => {
    const { facets } = await list({ words: '木' })
    expect(values(facets, 'Category')).toEqual([
      ['Seating', 2],
      ['Lighting', 1],
    ])
    const shelves = choices(facets).find(({ name }) => name === 'Category')!
    const seating = { [shelves.id]: [shelves.values[0]!.id] }
    expect((await names({ words: '木', facets: seating })).sort()).toEqual(['木凳', '木椅'].sort())
    expect(values((await list({ words: '木', facets: seating })).facets, 'Category')).toEqual([
      ['Seating', 2],
      ['Lighting', 1],
    ])
  })
  test('a shelf narrows the whole shop, and the shelf above it', async () => {
    const { facets } = await list()
    const shelves = choices(facets).find(({ name }) => name === 'Category')!
    const lighting = { [shelves.id]: [shelves.values.find(({ name }) => name === 'Lighting')!.id] }
    expect(await names({ facets: lighting })).toEqual(['木灯'])
    const [home] = await stand.backend.catalog.categories({ locale: 'en' })
    expect(await names({ categoryId: home!.id, facets: lighting })).toEqual(['木灯'])
    expect(values((await list({ facets: lighting })).facets, 'Material')).toEqual([['Wool', 1]])
  })
  test('each facet something is chosen of is one more question, kept for the next shopper', async () => {
    const shop = stand.another({ freshness: { fresh: 60_000 } })
    const ask = (query: Partial<ProductQuery>) =>
      shop.catalog.products({ locale: 'en' }, { sort: 'relevance', limit: 10, ...query })
    const [tint, material] = choices((await ask({}))!.facets).filter(({ id }) => id !== 'category_uid')
    const query = { facets: { [tint!.id]: [tint!.values[0]!.id], [material!.id]: [material!.values[0]!.id] } }
    stand.control.clearRequests()
    await ask(query)
    const asked = () => stand.control.requests().filter(({ operationName }) => operationName === 'ListFacets')
    expect(asked()).toHaveLength(3)
    await ask(query)
    expect(asked()).toHaveLength(3)
  })
})
